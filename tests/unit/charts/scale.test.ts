import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { placeOf, ticksOf } from "@/components/charts/scale";
import { type Day, dayOf, numberOf } from "@/lib/time/day";
import type { Span } from "@/lib/trends/rules";

const span = (from: string, to: string): Span => ({ from: numberOf(from as Day), to: numberOf(to as Day) });
const named = (of: Span) => ticksOf(of).map(({ day, shape }) => [dayOf(day), shape]);
const spans = fc
  .tuple(fc.integer({ min: -9_000, max: 45_000 }), fc.integer({ min: 27, max: 20_000 }))
  .map(([from, days]): Span => ({ from, to: from + days }));

describe("the days named under a picture", () => {
  it("are the Mondays of four weeks, over the end of summer time too", () => {
    expect(named(span("2026-10-13", "2026-11-09"))).toEqual([
      ["2026-10-19", "day"],
      ["2026-10-26", "day"],
      ["2026-11-02", "day"],
      ["2026-11-09", "day"],
    ]);
  });

  it("are every second Monday where there are more", () => {
    expect(named(span("2026-10-15", "2026-11-23"))).toEqual([
      ["2026-10-19", "day"],
      ["2026-11-02", "day"],
      ["2026-11-16", "day"],
    ]);
  });

  it("are firsts of months, and a new year by its number, over a leap day too", () => {
    expect(named(span("2027-12-02", "2028-03-01"))).toEqual([
      ["2028-01-01", "year"],
      ["2028-02-01", "month"],
      ["2028-03-01", "month"],
    ]);
    expect(named(span("2027-12-01", "2028-11-30")).map(([day]) => day?.slice(5))).toEqual([
      "01-01",
      "03-01",
      "05-01",
      "07-01",
      "09-01",
      "11-01",
    ]);
  });

  it("are every second year of ten", () => {
    expect(named(span("2016-11-24", "2026-11-23"))).toEqual(
      [2018, 2020, 2022, 2024, 2026].map((year) => [`${year}-01-01`, "year"]),
    );
  });

  it("lie within any picture, apart from one another, and are what they are called", () =>
    fc.assert(
      fc.property(spans, (of) => {
        const ticks = ticksOf(of);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const [at, { day, shape }] of ticks.entries()) {
          const date = Temporal.PlainDate.from(dayOf(day));
          expect(of.from <= day && day <= of.to).toBe(true);
          if (shape === "day") expect(date.dayOfWeek).toBe(1);
          else expect([date.day, date.month === 1]).toEqual([1, shape === "year"]);
          const before = ticks[at - 1];
          if (before) expect(placeOf(day, of) - placeOf(before.day, of)).toBeGreaterThan(9);
        }
      }),
    ));
});

describe("where a day lies", () => {
  it("is the middle of its own part of the width", () =>
    fc.assert(
      fc.property(spans, fc.nat(), (of, some) => {
        const days = of.to - of.from + 1;
        const at = some % days;
        expect(placeOf(of.from + at, of)).toBeCloseTo(((at + 0.5) / days) * 100, 9);
      }),
    ));
});
