import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { Feeling, type Heard } from "@/lib/db/generated/enums";
import { type Day, dayOf, numberOf } from "@/lib/time/day";
import {
  answersTo,
  daysFelt,
  type FeelingsRow,
  feltOf,
  firstOf,
  type HeardRow,
  highest,
  isByWeek,
  monthsOf,
  type Span,
  type StrengthRow,
  strengthOf,
  weeksOf,
  wholeWeeksOf,
  yearSpan,
} from "@/lib/trends/rules";

const FIRST = numberOf("2027-12-20" as Day);
const days = fc.integer({ min: 0, max: 400 }).map((at) => FIRST + at);
const spans = fc
  .tuple(days, days)
  .map(([one, other]): Span => ({ from: Math.min(one, other), to: Math.max(one, other) }));
/** `2027-W52` for each day, as the calendar has it. */
const isoWeeks = new Map(
  Array.from({ length: 500 }, (_, at) => {
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(dayOf(FIRST - 20 + at));
    return [FIRST - 20 + at, `${yearOfWeek}-W${weekOfYear}`];
  }),
);
const isoWeek = (day: number) => isoWeeks.get(day);

describe("what was counted by week", () => {
  const parts = ["kept", "missed"] as const;
  const rows = fc.array(fc.record({ day: days, kept: fc.nat({ max: 3 }), missed: fc.nat({ max: 3 }) }));

  it("is the sum of each ISO week's days within the span, over new year and a leap day too", () =>
    fc.assert(
      fc.property(rows, spans, (rows, span) => {
        const slowly = new Map<string | undefined, number[]>();
        for (let day = span.from; day <= span.to; day++) {
          const [kept = 0, missed = 0] = slowly.get(isoWeek(day)) ?? [];
          const on = rows.filter((row) => row.day === day);
          const sum = (part: (typeof parts)[number]) => on.reduce((sum, row) => sum + row[part], 0);
          slowly.set(isoWeek(day), [kept + sum("kept"), missed + sum("missed")]);
        }
        const weeks = weeksOf(rows, parts, span);
        expect(weeks.map(({ day, counts }) => [isoWeek(day), counts])).toEqual([...slowly]);
        expect(highest(weeks)).toBe(
          Math.max(0, ...[...slowly.values()].map(([kept = 0, missed = 0]) => kept + missed)),
        );
      }),
    ));

  it("has whole weeks around a span, from a Monday to a Sunday", () =>
    fc.assert(
      fc.property(spans, (span) => {
        const { from, to } = wholeWeeksOf(span);
        expect([from, to].map((day) => Temporal.PlainDate.from(dayOf(day)).dayOfWeek)).toEqual([1, 7]);
        expect(span.from - from >= 0 && span.from - from < 7 && to - span.to >= 0 && to - span.to < 7).toBe(
          true,
        );
      }),
    ));

  it("is told apart by answers, and what was not answered is none", () => {
    const row = (day: number, understood: Heard | null): HeardRow => ({
      day,
      understood,
      accepted: null,
      cared_for: "yes",
    });
    const given = [row(1, "yes"), row(2, null), row(3, "not_yet")];
    expect(answersTo(given, "understood")).toEqual([
      { day: 1, yes: 1, partly: 0, not_yet: 0 },
      { day: 3, yes: 0, partly: 0, not_yet: 1 },
    ]);
    expect(answersTo(given, "accepted")).toEqual([]);
    expect(answersTo(given, "cared_for")).toHaveLength(3);
  });
});

const feeling = fc.constantFrom(...Object.values(Feeling));
const checkIns = fc
  .uniqueArray(fc.tuple(days, fc.uniqueArray(feeling, { maxLength: 4 })), { selector: ([day]) => day })
  .map((some) => some.map(([day, feelings]): FeelingsRow => ({ day, feelings })));
const strengths = fc
  .uniqueArray(fc.tuple(days, feeling, fc.option(fc.integer({ min: 1, max: 10 }))), {
    selector: ([day, feeling]) => `${day}/${feeling}`,
  })
  .map((some) => some.map(([day, feeling, intensity]): StrengthRow => ({ day, feeling, intensity })));

describe("feelings over time", () => {
  it("are there on the days they were chosen or shown, and as strong as they were said to be", () =>
    fc.assert(
      fc.property(checkIns, strengths, spans, (checkIns, strengths, span) => {
        fc.pre(!isByWeek(span));
        const moments = feltOf(checkIns, strengths, span);
        expect(moments.map(({ day }) => day)).toEqual(
          Array.from({ length: span.to - span.from + 1 }, (_, at) => span.from + at),
        );
        for (const { day, asked, felt } of moments) {
          const checkIn = checkIns.find((one) => one.day === day);
          expect(asked).toBe(checkIn !== undefined);
          for (const feeling of Object.values(Feeling)) {
            const shown = strengths.find((one) => one.day === day && one.feeling === feeling);
            const isThere = shown !== undefined || checkIn?.feelings.includes(feeling) === true;
            expect(felt.has(feeling)).toBe(isThere);
            if (isThere) expect(felt.get(feeling)?.number).toBe(shown?.intensity ?? null);
          }
        }
      }),
    ));

  it("have a step for strengths up to 3, up to 6 and above, and one of their own without a number", () => {
    const level = (intensity: number | null) =>
      feltOf([], [{ day: 5, feeling: "hurt", intensity }], { from: 5, to: 5 })[0]?.felt.get("hurt")?.level;
    expect([null, 1, 3, 4, 6, 7, 10].map(level)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });

  it("are counted by the days of a week beyond six months, each day once", () =>
    fc.assert(
      fc.property(checkIns, strengths, (checkIns, strengths) => {
        const span = { from: FIRST + 3, to: FIRST + 389 };
        const within = (day: number) => span.from <= day && day <= span.to;
        for (const { day: sunday, felt, asked } of feltOf(checkIns, strengths, span)) {
          const inWeek = (day: number) => within(day) && isoWeek(day) === isoWeek(sunday);
          expect(asked).toBe(checkIns.some(({ day }) => inWeek(day)));
          for (const feeling of Object.values(Feeling)) {
            const on = new Set([
              ...checkIns
                .filter(({ day, feelings }) => inWeek(day) && feelings.includes(feeling))
                .map(({ day }) => day),
              ...strengths.filter((one) => inWeek(one.day) && one.feeling === feeling).map(({ day }) => day),
            ]);
            expect(felt.get(feeling)?.number ?? 0).toBe(on.size);
            expect(felt.get(feeling)?.level ?? 0).toBe([0, 1, 1, 2, 2, 3, 3, 3][on.size]);
          }
        }
      }),
    ));

  it("are on so many days in all, wherever they were said", () =>
    fc.assert(
      fc.property(checkIns, strengths, (checkIns, strengths) => {
        const counted = daysFelt(checkIns, strengths);
        for (const feeling of Object.values(Feeling)) {
          const on = [
            ...checkIns.filter(({ feelings }) => feelings.includes(feeling)),
            ...strengthsOf(feeling),
          ];
          expect(counted.get(feeling) ?? 0).toBe(new Set(on.map(({ day }) => day)).size);
        }
        function strengthsOf(feeling: Feeling) {
          return strengths.filter((one) => one.feeling === feeling);
        }
      }),
    ));

  it("have a strength only where one was given", () => {
    const rows: StrengthRow[] = [
      { day: 1, feeling: "hurt", intensity: 7 },
      { day: 2, feeling: "hurt", intensity: null },
      { day: 3, feeling: "sad", intensity: 2 },
    ];
    expect(strengthOf(rows, "hurt")).toEqual([{ day: 1, value: 7 }]);
  });
});

describe("the months of a year", () => {
  it("have every day of it once, under its weekday, in any year", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2199 }), (year) => {
        const months = monthsOf(year);
        const all = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
        const { from, to } = yearSpan(year);
        expect([dayOf(from), dayOf(to)]).toEqual([`${year}-01-01`, `${year}-12-31`]);
        expect(all).toEqual(Array.from({ length: to - from + 1 }, (_, at) => from + at));
        for (const { weeks } of months)
          for (const week of weeks) {
            expect(week).toHaveLength(7);
            expect(week.some((day) => day !== null)).toBe(true);
            for (const [at, day] of week.entries())
              if (day !== null) expect(Temporal.PlainDate.from(dayOf(day)).dayOfWeek).toBe(at + 1);
          }
      }),
    ));

  it("are counted on from the year 0", () => {
    expect(dayOf(firstOf(2028 * 12 + 1))).toBe("2028-02-01");
    expect(dayOf(firstOf(2027 * 12 + 12))).toBe("2028-01-01");
  });
});
