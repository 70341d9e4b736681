import { useFormatter, useTranslations } from "next-intl";
import { type Day, forDisplay } from "@/lib/time/day";

/** The days a packet is of, as it is named everywhere. */
export function useDays(): (span: { readonly from: Day; readonly to: Day }) => string {
  const t = useTranslations("packets");
  const format = useFormatter();
  const long = (day: Day) => format.dateTime(forDisplay(day), { dateStyle: "long" });
  return ({ from, to }) => t("days", { from: long(from), to: long(to) });
}
