import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDays, type Day, dayIn, daysBetween, fromColumn, parseDay, toColumn } from "@/lib/time/day";
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
