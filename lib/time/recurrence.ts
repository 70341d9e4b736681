import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { type Day, parseDay } from "@/lib/time/day";

/** Days of the week, as RFC 5545 names them. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** How often something is to be done: `weekly` leaves the days of each ISO week open, `whenever` all of them. */
export type Often =
  | { readonly kind: "daily" }
  | { readonly kind: "weekdays"; readonly days: readonly Weekday[] }
  | { readonly kind: "weekly"; readonly times: number }
  | { readonly kind: "once"; readonly by: Day }
  | { readonly kind: "whenever" };

/** As it is stored: an RRULE (RFC 5545, 3.3.10) on whole days, and how many times, which an RRULE cannot say. */
export type Stored = { readonly rule: string | null; readonly times: number | null };

export function toRule(often: Often): Stored {
  switch (often.kind) {
    case "daily":
      return { rule: "FREQ=DAILY", times: null };
    case "weekdays":
      return { rule: `FREQ=WEEKLY;BYDAY=${often.days.join(",")}`, times: null };
    case "weekly":
      return { rule: "FREQ=WEEKLY;WKST=MO", times: often.times };
    case "once": {
      const { month, day } = Temporal.PlainDate.from(often.by);
      return { rule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day};COUNT=1`, times: null };
    }
    case "whenever":
      return { rule: null, times: null };
  }
}

/** What `toRule` made of it. `from` is the rule's DTSTART. */
export function fromRule({ rule, times }: Stored, from: Day): Often {
  if (rule === null) return { kind: "whenever" };
  if (times !== null) return { kind: "weekly", times };
  const recurrence = recurring(rule, from);
  const { freq, byDay } = recurrence.options();
  if (freq === "DAILY") return { kind: "daily" };
  if (freq === "WEEKLY") return { kind: "weekdays", days: weekdays.filter((day) => byDay?.includes(day)) };
  const [by] = recurrence.all().map(dayOf);
  if (!by) throw new Error(`a rule that never comes: ${rule}`);
  return { kind: "once", by };
}

const DAYS = `(${weekdays.join("|")})`;
const WRITTEN = new RegExp(
  `^(FREQ=DAILY|FREQ=WEEKLY;BYDAY=${DAYS}(,${DAYS})*|FREQ=YEARLY;BYMONTH=\\d+;BYMONTHDAY=\\d+;COUNT=1)$`,
);

/** Whether `toRule` can have made it. Another rule may never come, or come without end: nothing asks when. */
export function isStored(stored: Stored): boolean {
  const { rule, times } = stored;
  if (rule === null || times !== null) return rule === (times === null ? null : "FREQ=WEEKLY;WKST=MO");
  if (!WRITTEN.test(rule)) return false;
  const [month, day] = [...rule.matchAll(/=(\d+);/g)].map(([, number]) => number?.padStart(2, "0"));
  // In a year that has every day.
  return month === undefined || parseDay(`2024-${month}-${day}`) !== null;
}

/** The days between two days, both included, on which something named by its days is due. */
export function dueDays(often: Often, from: Day, to: Day): Day[] {
  // Its rule names no year: read from a later day it would come again.
  if (often.kind === "once") return from <= often.by && often.by <= to ? [often.by] : [];
  const { rule, times } = toRule(often);
  if (rule === null || times !== null || from > to) return [];
  return recurring(rule, from).between(midnight(from), midnight(to), true).map(dayOf);
}

// Days have no zone and no clock change: they are counted in UTC, where each has twenty-four hours.
const midnight = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime("UTC");
const dayOf = (moment: Temporal.ZonedDateTime) => moment.toPlainDate().toString() as Day;
const recurring = (rule: string, from: Day) =>
  new RRuleTemporal<Temporal.ZonedDateTime>({
    rruleString: rule,
    dtstart: midnight(from),
    temporal: Temporal,
  });
