"use client";
import { type PointerEvent, useState } from "react";

type Props = {
  /** What is read, for whoever hears it. */
  label: string;
  /** The day that the first point is named by, counted from 1970-01-01, and the days from one point to the next. */
  from: number;
  step: number;
  /** What stands before such a day: "Week from", where a point is more than its day. */
  before?: string;
  /** What each point says, in order; empty where it says nothing. */
  points: readonly string[];
  /** What all of them are said in, with `{point}` in their place: once for all, where there are many. */
  within?: string;
  /** What is said of such a point. */
  nothing: string;
  /** Where the first and the last point lie, in percent of the picture's width; else each has an equal part of it. */
  ends?: readonly [number, number];
  /** Beside the picture and not over it: where its days do not follow one another from side to side. */
  apart?: boolean;
};

const DAY = 86_400_000;

/**
 * Reads a picture point by point: a slider laid over it, so that arrow keys, a finger, a mouse and a screen reader all find
 * what they know. It begins with the last point that says something. Without script there is the table.
 */
export function PointReader({
  label,
  from,
  step,
  before = "",
  points,
  within = "{point}",
  nothing,
  ends = [50 / points.length, 100 - 50 / points.length],
  apart = false,
}: Props) {
  const [at, setAt] = useState<number | null>(null);
  const last = points.length - 1;
  const said = points.findLastIndex(Boolean);
  const point = at ?? (said < 0 ? last : said);
  const day = WRITTEN.format(new Date((from + point * step) * DAY));
  const text = points[point];
  const says = `${before} ${day}: ${text ? within.replace("{point}", text) : nothing}`.trim();
  const [first, end] = ends;
  const slider = {
    type: "range",
    min: 0,
    max: last,
    value: point,
    "aria-label": label,
    "aria-valuetext": says,
    onChange: (event: { currentTarget: HTMLInputElement }) => setAt(event.currentTarget.valueAsNumber),
    onFocus: () => setAt(point),
    onBlur: () => setAt(null),
  };
  if (apart)
    return (
      <div className="noscript:hidden print:hidden">
        <input {...slider} className="slider-apart" />
        <p aria-hidden="true" className="text-sm text-muted tabular-nums">
          {says}
        </p>
      </div>
    );
  return (
    <div className="noscript:hidden print:hidden">
      <input
        {...slider}
        onPointerDown={({ currentTarget }) => currentTarget.focus()}
        // A finger that scrolls the page reads nothing.
        onPointerCancel={({ currentTarget }) => currentTarget.blur()}
        onPointerMove={(event) => event.pointerType === "mouse" && setAt(under(event, last))}
        onPointerLeave={({ currentTarget }) => currentTarget !== document.activeElement && setAt(null)}
        className="slider-over"
        style={{ insetInlineStart: `${first}%`, width: `${end - first}%` }}
      />
      {at !== null && (
        <>
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 w-px -translate-x-1/2 bg-text"
            style={{ insetInlineStart: `${first + ((end - first) * point) / Math.max(last, 1)}%` }}
          />
          <span
            aria-hidden="true"
            className={`pointer-events-none absolute -top-1 z-1 w-max max-w-full -translate-y-full rounded-sm border border-text bg-text px-2 py-0.5 text-xs text-sheet ${point * 2 > last ? "end-0" : "start-0"}`}
          >
            {says}
          </span>
        </>
      )}
    </div>
  );
}

const WRITTEN = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** The point that is nearest to a mouse. */
function under({ clientX, currentTarget }: PointerEvent, last: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.max(0, Math.min(last, Math.round(((clientX - left) / width) * last)));
}
