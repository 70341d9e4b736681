import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDays, type Day, daysBetween, daysFrom } from "@/lib/time/day";
import { dueDays, fromRule, isStored, type Often, toRule, weekdays } from "@/lib/time/recurrence";

const aDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1970-01-01" as Day, days));
const someWeekdays = fc.subarray([...weekdays], { minLength: 1 });

const anOften = (from: Day): fc.Arbitrary<Often> =>
  fc.oneof(
    fc.constant<Often>({ kind: "daily" }),
    fc.constant<Often>({ kind: "whenever" }),
    someWeekdays.map((days): Often => ({ kind: "weekdays", days })),
    fc.integer({ min: 1, max: 7 }).map((times): Often => ({ kind: "weekly", times })),
    fc.integer({ min: 0, max: 90 }).map((ahead): Often => ({ kind: "once", by: addDays(from, ahead) })),
  );
const fromAndOften = aDay.chain((from) => fc.tuple(fc.constant(from), anOften(from)));

/** Sunday to Saturday by plain counting: the first of January 1970 was a Thursday. */
const weekdayOf = (day: Day) =>
  weekdays[(((daysBetween("1970-01-05" as Day, day) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6];

/** Which days are due, asked of each day by itself. */
const naively = (often: Often, from: Day, to: Day) =>
  daysFrom(from, to).filter((day) => {
    if (often.kind === "weekdays") return often.days.some((one) => one === weekdayOf(day));
    return often.kind === "daily" || (often.kind === "once" && often.by === day);
  });

describe("a rule that was stored", () => {
  it("is known again, and no other is", () => {
    fc.assert(
      fc.property(fromAndOften, ([, often]) => {
        expect(isStored(toRule(often))).toBe(true);
      }),
    );
    for (const rule of [
      "FREQ=SECONDLY",
      "FREQ=SECONDLY;COUNT=100000000",
      "FREQ=DAILY;INTERVAL=0",
      "FREQ=WEEKLY;BYDAY=XX",
      "FREQ=WEEKLY;BYDAY=",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
      "FREQ=YEARLY;BYMONTH=0;BYMONTHDAY=1;COUNT=1",
      "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1;COUNT=2",
      "",
    ])
      expect(isStored({ rule, times: null }), rule).toBe(false);
    expect(isStored({ rule: "FREQ=DAILY", times: 3 })).toBe(false);
    expect(isStored({ rule: null, times: 3 })).toBe(false);
    expect(isStored({ rule: "FREQ=WEEKLY;WKST=MO", times: null })).toBe(false);
  });
});

describe("how often", () => {
  it("comes back from what is stored of it as it went in", () =>
    fc.assert(
      fc.property(fromAndOften, ([from, often]) => {
        expect(fromRule(toRule(often), from)).toEqual(often);
      }),
      { numRuns: 500 },
    ));

  it.each<[string, Often, string | null]>([
    ["every day", { kind: "daily" }, "FREQ=DAILY"],
    ["on chosen days", { kind: "weekdays", days: ["MO", "SA"] }, "FREQ=WEEKLY;BYDAY=MO,SA"],
    ["three times a week", { kind: "weekly", times: 3 }, "FREQ=WEEKLY;WKST=MO"],
    [
      "once by a leap day",
      { kind: "once", by: "2028-02-29" as Day },
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1",
    ],
    ["whenever it comes up", { kind: "whenever" }, null],
  ])("is stored as RFC 5545 says it: %s", (_, often, rule) => expect(toRule(often).rule).toBe(rule));

  it("is a rule that anybody can read who reads RFC 5545", () =>
    fc.assert(
      fc.property(fromAndOften, ([from, often]) => {
        const { rule } = toRule(often);
        expect(rule === null).toBe(often.kind === "whenever");
        if (rule === null) return;
        const dtstart = from.replaceAll("-", "");
        const read = new RRuleTemporal<Temporal.ZonedDateTime>({
          rruleString: `DTSTART:${dtstart}T000000Z\nRRULE:${rule}`,
          temporal: Temporal,
        });
        const first = read
          .all((_, at) => at < 1)[0]
          ?.toPlainDate()
          .toString();
        if (often.kind !== "weekly") expect(first).toBe(naively(often, from, addDays(from, 90))[0]);
      }),
    ));

  it("that never comes is an error, not a day", () =>
    expect(() =>
      fromRule({ rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", times: null }, "2026-01-01" as Day),
    ).toThrow());
});

describe("the days on which something is due", () => {
  it("are those that counting on one's fingers finds, between any two days", () =>
    fc.assert(
      fc.property(
        fromAndOften,
        fc.integer({ min: -400, max: 800 }),
        fc.integer({ min: -10, max: 130 }),
        ([from, often], later, length) => {
          const first = addDays(from, later);
          const last = addDays(first, length);
          expect(dueDays(often, first, last)).toEqual(naively(often, first, last));
        },
      ),
      { numRuns: 500 },
    ));

  it.each<[string, Often, string, string, string[]]>([
    [
      "daily, over a leap day",
      { kind: "daily" },
      "2028-02-28",
      "2028-03-01",
      ["2028-02-28", "2028-02-29", "2028-03-01"],
    ],
    [
      "daily, over the end of February of another year",
      { kind: "daily" },
      "2027-02-28",
      "2027-03-01",
      ["2027-02-28", "2027-03-01"],
    ],
    [
      "daily, over the nights the clocks are changed",
      { kind: "daily" },
      "2026-10-24",
      "2026-10-26",
      ["2026-10-24", "2026-10-25", "2026-10-26"],
    ],
    [
      "Thursdays and Mondays, over the end of a year",
      { kind: "weekdays", days: ["MO", "TH"] },
      "2026-12-28",
      "2027-01-04",
      ["2026-12-28", "2026-12-31", "2027-01-04"],
    ],
    [
      "once, and not again a year later",
      { kind: "once", by: "2026-05-01" as Day },
      "2026-05-02",
      "2028-05-01",
      [],
    ],
    ["any days of a week", { kind: "weekly", times: 7 }, "2026-05-01", "2026-05-31", []],
    ["whenever it comes up", { kind: "whenever" }, "2026-05-01", "2026-05-31", []],
    ["daily, where the end is before the beginning", { kind: "daily" }, "2026-05-02", "2026-05-01", []],
  ])("%s", (_, often, from, to, days) => expect(dueDays(often, from as Day, to as Day)).toEqual(days));
});
