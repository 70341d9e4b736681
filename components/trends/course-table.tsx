import { useTranslations } from "next-intl";
import { DatedTable } from "@/components/trends/dated-table";
import { isByWeek, type Moment, type Span } from "@/lib/trends/rules";

type Props = { caption: string; span: Span; course: readonly Moment[] };

/** Numbers, their means and bands. */
export function CourseTable({ caption, span, course }: Props) {
  const t = useTranslations("trends.table");
  const byWeek = isByWeek(span);
  const columns = [...(byWeek ? [] : [t("value")]), t("mean"), t("swing")];
  return (
    <DatedTable
      caption={caption}
      byWeek={byWeek}
      columns={columns}
      rows={course.map(({ day, value, mean, swing }) => ({
        day,
        cells: [
          ...(byWeek ? [] : [told(value)]),
          told(mean),
          swing ? `${told(swing.low)}–${told(swing.high)}` : "",
        ],
      }))}
    />
  );
}

const told = (number: number | null) => (number === null ? "" : String(Math.round(number * 10) / 10));
