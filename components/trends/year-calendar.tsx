import { useFormatter, useTranslations } from "next-intl";
import { PointReader } from "@/components/charts/point-reader";
import { tenth } from "@/components/charts/scale";
import { Swatch } from "@/components/charts/swatch";
import { FigureHead } from "@/components/trends/figure-head";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";
import { monthsOf, yearSpan } from "@/lib/trends/rules";

type Props = {
  name: string;
  hue: string;
  what: string;
  year: number;
  values: ReadonlyMap<DayNumber, number>;
};

/** How much of the colour a number is filled with; its edge is all of it, so that nought is something too. */
const fillOf = (value: number) => value / 10;
const steps = Array.from({ length: 11 }, (_, value) => value);

/** Twelve months, each a small calendar; a day without a number is a speck. */
export function YearCalendar({ name, hue, what, year, values }: Props) {
  const t = useTranslations("trends.year");
  const format = useFormatter();
  const { from, to } = yearSpan(year);
  const head = <FigureHead name={name} sentence={t("sentence", { days: values.size })} />;
  if (values.size === 0) return <figure className={hue}>{head}</figure>;
  return (
    <figure className={`${hue} break-inside-avoid`}>
      {head}
      <div
        aria-hidden="true"
        className="grid grid-cols-3 gap-x-4 gap-y-3 mid:grid-cols-4 wide:grid-cols-6 print:grid-cols-6"
      >
        {monthsOf(year).map(({ first, weeks }) => {
          const cells = weeks.flatMap((week, y) =>
            week.flatMap((day, x) => (day === null ? [] : [{ x, y, value: values.get(day) ?? null }])),
          );
          return (
            <div key={first}>
              <p className="text-2xs text-muted">
                {format.dateTime(forDisplay(dayOf(first)), { month: "short" })}
              </p>
              <svg viewBox="0 0 7 6" aria-hidden="true" className="drawn w-full">
                <path
                  d={squaresPath(
                    cells.filter(({ value }) => value === null),
                    0.2,
                  )}
                  className="fill-edge"
                />
                {steps.map((step) => (
                  <path
                    key={step}
                    d={squaresPath(
                      cells.filter(({ value }) => value === step),
                      0.8,
                    )}
                    vectorEffect="non-scaling-stroke"
                    fillOpacity={fillOf(step)}
                    className="fill-(--hue) stroke-(--hue)"
                  />
                ))}
              </svg>
            </div>
          );
        })}
      </div>
      <div className="mt-2">
        <PointReader
          apart
          label={t("read", { name, what })}
          from={from}
          step={1}
          points={Array.from({ length: to - from + 1 }, (_, at) => values.get(from + at)?.toString() ?? "")}
          nothing={t("nothing")}
        />
      </div>
    </figure>
  );
}

/** Squares of a side, each in the middle of its cell. */
function squaresPath(cells: readonly { readonly x: number; readonly y: number }[], side: number): string {
  const inside = (corner: number) => tenth(corner + (1 - side) / 2);
  return cells.map(({ x, y }) => `M${inside(x)} ${inside(y)}h${side}v${side}h-${side}z`).join("");
}

/** What the shades stand for. */
export function YearScale({ low, high }: { low: string; high: string }) {
  return (
    <p aria-hidden="true" className="flex flex-wrap items-center gap-1 text-xs text-muted">
      0 {low}
      {steps.map((step) => (
        <Swatch key={step} hue="hue-ash" fill={fillOf(step)} />
      ))}
      10 {high}
    </p>
  );
}
