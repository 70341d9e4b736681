import { useFormatter, useTranslations } from "next-intl";
import type { Terms } from "@/lib/commitments/rules";
import { type Day, forDisplay } from "@/lib/time/day";
import type { Weekday } from "@/lib/time/recurrence";

type Words = ReturnType<typeof useTranslations<"commitments">>;
type Format = ReturnType<typeof useFormatter>;

/** Says a day in full words, as the reader's language has it. */
export const sayDay = (format: Format) => (day: Day) =>
  format.dateTime(forDisplay(day), { weekday: "short", day: "numeric", month: "long" });
export const useDay = () => sayDay(useFormatter());

export const WORKDAYS = ["MO", "TU", "WE", "TH", "FR"] as const satisfies readonly Weekday[];

/** Says how often something is to be done. */
export function sayOften(t: Words, format: Format): (terms: Pick<Terms, "often">) => string {
  return ({ often }) => {
    if (often.kind === "weekdays" && often.days.join() === WORKDAYS.join()) return t("told_often.workdays");
    if (often.kind === "weekdays")
      return t("told_often.weekdays", { days: format.list(often.days.map((day) => t(`weekdays.${day}`))) });
    if (often.kind === "weekly") return t("told_often.weekly", { times: often.times });
    if (often.kind === "once") return t("told_often.once", { day: sayDay(format)(often.by) });
    return t(`told_often.${often.kind}`);
  };
}
export const useOften = () => sayOften(useTranslations("commitments"), useFormatter());
