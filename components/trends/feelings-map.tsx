import type { Route } from "next";
import { useFormatter, useMessages, useTranslations } from "next-intl";
import { HeatLegend, HeatMap } from "@/components/charts/heat-map";
import { PointReader } from "@/components/charts/point-reader";
import { useFeltWords } from "@/components/trends/felt-words";
import { FigureHead } from "@/components/trends/figure-head";
import { Link } from "@/components/ui/link";
import { Feeling } from "@/lib/db/generated/enums";
import { type FeltMoment, isByWeek, type Span, wholeWeeksOf } from "@/lib/trends/rules";

type Props = {
  span: Span;
  name: string;
  hue: string;
  moments: readonly FeltMoment[];
  /** Days with a check-in, and of each feeling the days it was there. */
  asked: number;
  days: ReadonlyMap<Feeling, number>;
  /** What it says; how much there is of it unless given. */
  sentence?: string;
  /** Where one feeling is seen by itself, if there is such a place. */
  href?: (feeling: Feeling) => Route;
};

const all = Object.values(Feeling);

/** One person's feelings: a row each, in the order they are always asked in. */
export function FeelingsMap({ span, name, hue, moments, asked, days, sentence, href }: Props) {
  const t = useTranslations("trends.map");
  const says = sentence ?? t("sentence", { days: asked, feelings: days.size });
  const table = useTranslations("trends.table");
  const { feelings } = useMessages();
  const format = useFormatter();
  const byWeek = isByWeek(span);
  const [first] = moments;
  const cells = moments.flatMap(({ felt }, x) =>
    [...felt].map(([feeling, { level }]) => ({ x, y: all.indexOf(feeling), level })),
  );
  const told = useFeltWords();
  const named = (feeling: Feeling) => {
    const label = (
      <>
        {feelings[feeling]}
        <span className="sr-only"> {t("days", { days: days.get(feeling) ?? 0 })}</span>
      </>
    );
    if (!href) return label;
    return (
      <Link
        href={href(feeling)}
        className="inline-flex h-7 items-center rounded-sm underline-offset-4 hover:underline"
      >
        {label}
      </Link>
    );
  };
  if (asked === 0 && days.size === 0)
    return (
      <figure className={hue}>
        <FigureHead name={name} sentence={says} />
      </figure>
    );
  return (
    <figure className={`${hue} break-inside-avoid`}>
      <FigureHead name={name} sentence={says} />
      <HeatMap
        span={byWeek ? wholeWeeksOf(span) : span}
        columns={moments.length}
        rows={all.map((feeling) => ({
          key: feeling,
          label: named(feeling),
          count: days.has(feeling) ? format.number(days.get(feeling) ?? 0) : "",
        }))}
        cells={cells}
        known={moments.flatMap(({ asked, felt }, x) => (asked || felt.size > 0 ? [x] : []))}
      >
        {first && (
          <PointReader
            label={t(byWeek ? "read_weeks" : "read", { name })}
            from={byWeek ? first.day - 6 : first.day}
            step={byWeek ? 7 : 1}
            before={byWeek ? table("week_from") : undefined}
            points={moments.map(told)}
            nothing={t("nothing")}
          />
        )}
      </HeatMap>
      <HeatLegend
        names={([0, 1, 2, 3] as const).map((level) => t(`levels.${byWeek ? "week" : "day"}.${level}`))}
      />
    </figure>
  );
}
