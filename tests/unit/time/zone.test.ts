import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { knownZones, nextAt, parseZone } from "@/lib/time/zone";

const next = (time: string, zone: string, after: string) =>
  nextAt(time, zone, Temporal.Instant.from(after)).toString();

describe("a zone", () => {
  it.each(["Europe/Berlin", "UTC", "Asia/Kathmandu"])("is %s", (zone) => expect(parseZone(zone)).toBe(zone));
  it.each(["+02:00", "Mars/Olympus", "", "../etc/passwd"])("is not %s", (zone) =>
    expect(parseZone(zone)).toBeNull(),
  );
});

describe("the next time a clock shows an hour", () => {
  it("is today where it is still to come, else tomorrow", () => {
    expect(next("20:00", "Europe/Berlin", "2026-11-22T10:00:00Z")).toBe("2026-11-22T19:00:00Z");
    expect(next("20:00", "Europe/Berlin", "2026-11-22T19:00:00Z")).toBe("2026-11-23T19:00:00Z");
  });

  it("stays at the same local hour across a clock change", () => {
    expect(next("20:00", "Europe/Berlin", "2026-03-28T20:00:00Z")).toBe("2026-03-29T18:00:00Z");
    expect(next("20:00", "Europe/Berlin", "2026-10-24T20:00:00Z")).toBe("2026-10-25T19:00:00Z");
  });

  it("comes once on the day an hour is missing and once on the day it comes twice", () => {
    expect(next("02:30", "Europe/Berlin", "2026-03-29T00:00:00Z")).toBe("2026-03-29T01:30:00Z");
    expect(next("02:30", "Europe/Berlin", "2026-10-25T00:00:00Z")).toBe("2026-10-25T00:30:00Z");
    expect(next("02:30", "Europe/Berlin", "2026-10-25T00:30:00Z")).toBe("2026-10-26T01:30:00Z");
  });

  it("is ahead, and within two days, everywhere", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...knownZones()),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 1_500_000_000, max: 2_500_000_000 }),
        (zone, hour, minute, seconds) => {
          const after = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
          const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
          const ahead = nextAt(time, zone, after).epochMilliseconds - after.epochMilliseconds;
          return ahead > 0 && ahead <= 49 * 3_600_000;
        },
      ),
      { numRuns: 300 },
    ));
});
