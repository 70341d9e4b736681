import type { ReactNode } from "react";
import { ColumnsChart, type PartLook } from "@/components/charts/columns-chart";
import { PointReader } from "@/components/charts/point-reader";
import type { Span, Week } from "@/lib/trends/rules";

type Props = {
  span: Span;
  weeks: readonly Week[];
  /** What each part is called and looks like, from the bottom up. */
  parts: readonly (PartLook & { label: string })[];
  most: number;
  caption: ReactNode;
  reads: string;
  nothing: string;
  low?: boolean;
};

/** Columns by week, said and drawn. */
export function ColumnsFigure({ span, weeks, parts, most, caption, reads, nothing, low }: Props) {
  const [first] = weeks;
  return (
    <figure className="break-inside-avoid">
      <figcaption className="mb-3">{caption}</figcaption>
      <ColumnsChart span={span} weeks={weeks} looks={parts} most={most} low={low}>
        {first && (
          <PointReader
            label={reads}
            from={first.day}
            step={7}
            points={weeks.map(({ counts }) =>
              counts.flatMap((count, at) => (count > 0 ? [`${parts[at]?.label} ${count}`] : [])).join(", "),
            )}
            nothing={nothing}
          />
        )}
      </ColumnsChart>
    </figure>
  );
}

/** What the parts look like. */
export function PartsLegend({ parts }: { parts: readonly (PartLook & { label: string })[] }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {parts.map(({ label, swatch }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <span className={`size-3.5 [print-color-adjust:exact] ${swatch}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}
