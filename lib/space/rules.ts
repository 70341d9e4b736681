import type { Temporal } from "temporal-polyfill";
import { nextAt } from "@/lib/time/zone";

/** Lengths that are offered, in minutes; any other is told as the time of one's return. */
export const lengths = [20, 60, 180] as const;

/**
 * How short and how long a break may be, in minutes: calming down takes twenty, and a day without a word is leaving
 * (Gottman & Silver 1999; Gottman 2011).
 */
export const SPACE = { least: 20, most: 24 * 60 } as const;

/** Shown for so long after the time has passed that one has not come back; then nothing more is said. */
export const OVERDUE_HOURS = 24;

/** When somebody means to be back: so many minutes from now, on the next five minutes of the clock, or at `until` (HH:MM). */
export function returnTime(
  wanted: { readonly length: number } | { readonly until: string },
  timeZone: string,
  now: Temporal.Instant,
): Temporal.Instant {
  if ("until" in wanted) return nextAt(wanted.until, timeZone, now);
  return now
    .add({ minutes: wanted.length })
    .round({ smallestUnit: "minute", roundingIncrement: 5, roundingMode: "ceil" });
}

/** Whether a return time is no break yet. (The next time a clock shows a time is never more than a day away.) */
export const isTooSoon = (until: Temporal.Instant, now: Temporal.Instant) =>
  now.until(until).total("minutes") < SPACE.least;
