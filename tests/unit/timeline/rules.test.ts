import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blank } from "@/lib/check-ins/rules";
import type { CheckInView } from "@/lib/entries/rules";
import { addDays, type Day } from "@/lib/time/day";
import { groupByDay, mentions } from "@/lib/timeline/rules";
import { addressOf, timelineSearch } from "@/lib/timeline/schema";

const entry = (part: Partial<CheckInView>): CheckInView => ({
  id: "0b9d1f3e-7a51-4c55-9f4e-2f1f5f0a7e11",
  kind: "check_in",
  mine: true,
  here: true,
  day: "2026-03-01" as Day,
  filledInLater: false,
  shown: "only_me",
  content: blank,
  earlier: [],
  ...part,
});

const anEntry = fc
  .record({ days: fc.integer({ min: 0, max: 20 }), mine: fc.boolean() })
  .map(({ days, mine }) => entry({ day: addDays("2026-03-01" as Day, days), mine }));

describe("days of a timeline", () => {
  it("hold every entry once, newest first, one's own first within a day, in whatever order they came", () =>
    fc.assert(
      fc.property(fc.array(anEntry), (entries) => {
        const days = groupByDay(entries);
        expect(days.flatMap((day) => day.entries)).toHaveLength(entries.length);
        expect(days.map(({ day }) => day)).toEqual(
          [...new Set(entries.map(({ day }) => day))].sort().reverse(),
        );
        for (const { entries: of } of days)
          expect([...of].sort((a, b) => Number(b.mine) - Number(a.mine))).toEqual(of);
      }),
    ));
});

describe("looking for words", () => {
  it.each([
    ["KITCHEN", "In the kitchen again", true],
    ["cafe", "At the Café", true],
    ["ё", "всё", true],
    ["dishwasher", "nothing of the kind", false],
  ])("%s in “%s”: %s", (sought, note, found) =>
    expect(mentions(entry({ content: { ...blank, note } }), sought)).toBe(found),
  );

  it("looks in one's own word for a feeling too", () =>
    expect(mentions(entry({ content: { ...blank, own_feeling: "seasick" } }), "sea")).toBe(true));
});

describe("the timeline's address", () => {
  it("leaves out what it cannot read", () =>
    expect(
      timelineSearch.parse({
        who: "everybody",
        from: "soon",
        after: "2026-01-01_x",
        kind: ["check_in", "x"],
      }),
    ).toEqual({
      who: null,
      kind: "check_in",
      from: null,
      to: null,
      find: "",
      after: null,
    }));

  it("survives being written and read again", () => {
    const search = timelineSearch.parse({ who: "me", from: "2026-01-01" });
    const after = { day: "2026-02-03" as Day, id: entry({}).id };
    const address = new URL(addressOf("/timeline", search, after), "https://keel.example");
    expect(timelineSearch.parse(Object.fromEntries(address.searchParams))).toEqual({ ...search, after });
  });
});
