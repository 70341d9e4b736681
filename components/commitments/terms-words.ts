import { useFormatter, useTranslations } from "next-intl";
import type { Terms } from "@/lib/commitments/rules";
import { type Day, forDisplay } from "@/lib/time/day";
import type { Weekday } from "@/lib/time/recurrence";

/** Says a day in full words, as the reader's language has it. */
export function useDay(): (day: Day) => string {
  const format = useFormatter();
  return (day) => format.dateTime(forDisplay(day), { weekday: "short", day: "numeric", month: "long" });
}

export const WORKDAYS = ["MO", "TU", "WE", "TH", "FR"] as const satisfies readonly Weekday[];

/** Says how often something is to be done. */
export function useOften(): (terms: Terms) => string {
  const t = useTranslations("commitments");
  const format = useFormatter();
  const say = useDay();
  return ({ often }) => {
    if (often.kind === "weekdays" && often.days.join() === WORKDAYS.join()) return t("told_often.workdays");
    if (often.kind === "weekdays")
      return t("told_often.weekdays", { days: format.list(often.days.map((day) => t(`weekdays.${day}`))) });
    if (often.kind === "weekly") return t("told_often.weekly", { times: often.times });
    if (often.kind === "once") return t("told_often.once", { day: say(often.by) });
    return t(`told_often.${often.kind}`);
  };
}
