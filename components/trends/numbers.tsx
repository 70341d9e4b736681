import type { Route } from "next";
import { useTranslations } from "next-intl";
import { CourseLegend } from "@/components/charts/course-legend";
import { CourseFigure } from "@/components/trends/course-figure";
import { CourseTable } from "@/components/trends/course-table";
import { HowDrawn } from "@/components/trends/how-drawn";
import { Marks } from "@/components/trends/marks";
import { NothingShown } from "@/components/trends/nothing-shown";
import { type Onlooker, usePeople } from "@/components/trends/people";
import { useSentence } from "@/components/trends/sentences";
import { TrendsFrame } from "@/components/trends/trends-frame";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { dimensions } from "@/lib/check-ins/rules";
import type { AnnotationView } from "@/lib/entries/rules";
import { numberOf } from "@/lib/time/day";
import { courseOf, during, givenOf, isByWeek, type NumbersRow, type Of, type Span } from "@/lib/trends/rules";
import { type TrendsSearch, trendsAddress } from "@/lib/trends/schema";

type Props = {
  span: Span;
  people: readonly Of<NumbersRow>[];
  annotations: readonly AnnotationView[];
  search: TrendsSearch;
  onlooker: Onlooker;
  newEntryId: () => string;
};

/** The five numbers, each a picture for each person: side by side in time, and never in one. */
export function Numbers({ span, people, annotations, search, onlooker, newEntryId }: Props) {
  const t = useTranslations("trends");
  const checkIn = useTranslations("check_in");
  const person = usePeople(onlooker.partnerName);
  const sentence = useSentence(search.range);
  const marked = annotations.map(({ day }) => numberOf(day));
  const isEmpty = people.every(({ rows }) => rows.length === 0);
  const asked = dimensions.filter((dimension) => search.table === null || search.table === dimension);
  return (
    <TrendsFrame path="/trends" search={search} span={span} onlooker={onlooker}>
      {isEmpty && <NothingShown whose={search.whose} />}
      {!isEmpty && !search.table && <CourseLegend byWeek={isByWeek(span)} />}
      {(isEmpty ? [] : asked).map((dimension) => {
        const what = checkIn(dimension);
        const drawn = people.map(({ mine, rows }) => {
          const given = givenOf(rows, dimension);
          return { ...person(mine), given, course: courseOf(given, span) };
        });
        return (
          <Section
            key={dimension}
            id={dimension}
            title={what}
            lead={t("ends", { low: checkIn(`ends.${dimension}.0`), high: checkIn(`ends.${dimension}.1`) })}
          >
            {search.table ? (
              drawn.map(({ name, course }) => (
                <CourseTable key={name} caption={name} span={span} course={course} />
              ))
            ) : (
              <>
                {drawn.map((one) => (
                  <CourseFigure
                    key={one.name}
                    {...one}
                    span={span}
                    what={what}
                    sentence={sentence(what, during(one.given, span))}
                    marked={marked}
                  />
                ))}
                <p className="print:hidden">
                  <TextLink href={trendsAddress("/trends", { ...search, table: dimension }) as Route}>
                    {t("as_table")}
                  </TextLink>
                </p>
              </>
            )}
          </Section>
        );
      })}
      <Section id="marks" title={t("marks.title")} lead={annotations.length > 0 && t("marks.about")}>
        <Marks annotations={annotations} onlooker={onlooker} newEntryId={newEntryId} />
      </Section>
      <HowDrawn />
    </TrendsFrame>
  );
}
