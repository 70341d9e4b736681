import type { ReactNode } from "react";
import { columnsPath } from "@/components/charts/paths";
import { TimeAxis } from "@/components/charts/time-axis";
import { type Span, type Week, wholeWeeksOf } from "@/lib/trends/rules";

/** How a part of a column looks, from the bottom up: how much of its colour it is filled with, 0 to 1, and its edge. */
export type PartLook = { readonly hue: string; readonly fill: number; readonly dashed?: boolean };

type Props = {
  span: Span;
  weeks: readonly Week[];
  looks: readonly PartLook[];
  /** The highest column of all that are compared, so that all have one scale. */
  most: number;
  /** Reads single weeks; laid over the picture. */
  children: ReactNode;
  low?: boolean;
};

const WIDTH = 0.7;
/** More weeks than that have no room for edges. */
const SOLID = 106;

/** A column for each week, its parts on top of one another. */
export function ColumnsChart({ span, weeks, looks, most, children, low = false }: Props) {
  const height = Math.max(most, 1);
  const solid = weeks.length > SOLID;
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1">
      <div aria-hidden="true" className="relative text-end text-2xs text-muted tabular-nums">
        <span className="absolute end-0 top-0 -translate-y-1/2">{height}</span>
        <span className="absolute end-0 bottom-0 translate-y-1/2">0</span>
      </div>
      <div className={`relative ${low ? "h-14" : "h-28"}`}>
        <svg
          viewBox={`0 0 ${weeks.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="drawn absolute inset-0 size-full overflow-visible"
        >
          <path
            d={`M0 0H${weeks.length}M0 ${height}H${weeks.length}`}
            vectorEffect="non-scaling-stroke"
            className="fill-none stroke-line"
          />
          {looks.map(({ hue, fill, dashed }, part) => (
            <path
              key={`${hue}/${fill}`}
              d={columnsPath(weeks, part, { height, width: solid ? 1 : WIDTH })}
              vectorEffect="non-scaling-stroke"
              strokeDasharray={dashed ? "2 2" : undefined}
              fillOpacity={solid ? Math.max(fill, 0.2) : fill}
              className={`fill-(--hue) ${solid ? "" : "stroke-(--hue)"} ${hue}`}
            />
          ))}
        </svg>
        {children}
      </div>
      <div className="col-start-2">
        <TimeAxis span={wholeWeeksOf(span)} byWeek />
      </div>
    </div>
  );
}
