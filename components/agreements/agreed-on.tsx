import { useFormatter, useTranslations } from "next-intl";
import type { Turn } from "@/lib/agreements/rules";
import { forDisplay } from "@/lib/time/day";

/** The day on which both had said it. */
export function AgreedOn({ turn: { on } }: { turn: Turn }) {
  const t = useTranslations("agreements");
  const format = useFormatter();
  const day = on && format.dateTime(forDisplay(on), { dateStyle: "long" });
  return <p className="mt-2 text-sm text-muted">{day ? t("agreed_on", { day }) : t("agreed_before")}</p>;
}
