import ical from "ical-generator";
import { Temporal } from "temporal-polyfill";
import type { TherapySessionView } from "@/lib/entries/rules";

const AN_HOUR = { hours: 1 };

/**
 * A session as a calendar file (RFC 5545) that tells nothing but when it is: no name, no place, and a title that could be of
 * anything. Its time has no zone: it is that of the clock wherever it is. Without a time it takes the day.
 */
export function asCalendar(
  { id, day, localTime }: Pick<TherapySessionView, "id" | "day" | "localTime">,
  title: string,
): string {
  const on = Temporal.PlainDate.from(day);
  const from = localTime ? on.toPlainDateTime(localTime) : null;
  const calendar = ical();
  calendar.prodId("//calendar//EN");
  calendar.createEvent({
    id,
    summary: title,
    // The format asks when the file was made, which is nobody's matter: it is the same whenever it is asked for.
    stamp: floating(on.toPlainDateTime()),
    ...(from
      ? { start: floating(from), end: floating(from.add(AN_HOUR)), floating: true }
      : { start: floating(on.toPlainDateTime()), allDay: true }),
  });
  return calendar.toString();
}

/** What is floating is written as it stands. */
const floating = (moment: Temporal.PlainDateTime) => moment.toZonedDateTime("UTC");
