import { scaleLinear, scaleUtc } from "d3-scale";
import { type DayNumber, dayOf, forDisplay, fromColumn, numberOf } from "@/lib/time/day";
import type { Span } from "@/lib/trends/rules";

/** Pictures are drawn in a box of this size and stretched to their place: lines keep their width, and numbers stay short. */
export const BOX = { width: 1000, height: 100 } as const;

/** Where a day's middle lies, 0 to 1000. Every picture of one span has the same. */
export const across = ({ from, to }: Span) =>
  scaleLinear()
    .domain([from - 0.5, to + 0.5])
    .range([0, BOX.width]);

/** Where a number lies, 0 at the bottom. */
export const upTo = (most: number) => scaleLinear().domain([0, most]).range([BOX.height, 0]);

/** To a tenth, as in every path. */
export const tenth = (number: number) => Math.round(number * 10) / 10;

export type Tick = { readonly day: DayNumber; readonly shape: "day" | "month" | "year" };

const BY_WEEK = 35;
const BY_YEAR = 1_000;

/** The days named under a picture: Mondays of a few weeks, else firsts of months or of years. */
export function ticksOf({ from, to }: Span): Tick[] {
  const days = to - from + 1;
  if (days <= BY_WEEK) {
    const monday = from + ((7 - ((from + 3) % 7)) % 7);
    return Array.from({ length: Math.floor((to - monday) / 7) + 1 }, (_, at) => ({
      day: monday + at * 7,
      shape: "day" as const,
    }));
  }
  const dates = scaleUtc()
    .domain([forDisplay(dayOf(from)), forDisplay(dayOf(to))])
    .ticks(days > BY_YEAR ? 5 : 4);
  return dates.map((date) => ({
    day: numberOf(fromColumn(date)),
    shape: days > BY_YEAR ? "year" : "month",
  }));
}
