import type { ReactNode } from "react";
import { cellsPath, runsOf } from "@/components/charts/paths";
import { TimeAxis } from "@/components/charts/time-axis";
import type { Span } from "@/lib/trends/rules";

export type HeatRow = { readonly key: string; readonly label: ReactNode; readonly count: string };
export type HeatCell = { readonly x: number; readonly y: number; readonly level: number };

/** From little to much: the steps differ by their height, of eight tenths of a row, and by how full their colour is. */
const LEVELS = [
  { high: 0.2, look: "opacity-70" },
  { high: 0.4, look: "opacity-75" },
  { high: 0.6, look: "opacity-85" },
  { high: 0.8, look: "opacity-100" },
] as const;

type Props = {
  span: Span;
  columns: number;
  rows: readonly HeatRow[];
  cells: readonly HeatCell[];
  /** Columns of which something is known. */
  known: readonly number[];
  children: ReactNode;
};

/** Rows of boxes by day or by week: one path for each step. */
export function HeatMap({ span, columns, rows, cells, known, children }: Props) {
  const runs = runsOf(known);
  const height = rows.length;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2">
      <ul>
        {rows.map(({ key, label }) => (
          <li key={key} className="flex h-7 items-center text-sm whitespace-nowrap print:h-5.5">
            {label}
          </li>
        ))}
      </ul>
      <div className="relative">
        <svg
          viewBox={`0 0 ${columns} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="drawn absolute inset-0 size-full overflow-visible"
        >
          <path
            d={runs.map(({ x, width }) => `M${x} 0h${width}v${height}h-${width}z`).join("")}
            className="fill-wash"
          />
          <path
            d={rows.map((_, y) => `M0 ${y}H${columns}`).join("")}
            vectorEffect="non-scaling-stroke"
            strokeWidth="2"
            className="stroke-fog"
          />
          {LEVELS.map(({ high, look }, level) => (
            <path
              key={high}
              d={cellsPath(
                cells.filter((cell) => cell.level === level),
                high,
              )}
              className={`fill-(--hue) ${look}`}
            />
          ))}
          <path
            d={runs.map(({ x, width }) => `M${x} ${height}h${width}`).join("")}
            vectorEffect="non-scaling-stroke"
            strokeWidth="2"
            className="stroke-edge"
          />
        </svg>
        {children}
      </div>
      <ul className="min-w-7 text-end text-sm text-muted tabular-nums">
        {rows.map(({ key, count }) => (
          <li key={key} className="flex h-7 items-center justify-end print:h-5.5">
            {count}
          </li>
        ))}
      </ul>
      <div className="col-start-2">
        <TimeAxis span={span} sparse />
      </div>
    </div>
  );
}

/** What the steps stand for, from the least; one without a name is not drawn. */
export function HeatLegend({ names }: { names: readonly string[] }) {
  return (
    <ul aria-hidden="true" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {LEVELS.map(
        ({ high, look }, level) =>
          names[level] && (
            <li key={high} className="inline-flex items-center gap-1.5">
              <span className="drawn flex h-4.5 w-3.5 items-end bg-wash">
                <span
                  className={`drawn w-full bg-(--hue) ${look}`}
                  style={{ height: `${(high / 0.8) * 100}%` }}
                />
              </span>
              {names[level]}
            </li>
          ),
      )}
    </ul>
  );
}
