"use client";
import { useState } from "react";

type Props = {
  /** What is read, for whoever hears it. */
  label: string;
  /** The first day, counted from 1970-01-01, and the days from one point to the next. */
  from: number;
  step: number;
  /** What each point says, in order; empty where it says nothing. */
  points: readonly string[];
  /** What is said of such a point. */
  nothing: string;
  /** Beside the picture and not over it: where its days do not follow one another from side to side. */
  apart?: boolean;
};

const DAY = 86_400_000;

/**
 * Reads a picture point by point: a slider laid over it, so that arrow keys, a finger and a screen reader all find what
 * they know. Without script there is the table.
 */
export function PointReader({ label, from, step, points, nothing, apart = false }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const last = points.length - 1;
  const point = at ?? last;
  const day = new Date((from + point * step) * DAY);
  const said = `${WRITTEN.format(day)}: ${points[point] || nothing}`;
  const half = `${50 / points.length}%`;
  return (
    <div className="noscript:hidden print:hidden">
      <input
        type="range"
        min={0}
        max={last}
        value={point}
        aria-label={label}
        aria-valuetext={said}
        onChange={(event) => setAt(event.target.valueAsNumber)}
        onFocus={() => setAt(point)}
        onBlur={() => setAt(null)}
        className={apart ? "h-11 w-full" : "point-reader absolute inset-y-0 m-0 h-full"}
        style={apart ? undefined : { insetInlineStart: half, width: `calc(100% - 2 * ${half})` }}
      />
      {apart && (
        <p aria-hidden="true" className="text-sm text-muted">
          {at === null ? "\u00a0" : said}
        </p>
      )}
      {!apart && at !== null && (
        <>
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 w-px bg-text"
            style={{ insetInlineStart: `${((point + 0.5) / points.length) * 100}%` }}
          />
          <span
            aria-hidden="true"
            className={`pointer-events-none absolute -top-1 z-1 w-max max-w-full -translate-y-full rounded-sm bg-text px-2 py-0.5 text-xs text-sheet ${point * 2 > last ? "end-0" : "start-0"}`}
          >
            {said}
          </span>
        </>
      )}
    </div>
  );
}

const WRITTEN = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
