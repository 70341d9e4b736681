import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ColumnsFigure, NothingOf, PartsLegend } from "@/components/trends/columns-figure";
import { usePeople } from "@/components/trends/people";
import { WeeksTable } from "@/components/trends/weeks-table";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import {
  answersTo,
  type HeardRow,
  heardAnswers,
  heardParts,
  highest,
  type Of,
  type Span,
  weeksOf,
} from "@/lib/trends/rules";

type Props = {
  span: Span;
  heard: readonly Of<HeardRow>[];
  partnerName: string | null;
  asTable: boolean;
  tableAt: Route;
};

const looks = {
  yes: { hue: "hue-deep", fill: 1 },
  partly: { hue: "hue-deep", fill: 0.4 },
  not_yet: { hue: "hue-ash", fill: 0, dashed: true },
} as const;

/** Whether each felt understood, accepted and cared for, week by week, as far as it is shown. */
export function Heard({ span, heard, partnerName, asTable, tableAt }: Props) {
  const t = useTranslations("trends");
  const told = useTranslations("between.heard_told");
  const answers = useTranslations("between.heard_answers");
  const person = usePeople(partnerName);
  const parts = heardAnswers.map((answer) => ({ ...looks[answer], label: answers(answer) }));
  const people = heard.map(({ mine, rows }) => ({
    ...person(mine),
    parts: heardParts.map((part) => {
      const given = answersTo(rows, part);
      const count = (answer: (typeof heardAnswers)[number]) =>
        given.filter((one) => one[answer] === 1).length;
      const counts = heardAnswers.map((answer) => `${answers(answer)} ${count(answer)}`).join(", ");
      return { part, given: given.length, counts, weeks: weeksOf(given, heardAnswers, span) };
    }),
  }));
  const most = highest(people.flatMap(({ parts }) => parts.flatMap(({ weeks }) => weeks)));
  if (asTable)
    return (
      <Section id="heard" title={t("heard.title")} lead={t("heard.about")}>
        {people.flatMap(({ name, parts: drawn }) =>
          drawn.map(({ part, weeks }) => (
            <WeeksTable
              key={`${name}/${part}`}
              caption={`${name}: ${told(part)}`}
              parts={parts}
              weeks={weeks}
            />
          )),
        )}
      </Section>
    );
  return (
    <Section id="heard" title={t("heard.title")} lead={t("heard.about")}>
      {people.map(({ name, parts: drawn }) =>
        drawn.every(({ given }) => given === 0) ? (
          <NothingOf key={name} name={name} says={t("heard.nothing")} />
        ) : (
          <div key={name} className="space-y-3">
            <h3 className="font-semibold">{name}</h3>
            {drawn.map(({ part, counts, weeks }) => (
              <ColumnsFigure
                key={part}
                low
                span={span}
                weeks={weeks}
                parts={parts}
                most={most}
                caption={
                  <span className="text-sm">
                    {told(part)} <span className="text-muted">{counts}</span>
                  </span>
                }
                reads={t("heard.read", { name, part: told(part) })}
                nothing={t("heard.nothing_read")}
              />
            ))}
          </div>
        ),
      )}
      {most > 0 && <PartsLegend parts={parts} />}
      <p className="print:hidden">
        <TextLink href={tableAt}>{t("as_table")}</TextLink>
      </p>
    </Section>
  );
}
