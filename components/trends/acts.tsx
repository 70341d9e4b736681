import type { Route } from "next";
import { useTranslations } from "next-intl";
import { FiveNumbersReading } from "@/components/commitments/five-numbers";
import { ColumnsFigure, NothingOf, PartsLegend } from "@/components/trends/columns-figure";
import { Heard } from "@/components/trends/heard";
import { Needs } from "@/components/trends/needs";
import { type Onlooker, usePeople } from "@/components/trends/people";
import { TrendsFrame } from "@/components/trends/trends-frame";
import { WeeksTable } from "@/components/trends/weeks-table";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { sumOf, tallied } from "@/lib/follow-through/rules";
import {
  type HeardRow,
  highest,
  type NeedRow,
  type Of,
  type Span,
  type Tally,
  weeksOf,
} from "@/lib/trends/rules";
import { type TrendsSearch, trendsAddress } from "@/lib/trends/schema";

type Props = {
  span: Span;
  kept: readonly Of<Tally>[];
  heard: readonly Of<HeardRow>[];
  needs: readonly Of<NeedRow>[];
  search: TrendsSearch;
  onlooker: Onlooker;
};

/** How a part of a week looks: by its place in the column first, then by how full it is, and by its colour only with them. */
const looks = {
  kept: { hue: "hue-sea", fill: 1 },
  partly: { hue: "hue-sea", fill: 0.4 },
  missed: { hue: "hue-umber", fill: 0 },
  notLogged: { hue: "hue-ash", fill: 0, dashed: true },
} as const;

/** What was promised and what became of it, whether each felt heard, and what was needed. */
export function Acts({ span, kept, heard, needs, search, onlooker }: Props) {
  const t = useTranslations("trends");
  const five = useTranslations("follow_through.five");
  const person = usePeople(onlooker.partnerName);
  const { table } = search;
  const { partnerName } = onlooker;
  const to = (table: TrendsSearch["table"]) => trendsAddress("/trends/acts", { ...search, table }) as Route;
  const parts = tallied.map((part) => ({ ...looks[part], label: five(part) }));
  const promised = kept.map(({ mine, rows }) => ({
    ...person(mine),
    numbers: sumOf(rows),
    weeks: weeksOf(rows, tallied, span),
  }));
  const most = highest(promised.flatMap(({ weeks }) => weeks));
  return (
    <TrendsFrame path="/trends/acts" search={search} span={span} onlooker={onlooker}>
      {table === "commitments" && (
        <Section id="kept" title={t("kept.title")} lead={t("kept.about")}>
          {promised.map(({ name, weeks }) => (
            <WeeksTable key={name} caption={name} parts={parts} weeks={weeks} />
          ))}
        </Section>
      )}
      {!table && (
        <Section id="kept" title={t("kept.title")} lead={t("kept.about")}>
          {promised.map(({ name, numbers, weeks }) =>
            numbers.due === 0 ? (
              <NothingOf key={name} name={name} says={t("kept.none")} />
            ) : (
              <ColumnsFigure
                key={name}
                span={span}
                weeks={weeks}
                parts={parts}
                most={most}
                caption={
                  <>
                    <p className="mb-2 font-semibold">{name}</p>
                    <FiveNumbersReading numbers={numbers} />
                  </>
                }
                reads={t("kept.read", { name })}
                nothing={t("kept.nothing")}
              />
            ),
          )}
          {most > 0 && <PartsLegend parts={parts} />}
          <p className="print:hidden">
            <TextLink href={to("commitments")}>{t("as_table")}</TextLink>
          </p>
        </Section>
      )}
      {(!table || table === "felt_heard") && (
        <Heard
          span={span}
          heard={heard}
          partnerName={partnerName}
          asTable={table !== null}
          tableAt={to("felt_heard")}
        />
      )}
      {!table && <Needs needs={needs} partnerName={partnerName} />}
    </TrendsFrame>
  );
}
