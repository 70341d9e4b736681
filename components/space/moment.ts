import { useFormatter } from "next-intl";

/** Tells a moment of today or tomorrow in the reader's own zone, with its day. */
export function useMoment(timeZone: string): (moment: string) => string {
  const format = useFormatter();
  return (moment) =>
    format.dateTime(new Date(moment), {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
}
