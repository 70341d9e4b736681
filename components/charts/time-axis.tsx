import { useFormatter } from "next-intl";
import { placeOf, type Tick, ticksOf } from "@/components/charts/scale";
import { dayOf, forDisplay } from "@/lib/time/day";
import type { Span } from "@/lib/trends/rules";

const shapes = {
  day: { day: "numeric", month: "short" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const satisfies Record<Tick["shape"], object>;

/** So near an edge, in percent, a day's name begins or ends at it instead of going over it. */
const EDGE = 6;

type Props = {
  span: Span;
  /** Where every week has one place: a Monday's name stands in the middle of its week. */
  byWeek?: boolean;
  /** Every second name is left out where the picture is narrow: on a phone, or beside another. */
  sparse?: boolean;
};

/** The days named under a picture. For eyes alone: what is read aloud says its days by itself. */
export function TimeAxis({ span, byWeek = false, sparse = false }: Props) {
  const format = useFormatter();
  return (
    <div aria-hidden="true" className="@container relative h-5 text-2xs text-muted tabular-nums">
      {ticksOf(span).map(({ day, shape }) => {
        const place = placeOf(byWeek && shape === "day" ? day + 3 : day, span);
        const shift = place < EDGE ? "" : place > 100 - EDGE ? "-translate-x-full" : "-translate-x-1/2";
        return (
          <span
            key={day}
            className={`absolute top-0.5 whitespace-nowrap ${shift} ${sparse ? "@max-narrow:nth-last-[even]:hidden" : ""}`}
            style={{ insetInlineStart: `${place}%` }}
          >
            {format.dateTime(forDisplay(dayOf(day)), shapes[shape])}
          </span>
        );
      })}
    </div>
  );
}
