import { useFormatter, useTranslations } from "next-intl";
import { RepeatedName } from "@/components/trends/repeated-name";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";

type Props = {
  caption: string;
  /** Whether a row is a week; it is named by its Monday. */
  byWeek: boolean;
  columns: readonly string[];
  rows: readonly { readonly day: DayNumber; readonly cells: readonly string[] }[];
};

/** The same as a picture of one person: every day or week of it, the newest first, and where there is nothing, nothing. */
export function DatedTable({ caption, byWeek, columns, rows }: Props) {
  const t = useTranslations("trends.table");
  const format = useFormatter();
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="mb-2 text-start font-semibold print:hidden">{caption}</caption>
      <thead className="border-b border-line text-muted">
        <RepeatedName name={caption} columns={columns.length + 1} />
        <tr>
          <th scope="col" className="w-2/7 py-2 pe-3 text-start align-bottom font-normal">
            {byWeek ? t("week_from") : t("day")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 pe-3 text-start align-bottom font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ day, cells }) => (
          <tr key={day} className="border-b border-line align-top">
            <th scope="row" className="py-2 pe-3 text-start font-normal whitespace-nowrap print:py-1">
              {format.dateTime(forDisplay(dayOf(byWeek ? day - 6 : day)), { dateStyle: "medium" })}
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at]} className="py-2 pe-3 print:py-1">
                {cell || "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
