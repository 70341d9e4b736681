import { scaleLinear } from "d3-scale";
import { type DayNumber, dayOf } from "@/lib/time/day";
import { firstOf, type Span, weekdayOf } from "@/lib/trends/rules";

/**
 * Pictures are drawn in a box of this size and stretched to their place: lines keep their width, and whole numbers are near
 * enough and short. A page carries them twice.
 */
export const BOX = { width: 1000, height: 1000 } as const;

/** Where a day's middle lies, 0 to 1000. Every picture of one span has the same. */
export const across = ({ from, to }: Span) =>
  scaleLinear()
    .domain([from - 0.5, to + 0.5])
    .range([0, BOX.width]);

/** Percent of a picture's width. */
export const placeOf = (day: DayNumber, span: Span) => (across(span)(day) / BOX.width) * 100;

/** Where a number lies, 0 at the bottom. */
export const upTo = (most: number) => scaleLinear().domain([0, most]).range([BOX.height, 0]);

/** To a tenth, as in every path. */
export const tenth = (number: number) => Math.round(number * 10) / 10;

/** `year`: the first day of one, which is named by its number alone. */
export type Tick = { readonly day: DayNumber; readonly shape: "day" | "month" | "year" };

const BY_WEEK = 35;
const BY_FORTNIGHT = 70;
/** As many as have room on the narrowest phone. */
const MOST = 6;
const MONTHS_APART = [1, 2, 3, 6, 12, 24, 60, 120];

/** The days named under a picture: Mondays of a few weeks, else firsts of months, and of years among them. */
export function ticksOf({ from, to }: Span): Tick[] {
  const days = to - from + 1;
  if (days <= BY_FORTNIGHT) {
    const monday = from + ((7 - weekdayOf(from)) % 7);
    const step = days <= BY_WEEK ? 7 : 14;
    return Array.from({ length: Math.floor((to - monday) / step) + 1 }, (_, at) => ({
      day: monday + at * step,
      shape: "day",
    }));
  }
  const months = monthsWithin({ from, to });
  const apart = MONTHS_APART.find((apart) => months.length <= apart * MOST) ?? 240;
  return months
    .filter(({ month }) => month % apart === 0)
    .map(({ first, month }) => ({ day: first, shape: month % 12 === 0 ? "year" : "month" }));
}

/** The months that begin within a span, counted from the year 0. */
function monthsWithin({ from, to }: Span): { month: number; first: DayNumber }[] {
  const [year = 0, month = 0] = dayOf(from).split("-").map(Number);
  const months = [];
  for (let at = year * 12 + month - 1; firstOf(at) <= to; at++)
    if (firstOf(at) >= from) months.push({ month: at, first: firstOf(at) });
  return months;
}
