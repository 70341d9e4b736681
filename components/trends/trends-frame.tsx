import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TogetherTabs } from "@/components/together/tabs";
import type { Onlooker } from "@/components/trends/people";
import { PageHeader } from "@/components/ui/page-header";
import { PillLinks } from "@/components/ui/pill-links";
import { TextLink } from "@/components/ui/text-link";
import { type Day, dayOf, forDisplay } from "@/lib/time/day";
import { ranges, type Span } from "@/lib/trends/rules";
import { type TrendsPath, type TrendsSearch, trendsAddress, trendsPaths } from "@/lib/trends/schema";

type Props = {
  path: TrendsPath;
  search: TrendsSearch;
  span: Span;
  onlooker: Onlooker;
  children: ReactNode;
};

const names = {
  "/trends": "numbers",
  "/trends/feelings": "feelings",
  "/trends/acts": "acts",
  "/trends/year": "year",
} as const satisfies Record<TrendsPath, string>;

/** What all pictures have round them: which ones, of which time, and whose. */
export function TrendsFrame({ path, search, span, onlooker, children }: Props) {
  const t = useTranslations("trends");
  const together = useTranslations("together");
  const { range, whose, table } = search;
  const kept = { range, whose };
  const mine = whose === "mine";
  const { name, partnerName, today } = onlooker;
  const format = useFormatter();
  const written = (day: Day) => format.dateTime(forDisplay(day), { dateStyle: "medium" });
  return (
    <>
      <PageHeader
        title={together("title")}
        lead={
          <>
            <p className="print:hidden">
              {mine ? t("lead_mine") : t("lead_both", { name: partnerName ?? "" })}
            </p>
            <p className="hidden print:block">
              {t(mine ? "printed_mine" : "printed_both", {
                name,
                partner: partnerName ?? "",
                from: written(dayOf(span.from)),
                to: written(dayOf(span.to)),
                today: written(today),
              })}
            </p>
          </>
        }
      />
      <TogetherTabs current="trends" />
      <div className="mb-2">
        <PillLinks
          label={t("pictures")}
          links={trendsPaths.map((to) => ({
            href: trendsAddress(to, kept),
            label: t(`tabs.${names[to]}`),
            current: to === path,
          }))}
        />
      </div>
      {path !== "/trends/year" && (
        <PillLinks
          label={t("range")}
          links={ranges.map((one) => ({
            href: trendsAddress(path, { ...search, range: one }),
            label: t(`ranges.${one}`),
            short: t(`ranges_short.${one}`),
            current: one === range,
          }))}
        />
      )}
      <p className="mt-2 mb-6 flex flex-wrap gap-x-6 print:hidden">
        {partnerName && (
          <TextLink href={trendsAddress(path, { ...search, whose: mine ? "both" : "mine" }) as Route}>
            {mine ? t("see_both") : t("see_mine")}
          </TextLink>
        )}
        {table && (
          <TextLink href={trendsAddress(path, { ...search, table: null }) as Route}>
            {t("as_pictures")}
          </TextLink>
        )}
      </p>
      {children}
    </>
  );
}
