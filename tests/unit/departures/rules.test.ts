import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { canBeChosen, FURTHEST, momentOf } from "@/lib/departures/rules";
import { day } from "@/tests/support/people";

const now = Temporal.Instant.from("2026-03-10T12:00:00Z");

describe("a moment to leave", () => {
  it("is what the person's own clock shows", () => {
    expect(momentOf(day("2026-07-01"), "20:30", "Europe/Berlin").toString()).toBe("2026-07-01T18:30:00Z");
    expect(momentOf(day("2026-07-01"), "20:30", "Pacific/Kiritimati").toString()).toBe(
      "2026-07-01T06:30:00Z",
    );
  });

  it("is later by the length of the jump where the clocks jump over it", () => {
    expect(momentOf(day("2026-03-29"), "02:30", "Europe/Berlin").toString()).toBe("2026-03-29T01:30:00Z");
  });

  it("is still to come, and no further away than it can be meant", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200 * 1440, max: 200 * 1440 }), (minutes) => {
        const isAhead = minutes > 0 && minutes <= FURTHEST * 1440;
        expect(canBeChosen(now.add({ minutes }), now)).toBe(isAhead);
      }),
    );
  });
});
