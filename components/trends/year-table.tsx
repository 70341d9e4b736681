import { useFormatter, useTranslations } from "next-intl";
import { RepeatedName } from "@/components/trends/repeated-name";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";
import { weekdays } from "@/lib/time/recurrence";
import { monthsOf } from "@/lib/trends/rules";

type Props = { name: string; year: number; values: ReadonlyMap<DayNumber, number> };

/** The weeks of a year as rows: a number where there is one. */
export function YearTable({ name, year, values }: Props) {
  const t = useTranslations("trends.table");
  const days = useTranslations("follow_through");
  const format = useFormatter();
  return (
    <table className="w-full table-fixed text-sm tabular-nums">
      <caption className="mb-2 text-start font-semibold print:hidden">{name}</caption>
      <thead className="text-muted">
        <RepeatedName name={name} columns={weekdays.length + 1} />
        <tr className="border-b border-line">
          <th scope="col" className="w-28 pb-1 text-start font-normal">
            {t("week_of")}
          </th>
          {weekdays.map((day) => (
            <th key={day} scope="col" className="pb-1 text-start font-normal">
              {days(`weekdays_short.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      {monthsOf(year).map(({ first, weeks }) => (
        <tbody key={first}>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal whitespace-nowrap">
                {format.dateTime(forDisplay(dayOf(week.find((day) => day !== null) ?? 0)), {
                  day: "numeric",
                  month: "short",
                })}
              </th>
              {week.map((day, at) => (
                <td key={day ?? weekdays[at]} className="py-1.5">
                  {day !== null ? (values.get(day) ?? "–") : ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
