import type { Route } from "next";
import { useMessages, useTranslations } from "next-intl";
import { HeatMap, LEVELS } from "@/components/charts/heat-map";
import { PointReader } from "@/components/charts/point-reader";
import { useFeltWords } from "@/components/trends/felt-words";
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
  href: (feeling: Feeling) => Route;
};

const all = Object.values(Feeling);

/** One person's feelings: a row each, in the order they are always asked in. */
export function FeelingsMap({ span, name, hue, moments, asked, days, href }: Props) {
  const t = useTranslations("trends.map");
  const { feelings } = useMessages();
  const byWeek = isByWeek(span);
  const [first] = moments;
  const cells = moments.flatMap(({ felt }, x) =>
    [...felt].map(([feeling, { level }]) => ({ x, y: all.indexOf(feeling), level })),
  );
  const told = useFeltWords();
  return (
    <figure className={`${hue} break-inside-avoid`}>
      <figcaption className="mb-3 flex items-baseline gap-2">
        <span
          aria-hidden="true"
          className="size-2.5 shrink-0 rounded-full bg-(--hue) [print-color-adjust:exact]"
        />
        <span>
          <span className="font-semibold">{name}</span>{" "}
          <span className="text-sm text-muted">{t("sentence", { days: asked, feelings: days.size })}</span>
        </span>
      </figcaption>
      <HeatMap
        span={byWeek ? wholeWeeksOf(span) : span}
        columns={moments.length}
        rows={all.map((feeling) => ({
          key: feeling,
          label: (
            <Link
              href={href(feeling)}
              className="inline-flex h-7 items-center rounded-sm underline-offset-4 hover:underline"
            >
              {feelings[feeling]}
              <span className="sr-only"> {t("days", { days: days.get(feeling) ?? 0 })}</span>
            </Link>
          ),
          count: String(days.get(feeling) ?? ""),
        }))}
        cells={cells}
        known={moments.flatMap(({ asked, felt }, x) => (asked || felt.size > 0 ? [x] : []))}
      >
        {first && (
          <PointReader
            label={t("read", { name })}
            from={first.day}
            step={byWeek ? 7 : 1}
            points={moments.map(told)}
            nothing={t("nothing")}
          />
        )}
      </HeatMap>
      <ul aria-hidden="true" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {LEVELS.map((look, level) => {
          const label = t(`levels.${byWeek ? "week" : "day"}.${level as 0 | 1 | 2 | 3}`);
          return (
            label && (
              <li key={look} className="inline-flex items-center gap-1.5">
                <span className={`size-3.5 bg-(--hue) ${look} [print-color-adjust:exact]`} />
                {label}
              </li>
            )
          );
        })}
      </ul>
    </figure>
  );
}
