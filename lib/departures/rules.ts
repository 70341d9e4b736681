import { Temporal } from "temporal-polyfill";
import type { Day } from "@/lib/time/day";

/** How far ahead a moment to leave may be chosen, in days. */
export const FURTHEST = 90;

/** The moment at which the clocks of a zone show a time on a day; where they jump over it, later by the length of the jump. */
export const momentOf = (day: Day, at: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) })
    .toInstant();

/** Whether a moment is still to come, and not too far away to be meant. */
export const canBeChosen = (moment: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(moment, now) > 0 &&
  Temporal.Instant.compare(moment, now.add({ hours: FURTHEST * 24 })) <= 0;
