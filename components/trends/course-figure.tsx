import { useTranslations } from "next-intl";
import { CourseChart } from "@/components/charts/course-chart";
import { PointReader } from "@/components/charts/point-reader";
import { placeOf } from "@/components/charts/scale";
import { FigureHead } from "@/components/trends/figure-head";
import type { DayNumber } from "@/lib/time/day";
import { type Given, isByWeek, type Moment, type Span } from "@/lib/trends/rules";

type Props = {
  span: Span;
  name: string;
  hue: string;
  what: string;
  sentence: string;
  given: readonly Given[];
  course: readonly Moment[];
  present?: readonly DayNumber[];
  marked: readonly DayNumber[];
};

/** One person's numbers, drawn and said. */
export function CourseFigure({
  span,
  name,
  hue,
  what,
  sentence,
  given,
  course,
  present = [],
  marked,
}: Props) {
  const t = useTranslations("trends");
  const byWeek = isByWeek(span);
  const [first] = course;
  // Not asked of the catalogue point by point: there are hundreds.
  const meanOf: string = t.raw("mean_read");
  const there = t("there_read");
  const pointOf = ({ day, value, mean }: Moment) => {
    const number = value?.toString() ?? (present.includes(day) ? there : "");
    const means = mean === null ? "" : String(Math.round(mean * 10) / 10);
    if (byWeek) return means;
    return [number, means && meanOf.replace("{point}", means)].filter(Boolean).join(" · ");
  };
  const isDrawn = course.some(({ value, mean, swing }) => value !== null || mean !== null || swing !== null);
  if (!isDrawn && present.length === 0)
    return (
      <figure className={hue}>
        <FigureHead name={name} sentence={sentence} />
      </figure>
    );
  const last = course.at(-1) ?? first;
  return (
    <figure className={`${hue} break-inside-avoid`}>
      <FigureHead name={name} sentence={sentence} />
      <CourseChart span={span} given={given} course={course} present={present} marked={marked}>
        {first && last && (
          <PointReader
            label={t(byWeek ? "read_weeks" : "read", { name, what })}
            // A week is named by its Monday.
            from={byWeek ? first.day - 6 : first.day}
            step={byWeek ? 7 : 1}
            before={byWeek ? t("table.week_from") : undefined}
            points={course.map(pointOf)}
            within={byWeek ? meanOf : undefined}
            nothing={t("nothing_read")}
            ends={[placeOf(first.day, span), placeOf(last.day, span)]}
          />
        )}
      </CourseChart>
    </figure>
  );
}
