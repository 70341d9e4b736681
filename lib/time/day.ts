import { Temporal } from "temporal-polyfill";

declare const local: unique symbol;
/** A calendar day as its writer lived it, `YYYY-MM-DD`. Never a Date: a Date near midnight is a different day elsewhere. */
export type Day = string & { readonly [local]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day, or null where the text is no day of the calendar between 1900 and 2199. */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text) || text < "1900-01-01" || text > "2199-12-31") return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as Day;
  } catch {
    return null;
  }
}

/** What the calendar on the wall says in a zone. The clock is given so that tests can hold it. */
export function dayIn(timeZone: string, now: Temporal.Instant = Temporal.Now.instant()): Day {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;
}

export const addDays = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString() as Day;

/** A day counted from 1970-01-01: for arithmetic over years of days. */
export type DayNumber = number;
const MILLISECONDS = 86_400_000;
export const numberOf = (day: Day): DayNumber => toColumn(day).getTime() / MILLISECONDS;
/** Whole days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => numberOf(to) - numberOf(from);
export const dayOf = (number: DayNumber): Day => fromColumn(new Date(number * MILLISECONDS));

/** When a day comes, or comes again: on its own date where that is to come, else on its next anniversary. A leap day comes on the 28th. */
export function nextOn(day: Day, today: Day): Day {
  if (day >= today) return day;
  const { year } = Temporal.PlainDate.from(today);
  const inYear = (one: number) => Temporal.PlainDate.from(day).with({ year: one }).toString() as Day;
  return inYear(year) >= today ? inYear(year) : inYear(year + 1);
}

/** The day so many calendar months before another, or the last of that month where it has none. */
export const monthsBefore = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).subtract({ months }).toString() as Day;

/** Monday to Sunday of the ISO week that a day lies in. */
export function weekOf(day: Day): { readonly from: Day; readonly to: Day } {
  const from = addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
  return { from, to: addDays(from, 6) };
}

/** Every day from one to another, both included. */
export const daysFrom = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));

/** The first day that is not over yet wherever people are: nobody is told of a day that still runs for them. */
export const firstOpenDay = (now: Temporal.Instant = Temporal.Now.instant()): Day => dayIn("Etc/GMT+12", now);

/** Prisma writes and reads a `date` as midnight UTC; these two are the only place that knows. */
export const toColumn = (day: Day) => new Date(`${day}T00:00:00Z`);
export const fromColumn = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** For formatting alone: noon UTC of the day, to be shown in UTC. */
export const forDisplay = (day: Day) => new Date(`${day}T12:00:00Z`);
