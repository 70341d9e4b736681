import type { Route } from "next";
import { useTranslations } from "next-intl";
import { NothingOf, PartsLegend } from "@/components/trends/columns-figure";
import { HeardFigures, useHeardLooks } from "@/components/trends/heard-figures";
import { usePeople } from "@/components/trends/people";
import { WeeksTable } from "@/components/trends/weeks-table";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { type HeardRow, heardOf, highest, type Of, type Span } from "@/lib/trends/rules";

type Props = {
  span: Span;
  heard: readonly Of<HeardRow>[];
  partnerName: string | null;
  asTable: boolean;
  tableAt: Route;
};

/** Whether each felt understood, accepted and cared for, week by week, as far as it is shown. */
export function Heard({ span, heard, partnerName, asTable, tableAt }: Props) {
  const t = useTranslations("trends");
  const told = useTranslations("between.heard_told");
  const person = usePeople(partnerName);
  const looks = useHeardLooks();
  const people = heard.map(({ mine, rows }) => ({ ...person(mine), parts: heardOf(rows, span) }));
  const most = highest(people.flatMap(({ parts }) => parts.flatMap(({ weeks }) => weeks)));
  if (asTable)
    return (
      <Section id="heard" title={t("heard.title")} lead={t("heard.about")}>
        {people.flatMap(({ name, parts: drawn }) =>
          drawn.map(({ part, weeks }) => (
            <WeeksTable
              key={`${name}/${part}`}
              caption={`${name}: ${told(part)}`}
              parts={looks}
              weeks={weeks}
            />
          )),
        )}
      </Section>
    );
  return (
    <Section id="heard" title={t("heard.title")} lead={t("heard.about")}>
      {people.map(({ name, parts: drawn }) =>
        drawn.every(({ counts }) => counts.every((count) => count === 0)) ? (
          <NothingOf key={name} name={name} says={t("heard.nothing")} />
        ) : (
          <div key={name} className="space-y-3">
            <h3 className="font-semibold">{name}</h3>
            <HeardFigures name={name} span={span} parts={drawn} most={most} />
          </div>
        ),
      )}
      {most > 0 && <PartsLegend parts={looks} />}
      <p className="print:hidden">
        <TextLink href={tableAt}>{t("as_table")}</TextLink>
      </p>
    </Section>
  );
}
