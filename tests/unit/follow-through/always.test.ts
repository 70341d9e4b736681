import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { FollowThroughStatus } from "@/lib/db/generated/enums";
import {
  askedOn,
  type FiveNumbers,
  fiveNumbers,
  periodsOf,
  pictureOf,
  tallied,
  talliesOf,
  whyNotOn,
} from "@/lib/follow-through/rules";
import { addDays, type Day, daysFrom, numberOf, weekOf } from "@/lib/time/day";
import { weeksOf } from "@/lib/trends/rules";
import { aSituation, daysHeld, type Situation, withSaid } from "./agreements";
import { slowly } from "./oracle";

vi.setConfig({ testTimeout: 30_000 });

const numbers = ({ agreement, answers, today, open }: Situation): FiveNumbers =>
  fiveNumbers(agreement, answers, today, open);

const always = (holds: (situation: Situation) => void, numRuns = 200) =>
  fc.assert(fc.property(aSituation, holds), { numRuns });

const aStatus = fc.constantFrom(...Object.values(FollowThroughStatus));
/** A situation, and something that is said in it of a day that was in force. */
const alwaysWhenSaid = (holds: (situation: Situation, on: Day, status: FollowThroughStatus) => void) =>
  fc.assert(
    fc.property(aSituation, fc.nat(), aStatus, (situation, pick, status) => {
      const days = daysHeld(situation);
      const on = days[pick % days.length];
      if (on) holds(situation, on, status);
    }),
    { numRuns: 300 },
  );

describe("whatever was agreed and said, the five numbers", () => {
  it("are those that a slow count of days finds", () =>
    always((situation) => {
      const { agreement, answers, today, open } = situation;
      expect(numbers(situation)).toEqual(slowly(agreement, answers, today, open));
    }, 500));

  it("add up, and none is below nothing", () =>
    always((situation) => {
      const { kept, partly, missed, notLogged, due } = numbers(situation);
      expect(due).toBe(kept + partly + missed + notLogged);
      for (const number of [kept, partly, missed, notLogged])
        expect(Number.isInteger(number) && number >= 0).toBe(true);
    }));

  it("are the sums of what became of each thing that was due, and so are the weeks of a picture", () =>
    always((situation) => {
      const { agreement, answers, today, open } = situation;
      const first = addDays(today, -27);
      const tallies = talliesOf(agreement, answers, open).filter(({ on }) => on >= first);
      const summed = (of: readonly FiveNumbers[], part: keyof FiveNumbers) =>
        of.reduce((sum, one) => sum + one[part], 0);
      for (const part of ["kept", "partly", "missed", "notLogged", "due"] as const)
        expect(summed(tallies, part)).toBe(numbers(situation)[part]);

      const dated = tallies.map(({ on, ...counted }) => ({ day: numberOf(on), ...counted }));
      const weeks = weeksOf(dated, tallied, { from: numberOf(first), to: numberOf(first) + 200 });
      for (const [at, part] of tallied.entries())
        expect(weeks.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)).toBe(numbers(situation)[part]);
    }));

  it("count nothing that was not said, and nothing twice", () =>
    always((situation) => {
      const told = (status: FollowThroughStatus) =>
        [...situation.answers.values()].filter((one) => one === status).length;
      const { kept, partly, missed } = numbers(situation);
      expect(kept).toBeLessThanOrEqual(told("kept"));
      expect(partly).toBeLessThanOrEqual(told("partly"));
      expect(missed).toBeLessThanOrEqual(told("missed"));
    }));

  it("with nothing said, are what was due and is over, all of it not logged", () =>
    always((situation) => {
      const silent = { ...situation, answers: new Map() };
      const { agreement, today, open } = silent;
      const over = periodsOf(agreement, silent.answers).filter(
        ({ on, to }) => on >= addDays(today, -27) && to < open,
      );
      const due = over.reduce((sum, period) => sum + period.due, 0);
      expect(numbers(silent)).toEqual({ kept: 0, partly: 0, missed: 0, notLogged: due, due });
    }));

  it("never ask for more because something did not apply", () =>
    alwaysWhenSaid(
      (situation, on) =>
        void expect(numbers(withSaid(situation, on, "did_not_apply")).due).toBeLessThanOrEqual(
          numbers(situation).due,
        ),
    ));

  it("never have less that was kept because more was said, nor because something did not apply on another day", () =>
    alwaysWhenSaid((situation, on, status) => {
      if (situation.answers.has(on)) return;
      expect(numbers(withSaid(situation, on, status)).kept).toBeGreaterThanOrEqual(numbers(situation).kept);
    }));

  it("lose nothing that was kept by a pause that is made afterwards", () =>
    fc.assert(
      fc.property(aSituation, fc.nat({ max: 60 }), fc.nat({ max: 20 }), (situation, start, length) => {
        const from = addDays("2026-03-01" as Day, start);
        const pause = { from, to: addDays(from, length) };
        const { agreement } = situation;
        const paused = { ...agreement, pauses: [...agreement.pauses, pause] };
        const [before, after] = [numbers(situation), numbers({ ...situation, agreement: paused })];
        expect(after.kept).toBe(before.kept);
        expect(after.due).toBeLessThanOrEqual(before.due);
        if (agreement.stretches.every(({ terms }) => terms.often.kind !== "weekly"))
          expect([after.partly, after.missed]).toEqual([before.partly, before.missed]);
      }),
      { numRuns: 300 },
    ));

  it("are the same for both wherever they are, but for what is just leaving the four weeks for one of them", () =>
    always((situation) => {
      const { agreement, answers, open } = situation;
      const leaving = periodsOf(agreement, answers).some(
        ({ on }) => addDays(open, -27) <= on && on < addDays(open, -25),
      );
      const seenBy = [0, 1, 2].map((ahead) => numbers({ ...situation, today: addDays(open, ahead) }));
      if (!leaving) expect(new Set(seenBy.map((one) => JSON.stringify(one))).size).toBe(1);
    }));
});

describe("whatever was agreed and said, what is due", () => {
  it("is due once for each day: no period reaches into another, and the weeks of a quota run from Monday to Sunday", () =>
    always(({ agreement, answers }) => {
      const periods = periodsOf(agreement, answers);
      for (const [at, { from, to, on, due }] of periods.entries()) {
        expect(from <= to && from <= on && due > 0).toBe(true);
        const next = periods[at + 1];
        if (next) expect(to < next.from).toBe(true);
        const quota = agreement.stretches.some(
          (one) => one.from <= from && from <= one.to && one.terms.often.kind === "weekly",
        );
        if (quota) expect([weekOf(to), due <= 7]).toEqual([weekOf(from), true]);
        else expect(due).toBe(1);
      }
    }));

  it("is asked only on days of which something can be said, and not otherwise for what was said of that day itself", () =>
    always(({ agreement, answers, today }) => {
      for (const one of daysFrom(addDays(today, -40), addDays(today, 10))) {
        const others = new Map([...answers].filter(([said]) => said !== one));
        const asked = askedOn(agreement, others, one);
        expect(askedOn(agreement, answers, one)).toEqual(asked);
        if (asked) expect(whyNotOn(agreement, others, one)).toBeNull();
        if (answers.has(one)) expect(whyNotOn(agreement, answers, one)).toBeNull();
      }
    }, 60));

  it("is asked on the day itself where it would be missing afterwards", () =>
    always(({ agreement, answers, today }) => {
      for (const { from, to, due } of periodsOf(agreement, answers)) {
        const noted = [...answers].filter(
          ([one, status]) => from <= one && one <= to && status !== "did_not_apply",
        );
        if (from !== to || noted.length >= due || to > today) continue;
        expect(askedOn(agreement, answers, to)).not.toBeNull();
      }
    }, 60));
});

describe("whatever was agreed and said, the picture", () => {
  it("is whole weeks that hold the four weeks up to today, and shows what was said on each of their days", () =>
    always(({ agreement, answers, today, open }) => {
      const weeks = pictureOf(agreement, answers, today, open);
      const days = weeks.flat().map((one) => one.day);
      expect(days).toEqual(daysFrom(weekOf(addDays(today, -27)).from, weekOf(today).to));
      for (const { day, shows, canSay } of weeks.flat()) {
        const within = addDays(today, -27) <= day && day <= today;
        if (!within) expect([shows, canSay]).toEqual(["none", false]);
        else {
          expect(canSay).toBe(whyNotOn(agreement, answers, day) === null);
          if (answers.has(day)) expect(shows).toBe(answers.get(day));
          else expect(["not_logged", "paused", "open", "none"]).toContain(shows);
        }
      }
    }, 60));

  it("shows a day not logged for each that is counted so, where days are asked for by name", () =>
    always((situation) => {
      const { agreement, answers, today, open } = situation;
      if (agreement.stretches.some(({ terms }) => terms.often.kind === "weekly")) return;
      const shown = pictureOf(agreement, answers, today, open)
        .flat()
        .filter(({ shows }) => shows === "not_logged");
      expect(shown).toHaveLength(numbers(situation).notLogged);
    }));
});
