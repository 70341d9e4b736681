import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";

const things = [
  "entries",
  "conversations",
  "questions",
  "corrections",
  "record",
  "settings",
  "live",
] as const;

/** What becomes of everything there is, thing by thing. */
export function WhatStays({ name }: { name: string }) {
  const t = useTranslations("leaving");
  return (
    <Section id="stays" title={t("stays_title")} lead={t("stays_lead")}>
      <dl className="divide-y divide-line border-y border-line">
        {things.map((thing) => (
          <div key={thing} className="py-3 mid:grid mid:grid-cols-[13rem_1fr] mid:gap-5">
            <dt className="font-semibold">{t(`stays.${thing}.what`)}</dt>
            <dd className="mt-1 text-sm mid:mt-0">{t(`stays.${thing}.becomes`, { name })}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
