import type { ReactNode } from "react";
import { cellsPath } from "@/components/charts/paths";
import { TimeAxis } from "@/components/charts/time-axis";
import type { Span } from "@/lib/trends/rules";

export type HeatRow = { readonly key: string; readonly label: ReactNode; readonly count: string };
export type HeatCell = { readonly x: number; readonly y: number; readonly level: number };

/** From faint to full: the steps differ by lightness alone. */
export const LEVELS = ["opacity-35", "opacity-55", "opacity-75", "opacity-100"] as const;

type Props = {
  span: Span;
  columns: number;
  rows: readonly HeatRow[];
  cells: readonly HeatCell[];
  /** Columns of which something is known. */
  known: readonly number[];
  children: ReactNode;
};

/** Rows of boxes by day or by week: one path for each step of its colour. */
export function HeatMap({ span, columns, rows, cells, known, children }: Props) {
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2">
      <ul>
        {rows.map(({ key, label }) => (
          <li key={key} className="flex h-7 items-center text-sm whitespace-nowrap">
            {label}
          </li>
        ))}
      </ul>
      <div className="relative" style={{ height: `${rows.length * 1.75}rem` }}>
        <svg
          viewBox={`0 0 ${columns} ${rows.length}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-0 size-full [print-color-adjust:exact]"
        >
          <path
            d={known.map((x) => `M${x} 0h1V${rows.length}h-1z`).join("")}
            className="fill-wash opacity-60"
          />
          {LEVELS.map((look, level) => (
            <path
              key={look}
              d={cellsPath(cells.filter((cell) => cell.level === level))}
              className={`fill-(--hue) ${look}`}
            />
          ))}
          <path
            d={rows.map((_, y) => `M0 ${y}H${columns}`).join("")}
            vectorEffect="non-scaling-stroke"
            strokeWidth="3"
            className="stroke-fog"
          />
        </svg>
        {children}
      </div>
      <ul className="text-end text-sm text-muted tabular-nums">
        {rows.map(({ key, count }) => (
          <li key={key} className="flex h-7 items-center justify-end">
            {count}
          </li>
        ))}
      </ul>
      <div className="col-start-2">
        <TimeAxis span={span} />
      </div>
    </div>
  );
}
