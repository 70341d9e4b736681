import type { Route } from "next";
import { useTranslations } from "next-intl";
import { FiveNumbersReading } from "@/components/commitments/five-numbers";
import { ColumnsFigure, PartsLegend } from "@/components/trends/columns-figure";
import { Heard } from "@/components/trends/heard";
import { Needs } from "@/components/trends/needs";
import { usePeople } from "@/components/trends/people";
import { TrendsFrame } from "@/components/trends/trends-frame";
import { WeeksTable } from "@/components/trends/weeks-table";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { sumOf } from "@/lib/follow-through/rules";
import {
  type CheckInRow,
  type HeardRow,
  highest,
  type Of,
  type Span,
  type Tally,
  tallied,
  weeksOf,
} from "@/lib/trends/rules";
import { type TrendsSearch, trendsAddress } from "@/lib/trends/schema";

type Props = {
  span: Span;
  kept: readonly Of<Tally>[];
  heard: readonly Of<HeardRow>[];
  checkIns: readonly Of<CheckInRow>[];
  search: TrendsSearch;
  partnerName: string | null;
};

/** How a part of a week looks: by its place in the column first, then by its lightness, and by its colour only with them. */
const looks = {
  kept: { fill: "fill-hue-sea", swatch: "bg-hue-sea" },
  partly: { fill: "fill-hue-sea opacity-45", swatch: "bg-hue-sea opacity-45" },
  missed: { fill: "fill-hue-umber", swatch: "bg-hue-umber" },
  notLogged: { fill: "hollow", swatch: "border border-dashed border-edge", hollow: true },
} as const;

/** What was promised and what became of it, whether each felt heard, and what was needed. */
export function Acts({ span, kept, heard, checkIns, search, partnerName }: Props) {
  const t = useTranslations("trends");
  const five = useTranslations("follow_through.five");
  const person = usePeople(partnerName);
  const { table } = search;
  const to = (table: TrendsSearch["table"]) => trendsAddress("/trends/acts", { ...search, table }) as Route;
  const parts = tallied.map((part) => ({ ...looks[part], label: five(part) }));
  const promised = kept.map(({ mine, rows }) => ({
    ...person(mine),
    numbers: sumOf(rows),
    weeks: weeksOf(rows, tallied, span),
  }));
  const most = highest(promised.flatMap(({ weeks }) => weeks));
  return (
    <TrendsFrame path="/trends/acts" search={search} partnerName={partnerName}>
      {table === "commitments" && (
        <Section id="kept" title={t("kept.title")} lead={t("kept.about")}>
          {promised.map(({ name, weeks }) => (
            <WeeksTable key={name} caption={name} parts={parts} weeks={weeks} />
          ))}
        </Section>
      )}
      {!table && (
        <Section id="kept" title={t("kept.title")} lead={t("kept.about")}>
          {promised.map(({ name, numbers, weeks }) => (
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
          ))}
          <PartsLegend parts={parts} />
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
      {!table && <Needs checkIns={checkIns} partnerName={partnerName} />}
    </TrendsFrame>
  );
}
