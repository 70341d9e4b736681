import { useFormatter, useTranslations } from "next-intl";
import { PointReader } from "@/components/charts/point-reader";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";
import { monthsOf, yearSpan } from "@/lib/trends/rules";

type Props = {
  name: string;
  hue: string;
  what: string;
  year: number;
  values: ReadonlyMap<DayNumber, number>;
};

/** How much of the colour a number has: from a tenth, so that nought is something too, to all of it. */
const strengthOf = (value: number) => (10 + value * 9) / 100;
const steps = Array.from({ length: 11 }, (_, value) => value);

/** Twelve months, each a small calendar; a day without a number is an outline. */
export function YearCalendar({ name, hue, what, year, values }: Props) {
  const t = useTranslations("trends.year");
  const format = useFormatter();
  const { from, to } = yearSpan(year);
  const months = monthsOf(year);
  return (
    <figure className={`${hue} break-inside-avoid`}>
      <figcaption className="mb-3 flex items-baseline gap-2">
        <span
          aria-hidden="true"
          className="size-2.5 shrink-0 rounded-full bg-(--hue) [print-color-adjust:exact]"
        />
        <span>
          <span className="font-semibold">{name}</span>{" "}
          <span className="text-sm text-muted">{t("sentence", { days: values.size })}</span>
        </span>
      </figcaption>
      <div>
        <div aria-hidden="true" className="grid grid-cols-3 gap-x-4 gap-y-3 mid:grid-cols-4 wide:grid-cols-6">
          {months.map(({ first, weeks }) => {
            const cells = weeks.flatMap((week, y) =>
              week.flatMap((day, x) => (day === null ? [] : [{ x, y, value: values.get(day) ?? null }])),
            );
            return (
              <div key={first}>
                <p className="text-2xs text-muted">
                  {format.dateTime(forDisplay(dayOf(first)), { month: "short" })}
                </p>
                <svg viewBox="0 0 7 6" aria-hidden="true" className="w-full [print-color-adjust:exact]">
                  <path
                    d={cells.map(({ x, y }) => `M${x + 0.1} ${y + 0.1}h.8v.8h-.8z`).join("")}
                    vectorEffect="non-scaling-stroke"
                    strokeWidth=".5"
                    className="fill-none stroke-line"
                  />
                  {steps.map((step) => (
                    <path
                      key={step}
                      d={squaresPath(cells.filter(({ value }) => value === step))}
                      className="fill-(--hue)"
                      opacity={strengthOf(step)}
                    />
                  ))}
                </svg>
              </div>
            );
          })}
        </div>
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

const squaresPath = (cells: readonly { readonly x: number; readonly y: number }[]) =>
  cells.map(({ x, y }) => `M${x + 0.1} ${y + 0.1}h.8v.8h-.8z`).join("");

/** What the shades stand for. */
export function YearScale({ low, high }: { low: string; high: string }) {
  return (
    <p aria-hidden="true" className="hue-ash flex items-center gap-1 text-xs text-muted">
      0 {low}
      {steps.map((step) => (
        <span
          key={step}
          className="size-3.5 bg-(--hue) [print-color-adjust:exact]"
          style={{ opacity: strengthOf(step) }}
        />
      ))}
      10 {high}
    </p>
  );
}
