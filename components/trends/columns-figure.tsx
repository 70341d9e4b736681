import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ColumnsChart, type PartLook } from "@/components/charts/columns-chart";
import { PointReader } from "@/components/charts/point-reader";
import { Swatch } from "@/components/charts/swatch";
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
  const t = useTranslations("trends.table");
  const [first] = weeks;
  return (
    <figure className="break-inside-avoid">
      <figcaption className="mb-3">{caption}</figcaption>
      <ColumnsChart span={span} weeks={weeks} looks={parts} most={most} low={low}>
        {first && (
          <PointReader
            label={reads}
            from={first.day - 6}
            step={7}
            before={t("week_from")}
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

/** Of whom there is no column. */
export const NothingOf = ({ name, says }: { name: string; says: string }) => (
  <p>
    <span className="font-semibold">{name}</span> <span className="text-sm text-muted">{says}</span>
  </p>
);

/** What the parts look like. */
export function PartsLegend({ parts }: { parts: readonly (PartLook & { label: string })[] }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {parts.map(({ label, hue, fill, dashed }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <Swatch hue={hue} fill={fill} dashed={dashed} />
          {label}
        </li>
      ))}
    </ul>
  );
}
