import type { ReactNode } from "react";
import {
  dotsPath,
  flagsPath,
  meanPath,
  strokesPath,
  swingPath,
  uprightPath,
} from "@/components/charts/paths";
import { BOX, ticksOf } from "@/components/charts/scale";
import { TimeAxis } from "@/components/charts/time-axis";
import type { DayNumber } from "@/lib/time/day";
import { during, type Given, isByWeek, type Moment, type Span } from "@/lib/trends/rules";

type Props = {
  span: Span;
  given: readonly Given[];
  course: readonly Moment[];
  /** Days that have something without a number: a stroke on the ground line. */
  present?: readonly DayNumber[];
  /** Days that somebody marked. */
  marked: readonly DayNumber[];
  /** Reads single points; laid over the picture. */
  children: ReactNode;
};

const still = { vectorEffect: "non-scaling-stroke", fill: "none" } as const;

/** Numbers from 0 to 10: a dot for each day, a line and a band. Its colour is what `--hue` is around it. */
export function CourseChart({ span, given, course, present = [], marked, children }: Props) {
  const ticks = ticksOf(span).map(({ day }) => day);
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1">
      <div aria-hidden="true" className="relative text-end text-2xs text-muted tabular-nums">
        {[10, 5, 0].map((number) => (
          <span
            key={number}
            className="absolute end-0 -translate-y-1/2"
            style={{ insetBlockStart: `${100 - number * 10}%` }}
          >
            {number}
          </span>
        ))}
      </div>
      <div className="relative h-28 print:h-20">
        <svg
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-0 size-full overflow-visible drawn"
        >
          <path
            {...still}
            d={`${uprightPath(ticks, span)}M0 0H1000M0 500H1000M0 1000H1000`}
            className="stroke-line"
          />
          <path
            {...still}
            d={uprightPath(marked, span)}
            className="stroke-edge opacity-60"
            strokeDasharray="2 4"
          />
          <path {...still} d={flagsPath(marked, span)} className="stroke-muted" strokeWidth="2" />
          <path {...still} d={strokesPath(present, span)} className="stroke-(--hue)" strokeWidth="2" />
          <path d={swingPath(course, span)} className="fill-(--hue) opacity-15" />
          {!isByWeek(span) && (
            <path
              {...still}
              d={dotsPath(during(given, span), span)}
              className="stroke-(--hue) opacity-70"
              strokeWidth={span.to - span.from > 100 ? 3.5 : 5}
              strokeLinecap="round"
            />
          )}
          <path
            {...still}
            d={meanPath(course, span)}
            className="stroke-(--hue)"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {children}
      </div>
      <div className="col-start-2">
        <TimeAxis span={span} />
      </div>
    </div>
  );
}
