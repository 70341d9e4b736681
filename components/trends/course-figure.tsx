import { useTranslations } from "next-intl";
import { CourseChart } from "@/components/charts/course-chart";
import { PointReader } from "@/components/charts/point-reader";
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
  const [first] = course;
  const meanOf = t.raw("mean_read");
  // Not asked of the catalogue point by point: there are thousands.
  const there = t("there_read");
  const pointOf = ({ day, value, mean }: Moment) =>
    [
      value ?? (present.includes(day) && there),
      mean !== null && meanOf.replace("{mean}", (Math.round(mean * 10) / 10).toString()),
    ]
      .filter((part) => part !== null && part !== false)
      .join(" · ");
  return (
    <figure className={`${hue} break-inside-avoid`}>
      <figcaption className="mb-3 flex items-baseline gap-2">
        <span
          aria-hidden="true"
          className="size-2.5 shrink-0 rounded-full bg-(--hue) [print-color-adjust:exact]"
        />
        <span>
          <span className="font-semibold">{name}</span> <span className="text-sm text-muted">{sentence}</span>
        </span>
      </figcaption>
      <CourseChart span={span} given={given} course={course} present={present} marked={marked}>
        {first && (
          <PointReader
            label={t("read", { name, what })}
            from={first.day}
            step={isByWeek(span) ? 7 : 1}
            points={course.map(pointOf)}
            nothing={t("nothing_read")}
          />
        )}
      </CourseChart>
    </figure>
  );
}
