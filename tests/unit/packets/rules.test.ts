import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blank } from "@/lib/check-ins/rules";
import type { CheckInView, EntryView, SharedFeelingView } from "@/lib/entries/rules";
import {
  beginsWith,
  candidatesOf,
  countsOf,
  entriesFrom,
  type Found,
  isComplete,
  isShown,
  itemOf,
  snapshotOf,
  spreadOf,
  summaryOf,
  toldOf,
} from "@/lib/packets/rules";
import { beginPacket, putItems } from "@/lib/packets/schema";
import { addDays, daysBetween } from "@/lib/time/day";
import { day } from "@/tests/support/people";

const ID = "00000000-0000-4000-8000-000000000001";
const seen = { id: ID, mine: true, here: true, day: day("2026-03-01"), filledInLater: false } as const;
const checkIn = (says: Partial<CheckInView["content"]>, on = "2026-03-01"): CheckInView => ({
  ...seen,
  id: `${on}-check-in`,
  day: day(on),
  shown: "numbers_and_words",
  kind: "check_in",
  content: { ...blank, ...says },
  earlier: [],
});
const feeling = (on = "2026-03-01"): SharedFeelingView => ({
  ...seen,
  id: `${on}-feeling`,
  day: day(on),
  shown: "numbers_and_words",
  kind: "shared_feeling",
  texts: { note: "heavy" },
  wish: "comfort",
  parts: [{ feeling: "hurt", intensity: 7 }],
});

const found = (about: Partial<Found> = {}): Found => ({
  id: ID,
  kind: "check_in",
  day: day("2026-03-01"),
  numbersShown: true,
  wordsShown: true,
  marked: false,
  ...about,
});

describe("what can be put in", () => {
  it("is a check-in's numbers and words apart, and everything else whole", () => {
    expect(candidatesOf(found()).map(({ portion, group, shown }) => [portion, group, shown])).toEqual([
      ["numbers", "numbers", true],
      ["words", "words", true],
    ]);
    expect(candidatesOf(found({ wordsShown: null })).map(({ portion }) => portion)).toEqual(["numbers"]);
    expect(candidatesOf(found({ wordsShown: false })).map(({ shown }) => shown)).toEqual([true, false]);
    expect(
      candidatesOf(found({ kind: "shared_feeling" })).map(({ portion, group }) => [portion, group]),
    ).toEqual([["words", "feelings"]]);
    expect(candidatesOf(found({ kind: "space", wordsShown: null }))).toMatchObject([
      { portion: "words", shown: true, group: "days" },
    ]);
  });

  it("is never said to be shown of a correction, which is read where it is opened", () => {
    expect(candidatesOf(found({ kind: "correction" }))).toMatchObject([{ shown: false }]);
    const correction = { ...feeling(), kind: "correction", way: "now" } as unknown as EntryView;
    expect(isShown(correction, "words")).toBe(false);
  });

  it("is shown by the row as it is by the view", () => {
    for (const shown of ["only_me", "numbers", "numbers_and_words"] as const) {
      const row = candidatesOf(
        found({ numbersShown: shown !== "only_me", wordsShown: shown === "numbers_and_words" }),
      );
      const view = { ...checkIn({ note: "x" }), shown };
      for (const { portion, shown: byRow } of row) expect(isShown(view, portion)).toBe(byRow);
    }
  });

  it("begins with numbers, marks and agendas, and where two bring it with no more than the other can read", () => {
    const all = [
      ...candidatesOf(found({ wordsShown: false, marked: true })),
      ...candidatesOf(found({ id: "b", numbersShown: false, wordsShown: false })),
      ...candidatesOf(found({ id: "c", kind: "session_agenda" })),
      ...candidatesOf(found({ id: "d", kind: "shared_feeling" })),
    ];
    expect(beginsWith(all, true).map(itemOf)).toEqual([`numbers_${ID}`, "words_c"]);
    expect(beginsWith(all, false).map(itemOf)).toEqual([
      `numbers_${ID}`,
      `words_${ID}`,
      "numbers_b",
      "words_c",
    ]);
  });

  it("is counted by group, without those that have nothing", () => {
    const all = candidatesOf(found({ wordsShown: false }));
    expect(countsOf(all, new Set([`numbers_${ID}`]))).toEqual([
      { group: "numbers", all: 1, shown: 1, chosen: 1 },
      { group: "words", all: 1, shown: 0, chosen: 0 },
    ]);
  });
});

describe("what lies in a packet", () => {
  it("is an entry again, whole or the portion of it that was put in, and nothing of the other portion", () => {
    const entry = checkIn({ trust: 4, note: "heavy", own_feeling: "grey", feelings: ["hurt"], need: "rest" });
    const item = (portion: "numbers" | "words") => ({
      portion,
      shown: true,
      snapshot: snapshotOf(entry, portion),
    });
    expect(entriesFrom([item("words"), item("numbers")], true)).toEqual([entry]);
    expect(JSON.stringify(item("numbers"))).not.toMatch(/heavy|grey/);
    expect(JSON.stringify(item("words"))).not.toMatch(/"hurt"|"rest"|:4/);
    expect(entriesFrom([item("words")], false)).toEqual([
      { ...entry, mine: false, content: { ...blank, note: "heavy", own_feeling: "grey" } },
    ]);
  });

  it("says nothing of whose it is, of who sees it, or of what it said before", () => {
    const entry = {
      ...checkIn({ note: "now" }),
      earlier: [{ key: "x", until: day("2026-03-02"), content: blank }],
    };
    for (const portion of ["numbers", "words"] as const) {
      const { earlier, ...snapshot } = snapshotOf(entry, portion);
      expect(earlier).toEqual([]);
      for (const told of ["mine", "here", "shown"]) expect(snapshot).not.toHaveProperty(told);
    }
    expect(snapshotOf(feeling(), "words")).toMatchObject({ texts: { note: "heavy" }, wish: "comfort" });
  });

  it("is in the order of its days, whatever order it comes in", () => {
    const items = ["2026-03-03", "2026-03-01", "2026-03-02"].map((on) => ({
      portion: "words" as const,
      shown: true,
      snapshot: snapshotOf(feeling(on), "words"),
    }));
    expect(entriesFrom(items, true).map((entry) => entry.day)).toEqual([
      "2026-03-01",
      "2026-03-02",
      "2026-03-03",
    ]);
  });
});

describe("a summary", () => {
  const numbers = (many: number, value: (at: number) => number) =>
    Array.from({ length: many }, (_, at) => ({ day: at, value: value(at) }));

  it("has a mean and the sample standard deviation, as they are defined, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 10, maxLength: 28 }), (values) => {
        const given = values.map((value, day) => ({ day, value }));
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        const spread = spreadOf(given);
        expect(spread?.mean).toBeCloseTo(mean, 10);
        expect(spread?.deviation).toBeCloseTo(Math.sqrt(squares / (values.length - 1)), 8);
        expect(spreadOf(given.toReversed())).toEqual(spread);
      }),
    );
  });

  it("has none of fewer than ten numbers within four weeks, however many there are", () => {
    expect(spreadOf(numbers(9, () => 5))).toBeNull();
    expect(spreadOf(numbers(10, () => 5))).toEqual({ days: 10, mean: 5, deviation: 0 });
    expect(spreadOf(numbers(40, () => 5).map(({ day, value }) => ({ day: day * 7, value })))).toBeNull();
  });

  it("counts what is there and nothing else", () => {
    const entries = [
      checkIn({ trust: 4, need: "rest" }),
      checkIn({ note: "words alone" }, "2026-03-02"),
      checkIn({ need: "rest" }, "2026-03-03"),
      feeling(),
      { ...feeling("2026-03-04"), wish: "to_be_heard" as const },
      feeling("2026-03-05"),
      {
        ...seen,
        shown: "only_me" as const,
        kind: "felt_heard" as const,
        texts: {},
        to: { mine: false, id: ID },
        understood: "partly" as const,
        accepted: null,
        caredFor: "yes" as const,
      },
    ];
    const summary = summaryOf({ entries, commitments: null });
    expect(summary.days).toBe(1);
    expect(summary.heard).toEqual({
      understood: { yes: 0, partly: 1, not_yet: 0 },
      accepted: { yes: 0, partly: 0, not_yet: 0 },
      cared_for: { yes: 1, partly: 0, not_yet: 0 },
    });
    expect(summary.wishes).toEqual([
      { of: "comfort", times: 2 },
      { of: "to_be_heard", times: 1 },
    ]);
    expect(summary.needs).toEqual([{ of: "rest", times: 2 }]);
    expect(Object.values(summary.spreads)).toEqual([null, null, null, null, null]);
  });
});

describe("the days", () => {
  const span = { from: day("2026-03-01"), to: day("2026-03-31") };

  it("tell each entry once, in its column, and a week or more without anything as a gap", () => {
    const told = toldOf(
      [
        { entries: [feeling("2026-03-03"), feeling("2026-03-10")] },
        { entries: [{ ...feeling("2026-03-03"), id: "b" }] },
      ],
      span,
    );
    expect(told.map((one) => ("day" in one ? one.day : `${one.from}–${one.to}`))).toEqual([
      "2026-03-03",
      "2026-03-10",
      "2026-03-11–2026-03-31",
    ]);
    expect(told[0]).toMatchObject({ of: [[{ id: feeling("2026-03-03").id }], [{ id: "b" }]] });
    expect(told[1]).toMatchObject({ of: [[{ day: "2026-03-10" }], []] });
  });

  it("tell no check-in that is numbers alone: it is in the pictures", () => {
    const told = (...entries: EntryView[]) => toldOf([{ entries }], span);
    expect(told(checkIn({ trust: 4 }))).toEqual([span]);
    expect(told(checkIn({ trust: 4, note: "x" }))[0]).toMatchObject({ day: "2026-03-01" });
  });

  it("cover the range: every day is told, in a gap, or less than a week from what is", () => {
    const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(someDays, (places) => {
        const days = places.map((at) => addDays(span.from, at));
        const told = toldOf([{ entries: days.map((on) => feeling(on)) }], span);
        expect(told.flatMap((one) => ("day" in one ? one.day : []))).toEqual(days.toSorted());
        for (const one of told)
          if (!("day" in one)) {
            expect(daysBetween(one.from, one.to) + 1).toBeGreaterThanOrEqual(7);
            expect(days.filter((on) => one.from <= on && on <= one.to)).toEqual([]);
          }
      }),
    );
  });
});

describe("a packet", () => {
  const on = day("2026-03-31");
  it("is whole once everybody whose it is has agreed", () => {
    const part = (mine: boolean, consentedOn: typeof on | null) => ({ mine, makers: mine, consentedOn });
    expect(isComplete({ kind: "joint", parts: [part(true, on)] })).toBe(false);
    expect(isComplete({ kind: "joint", parts: [part(true, on), part(false, null)] })).toBe(false);
    expect(isComplete({ kind: "joint", parts: [part(true, on), part(false, on)] })).toBe(true);
    expect(isComplete({ kind: "own", parts: [part(true, on)] })).toBe(true);
  });

  it("is understood from its forms, and what no form of ours sends is not", () => {
    const begun = { packet: ID, packet_kind: "joint", from: "2026-03-01", to: "2026-03-31" };
    expect(beginPacket.safeParse(begun).success).toBe(true);
    for (const wrong of [{ from: "2026-02-30" }, { packet_kind: "both" }, { packet: "1" }])
      expect(beginPacket.safeParse({ ...begun, ...wrong }).success).toBe(false);
    const items = { packet: ID, whose: "mine", listed: `words_${ID}`, item: [`numbers_${ID}`] };
    expect(putItems.parse(items)).toMatchObject({
      listed: [{ portion: "words", entry: ID }],
      item: [{ portion: "numbers", entry: ID }],
    });
    for (const item of ["x", `both_${ID}`, `words_${"-".repeat(36)}`])
      expect(putItems.safeParse({ ...items, item }).success).toBe(false);
  });
});
