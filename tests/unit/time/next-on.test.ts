import { describe, expect, it } from "vitest";
import { type Day, nextOn } from "@/lib/time/day";

describe("a day that comes again", () => {
  it.each([
    ["2026-12-05", "2026-11-23", "2026-12-05"],
    ["2026-11-23", "2026-11-23", "2026-11-23"],
    ["2025-12-05", "2026-11-23", "2026-12-05"],
    ["2024-01-02", "2026-11-23", "2027-01-02"],
    ["2024-02-29", "2026-02-20", "2026-02-28"],
    ["2024-02-29", "2027-03-01", "2028-02-29"],
    ["2030-01-01", "2026-11-23", "2030-01-01"],
  ])("%s is next, on %s, on %s", (day, today, next) => {
    expect(nextOn(day as Day, today as Day)).toBe(next);
  });
});
