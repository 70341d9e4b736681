import type { useFormatter, useTranslations } from "next-intl";
import type { Notes } from "@/lib/guests/queries";

type Words = {
  readonly t: ReturnType<typeof useTranslations<"guests">>;
  readonly format: ReturnType<typeof useFormatter>;
};

/** What stands faintly on what a guest reads: for whom it is, where that was said, and the day it was opened on. */
export function watermarkOf({ forWhom }: Notes, { t, format }: Words): string {
  const day = format.dateTime(new Date(), { dateStyle: "long", timeZone: "UTC" });
  return forWhom.length > 0 ? t("watermark_for", { who: forWhom.join(" · "), day }) : t("watermark", { day });
}
