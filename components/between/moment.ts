import { useFormatter } from "next-intl";
import { Temporal } from "temporal-polyfill";
import { dayIn } from "@/lib/time/day";

export const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Tells a moment in the reader's own zone, with its day. */
export function useMoment(timeZone: string): (moment: string) => string {
  const format = useFormatter();
  return (moment) =>
    format.dateTime(new Date(moment), { timeZone, weekday: "long", day: "numeric", month: "long", ...CLOCK });
}

/** The same for a moment within a day of now: its time, and the day of the week unless it is today. */
export function useSoon(timeZone: string): (moment: string) => string {
  const format = useFormatter();
  return (moment) => {
    const today = dayIn(timeZone) === dayIn(timeZone, Temporal.Instant.from(moment));
    return format.dateTime(new Date(moment), {
      timeZone,
      ...CLOCK,
      ...(today ? {} : { weekday: "long" }),
    });
  };
}
