import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  type Day,
  dayIn,
  daysBetween,
  daysFrom,
  firstOpenDay,
  fromColumn,
  parseDay,
  toColumn,
  weekOf,
} from "@/lib/time/day";
import { knownZones } from "@/lib/time/zone";

const aDay = fc.integer({ min: -25_000, max: 80_000 }).map((days) => addDays("1970-01-01" as Day, days));

describe("a day", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    "",
    "0001-01-01",
    "2024-02-30",
  ])("is not %s", (text) => expect(parseDay(text)).toBeNull());

  it("is the 29th of February where there is one", () => expect(parseDay("2028-02-29")).toBe("2028-02-29"));

  it("comes back from its column as it went in", () =>
    fc.assert(fc.property(aDay, (day) => fromColumn(toColumn(day)) === day)));

  it("counts days as it adds them", () =>
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: -400, max: 400 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    ));
});

describe("today", () => {
  it.each([
    ["2026-11-22T10:30:00Z", "Pacific/Kiritimati", "2026-11-23"],
    ["2026-11-22T10:30:00Z", "Etc/GMT+12", "2026-11-21"],
    ["2026-11-22T23:59:59Z", "UTC", "2026-11-22"],
    ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29"],
    ["2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"],
    ["2028-02-29T03:00:00Z", "America/New_York", "2028-02-28"],
  ])("at %s in %s is %s", (now, zone, day) => expect(dayIn(zone, Temporal.Instant.from(now))).toBe(day));

  it("is never more than a day from the day in Greenwich, anywhere, ever", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...knownZones()),
        fc.integer({ min: 0, max: 4_102_444_800 }),
        (zone, seconds) => {
          const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
          return Math.abs(daysBetween(dayIn("UTC", now), dayIn(zone, now))) <= 1;
        },
      ),
    ));
});

describe("a week", () => {
  it.each([
    ["2026-11-22", "2026-11-16", "2026-11-22", "a Sunday ends it"],
    ["2026-11-23", "2026-11-23", "2026-11-29", "a Monday begins it"],
    ["2027-01-01", "2026-12-28", "2027-01-03", "it runs on over the end of a year"],
    ["2028-02-29", "2028-02-28", "2028-03-05", "and over a leap day"],
    ["2026-03-29", "2026-03-23", "2026-03-29", "and over the night the clocks are changed"],
  ])("of %s is from %s to %s: %s", (day, from, to) => expect(weekOf(day as Day)).toEqual({ from, to }));

  it("is seven days from a Monday, the same for each of them, and every day is in one", () =>
    fc.assert(
      fc.property(aDay, (day) => {
        const { from, to } = weekOf(day);
        expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(daysFrom(from, to)).toHaveLength(7);
        expect(daysFrom(from, to)).toContain(day);
        for (const other of daysFrom(from, to)) expect(weekOf(other)).toEqual({ from, to });
      }),
    ));
});

describe("the days from one to another", () => {
  it("are each of them once, in their order, with both ends, and none where the end is before the beginning", () =>
    fc.assert(
      fc.property(aDay, fc.integer({ min: -40, max: 400 }), (from, length) => {
        const days = daysFrom(from, addDays(from, length - 1));
        expect(days).toHaveLength(Math.max(0, length));
        expect(days).toEqual([...new Set(days)].sort());
        if (length > 0) expect([days[0], days.at(-1)]).toEqual([from, addDays(from, length - 1)]);
      }),
    ));

  it("leave out no leap day and no day on which the clocks are changed", () => {
    expect(daysFrom("2028-02-28" as Day, "2028-03-01" as Day)).toEqual([
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
    ]);
    expect(daysFrom("2026-03-28" as Day, "2026-03-30" as Day)).toHaveLength(3);
    expect(daysFrom("2026-10-24" as Day, "2026-10-26" as Day)).toHaveLength(3);
  });
});

describe("the first day that is not over for everybody", () => {
  it.each([
    ["2026-11-22T11:59:59Z", "2026-11-21"],
    ["2026-11-22T12:00:00Z", "2026-11-22"],
    ["2026-03-29T01:00:00Z", "2026-03-28"],
    ["2028-03-01T11:00:00Z", "2028-02-29"],
  ])("at %s is %s", (now, day) => expect(firstOpenDay(Temporal.Instant.from(now))).toBe(day));

  it("is over nowhere, from twelve hours behind Greenwich to fourteen ahead, and the day before it everywhere", () =>
    fc.assert(
      fc.property(
        fc.constantFrom("Etc/GMT+12", "Pacific/Kiritimati", ...knownZones()),
        fc.integer({ min: 1_600_000_000, max: 4_102_444_800 }),
        (zone, seconds) => {
          const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
          const ahead = daysBetween(firstOpenDay(now), dayIn(zone, now));
          expect(ahead).toBeGreaterThanOrEqual(0);
          expect(ahead).toBeLessThanOrEqual(2);
        },
      ),
    ));
});
