import { useFormatter } from "next-intl";
import { across, BOX, type Tick, ticksOf } from "@/components/charts/scale";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";
import type { Span } from "@/lib/trends/rules";

/** Percent of a picture's width. */
export const placeOf = (day: DayNumber, span: Span) => `${(across(span)(day) / BOX.width) * 100}%`;

/** The days named under a picture. For eyes alone: what is read aloud says its days by itself. */
export function TimeAxis({ span }: { span: Span }) {
  const format = useFormatter();
  const shapes = {
    day: { day: "numeric", month: "short" },
    month: { month: "short", ...(span.to - span.from > 366 ? ({ year: "2-digit" } as const) : {}) },
    year: { year: "numeric" },
  } as const satisfies Record<Tick["shape"], object>;
  return (
    <div aria-hidden="true" className="relative h-5 text-2xs text-muted tabular-nums">
      {ticksOf(span).map(({ day, shape }) => (
        <span
          key={day}
          className="absolute top-0.5 -translate-x-1/2 whitespace-nowrap"
          style={{ insetInlineStart: placeOf(day, span) }}
        >
          {format.dateTime(forDisplay(dayOf(day)), shapes[shape])}
        </span>
      ))}
    </div>
  );
}
