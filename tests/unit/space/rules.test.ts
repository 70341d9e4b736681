import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isTooSoon, lengths, returnTime, SPACE } from "@/lib/space/rules";
import { knownZones } from "@/lib/time/zone";

const MINUTE = 60_000;

const back = (wanted: Parameters<typeof returnTime>[0], zone: string, now: string) =>
  returnTime(wanted, zone, Temporal.Instant.from(now)).toString();

const aMoment = fc
  .integer({ min: 1_600_000_000_000, max: 2_500_000_000_000 })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const aZone = fc.constantFrom(...knownZones());
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((both) => both.map((part) => String(part).padStart(2, "0")).join(":"));

describe("being back after a length of time", () => {
  it.each([
    ["2026-11-22T10:00:00Z", 20, "2026-11-22T10:20:00Z"],
    ["2026-11-22T10:00:00.001Z", 20, "2026-11-22T10:25:00Z"],
    ["2026-11-22T10:01:00Z", 60, "2026-11-22T11:05:00Z"],
    ["2026-11-22T10:04:59Z", 180, "2026-11-22T13:05:00Z"],
  ])("asked at %s for %i minutes is at %s", (now, length, until) =>
    expect(back({ length }, "Europe/Berlin", now)).toBe(until),
  );

  it("is as long on the nights when the clocks are changed", () => {
    expect(back({ length: 180 }, "Europe/Berlin", "2026-03-29T00:00:00Z")).toBe("2026-03-29T03:00:00Z");
    expect(back({ length: 180 }, "Europe/Berlin", "2026-10-25T00:00:00Z")).toBe("2026-10-25T03:00:00Z");
  });

  it("is never earlier than asked for, nor five minutes later, on five minutes of the clock, in every zone", () =>
    fc.assert(
      fc.property(fc.constantFrom(...lengths), aZone, aMoment, (length, zone, now) => {
        const until = returnTime({ length }, zone, now);
        const minutes = now.until(until).total("minutes");
        expect(minutes).toBeGreaterThanOrEqual(length);
        expect(minutes).toBeLessThan(length + 5);
        expect(until.epochMilliseconds % (5 * MINUTE)).toBe(0);
        expect(until.toZonedDateTimeISO(zone).minute % 5).toBe(0);
        expect(isTooSoon(until, now)).toBe(false);
      }),
    ));
});

describe("being back at a time of one's own", () => {
  it.each([
    ["today", "12:30", "2026-11-22T10:00:00Z", "2026-11-22T11:30:00Z"],
    ["tomorrow where it has passed", "10:59", "2026-11-22T10:00:00Z", "2026-11-23T09:59:00Z"],
    ["over the hour that is missing", "03:00", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"],
    [
      "within the hour that is missing, an hour later",
      "02:30",
      "2026-03-29T00:30:00Z",
      "2026-03-29T01:30:00Z",
    ],
    ["the first of the two where it comes twice", "02:30", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"],
    ["tomorrow after the first of the two", "02:15", "2026-10-25T00:30:00Z", "2026-10-26T01:15:00Z"],
  ])("is %s", (_, until, now, moment) => expect(back({ until }, "Europe/Berlin", now)).toBe(moment));

  it("is ahead, and never more than a day of the calendar, everywhere", () =>
    fc.assert(
      fc.property(aTime, aZone, aMoment, (until, zone, now) => {
        const moment = returnTime({ until }, zone, now);
        const tomorrow = now.toZonedDateTimeISO(zone).add({ days: 1 }).toInstant();
        expect(Temporal.Instant.compare(moment, now)).toBe(1);
        expect(Temporal.Instant.compare(moment, tomorrow)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    ));
});

describe("less than twenty minutes", () => {
  it("is no break yet, and twenty are one, to the millisecond", () => {
    const now = Temporal.Instant.from("2026-11-22T10:00:00Z");
    const tooSoonIn = (milliseconds: number) => isTooSoon(now.add({ milliseconds }), now);
    expect([tooSoonIn(20 * MINUTE - 1), tooSoonIn(20 * MINUTE), tooSoonIn(20 * MINUTE + 1)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([tooSoonIn(0), tooSoonIn(-MINUTE), tooSoonIn(24 * 60 * MINUTE)]).toEqual([true, true, false]);
  });

  it("is less than twenty minutes at any moment", () =>
    fc.assert(
      fc.property(aMoment, fc.integer({ min: -60 * MINUTE, max: 60 * MINUTE }), (now, milliseconds) => {
        expect(isTooSoon(now.add({ milliseconds }), now)).toBe(milliseconds < SPACE.least * MINUTE);
      }),
    ));
});

it("every length that is offered is a break, and no more than a day", () => {
  for (const length of lengths) {
    expect(length).toBeGreaterThanOrEqual(SPACE.least);
    expect(length).toBeLessThanOrEqual(SPACE.most);
  }
});
