import type { useFormatter, useTranslations } from "next-intl";
import type { Notes } from "@/lib/guests/queries";

type Words = {
  readonly t: ReturnType<typeof useTranslations<"guests">>;
  readonly format: ReturnType<typeof useFormatter>;
};

/** What stands faintly on what a guest reads: for whom it is, or else by which link, and the day. */
export function watermarkOf({ forWhom, parts }: Notes, { t, format }: Words): string {
  const day = format.dateTime(new Date(), { dateStyle: "long", timeZone: "UTC" });
  if (forWhom.length > 0) return t("watermark_for", { who: forWhom.join(" · "), day });
  return t("watermark", { link: parts.map(({ link }) => link.slice(0, 4)).join(" · "), day });
}
