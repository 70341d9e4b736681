import type { Route } from "next";
import { useMessages, useTranslations } from "next-intl";
import { CourseFigure } from "@/components/trends/course-figure";
import { CourseTable } from "@/components/trends/course-table";
import { DatedTable } from "@/components/trends/dated-table";
import { FeelingsMap } from "@/components/trends/feelings-map";
import { useFeltWords } from "@/components/trends/felt-words";
import { type Onlooker, usePeople } from "@/components/trends/people";
import { useSentence } from "@/components/trends/sentences";
import { TrendsFrame } from "@/components/trends/trends-frame";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { AnnotationView } from "@/lib/entries/rules";
import { numberOf } from "@/lib/time/day";
import {
  courseOf,
  daysFelt,
  during,
  type FeelingsRow,
  feltOf,
  isByWeek,
  type Span,
  type StrengthRow,
  strengthOf,
} from "@/lib/trends/rules";
import { type TrendsSearch, trendsAddress } from "@/lib/trends/schema";

type Props = {
  span: Span;
  people: readonly {
    mine: boolean;
    checkIns: readonly FeelingsRow[];
    strengths: readonly StrengthRow[];
  }[];
  annotations: readonly AnnotationView[];
  search: TrendsSearch;
  onlooker: Onlooker;
};

/** Which feelings were there, day by day; and one of them by itself. */
export function Feelings({ span, people, annotations, search, onlooker }: Props) {
  const t = useTranslations("trends");
  const { feelings } = useMessages();
  const person = usePeople(onlooker.partnerName);
  const told = useFeltWords();
  const { feeling, table } = search;
  const to = (change: Partial<TrendsSearch>) =>
    trendsAddress("/trends/feelings", { ...search, ...change }) as Route;
  const felt = people.map((one) => ({
    ...one,
    ...person(one.mine),
    moments: feltOf(one.checkIns, one.strengths, span),
    days: daysFelt(one.checkIns, during(one.strengths, span)),
  }));
  return (
    <TrendsFrame path="/trends/feelings" search={search} span={span} onlooker={onlooker}>
      {feeling && (
        <One
          {...{ span, people, annotations, search, onlooker, feeling }}
          days={felt.map(({ checkIns, days }) => ({ of: checkIns.length, there: days.get(feeling) ?? 0 }))}
        />
      )}
      {table === "feelings" && (
        <Section id="map" title={t("map.title")}>
          {felt.map(({ name, moments }) => (
            <DatedTable
              key={name}
              caption={name}
              byWeek={isByWeek(span)}
              columns={[t("tabs.feelings")]}
              rows={moments.map((moment) => ({ day: moment.day, cells: [told(moment)] }))}
            />
          ))}
        </Section>
      )}
      {!table && (
        <Section id="map" title={t("map.title")} lead={t("map.about")}>
          {felt.map((one) => (
            <FeelingsMap
              key={one.name}
              {...one}
              span={span}
              asked={one.checkIns.length}
              href={(feeling) => to({ feeling })}
            />
          ))}
          <p className="print:hidden">
            <TextLink href={to({ table: "feelings", feeling: null })}>{t("as_table")}</TextLink>
          </p>
        </Section>
      )}
    </TrendsFrame>
  );

  function One({
    feeling,
    days,
  }: Props & {
    feeling: NonNullable<TrendsSearch["feeling"]>;
    days: readonly { of: number; there: number }[];
  }) {
    const sentence = useSentence(search.range);
    const what = feelings[feeling];
    const drawn = people.map(({ mine, checkIns, strengths }) => {
      const given = strengthOf(strengths, feeling);
      const chosen = checkIns.filter(({ feelings }) => feelings.includes(feeling)).map(({ day }) => day);
      // Beyond six months strokes would run together; the map counts the days of each week.
      const present = isByWeek(span) ? [] : chosen;
      return { ...person(mine), given, course: courseOf(given, span), present };
    });
    return (
      <Section id="feeling" title={what} lead={t("feeling_about")}>
        {table === "feeling"
          ? drawn.map(({ name, course }) => (
              <CourseTable key={name} caption={name} span={span} course={course} />
            ))
          : drawn.map((one, at) => (
              <CourseFigure
                key={one.name}
                {...one}
                span={span}
                what={what}
                sentence={`${t("there", { ...(days[at] ?? { of: 0, there: 0 }) })} ${sentence(t("strength"), during(one.given, span))}`}
                marked={annotations.map(({ day }) => numberOf(day))}
              />
            ))}
        <p className="flex flex-wrap gap-x-6 print:hidden">
          {!table && <TextLink href={to({ table: "feeling" })}>{t("as_table")}</TextLink>}
          <TextLink href={to({ feeling: null, table: null })}>{t("all_feelings")}</TextLink>
        </p>
      </Section>
    );
  }
}
