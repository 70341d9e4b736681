import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type Onlooker, usePeople } from "@/components/trends/people";
import { TrendsFrame } from "@/components/trends/trends-frame";
import { YearCalendar, YearScale } from "@/components/trends/year-calendar";
import { YearTable } from "@/components/trends/year-table";
import { PillLinks } from "@/components/ui/pill-links";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { dimensions } from "@/lib/check-ins/rules";
import { givenOf, type NumbersRow, type Of, yearSpan } from "@/lib/trends/rules";
import { type TrendsSearch, trendsAddress } from "@/lib/trends/schema";

type Props = {
  year: number;
  people: readonly Of<NumbersRow>[];
  search: TrendsSearch;
  onlooker: Onlooker;
};

/** One number over a year, as a calendar. */
export function Year({ year, people, search, onlooker }: Props) {
  const t = useTranslations("trends");
  const checkIn = useTranslations("check_in");
  const person = usePeople(onlooker.partnerName);
  const { of, table } = search;
  const to = (change: Partial<TrendsSearch>) => trendsAddress("/trends/year", { ...search, year, ...change });
  const what = checkIn(of);
  const drawn = people.map(({ mine, rows }) => ({
    ...person(mine),
    values: new Map(givenOf(rows, of).map(({ day, value }) => [day, value])),
  }));
  return (
    <TrendsFrame path="/trends/year" search={search} span={yearSpan(year)} onlooker={onlooker}>
      <PillLinks
        label={t("year.of")}
        links={dimensions.map((one) => ({ href: to({ of: one }), label: checkIn(one), current: one === of }))}
      />
      <Section id="year" title={t("year.title", { what, year: String(year) })}>
        <p className="flex flex-wrap gap-x-6 print:hidden">
          <TextLink href={to({ year: year - 1 }) as Route}>{String(year - 1)}</TextLink>
          {year < Number(onlooker.today.slice(0, 4)) && (
            <TextLink href={to({ year: year + 1 }) as Route}>{String(year + 1)}</TextLink>
          )}
        </p>
        {table === "year"
          ? drawn.map((one) => <YearTable key={one.name} {...one} year={year} />)
          : drawn.map((one) => <YearCalendar key={one.name} {...one} year={year} what={what} />)}
        {!table && drawn.some(({ values }) => values.size > 0) && (
          <>
            <YearScale low={checkIn(`ends.${of}.0`)} high={checkIn(`ends.${of}.1`)} />
            <p className="print:hidden">
              <TextLink href={to({ table: "year" }) as Route}>{t("as_table")}</TextLink>
            </p>
          </>
        )}
      </Section>
    </TrendsFrame>
  );
}
