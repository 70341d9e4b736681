import { DatedTable } from "@/components/trends/dated-table";
import type { Week } from "@/lib/trends/rules";

type Props = {
  caption: string;
  /** What is counted, in its order. */
  parts: readonly { label: string }[];
  weeks: readonly Week[];
};

/** What was counted week by week. */
export const WeeksTable = ({ caption, parts, weeks }: Props) => (
  <DatedTable
    caption={caption}
    byWeek
    columns={parts.map(({ label }) => label)}
    rows={weeks.map(({ day, counts }) => ({
      day,
      cells: counts.map((count) => (count ? String(count) : "")),
    }))}
  />
);
