import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SaidOfDay } from "@/lib/follow-through/queries";
import { type Day, forDisplay } from "@/lib/time/day";

type Props = {
  said: readonly SaidOfDay[];
  commitment: string;
  /** Which days lead somewhere for this reader. */
  leads: (day: Day) => boolean;
};

/** The same in words, with what was said first where it was corrected. */
export function DaysTable({ said, commitment, leads }: Props) {
  const t = useTranslations("follow_through");
  const format = useFormatter();
  const dated = (day: Day) =>
    format.dateTime(forDisplay(day), { day: "numeric", month: "short", year: "numeric" });
  if (said.length === 0) return <p className="text-sm text-muted">{t("nothing_said")}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-start text-sm">
        <caption className="sr-only">{t("table_caption")}</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="py-2 pe-3 text-start font-normal">
              {t("day")}
            </th>
            <th scope="col" className="py-2 pe-3 text-start font-normal">
              {t("status")}
            </th>
            <th scope="col" className="py-2 text-start font-normal">
              {t("more")}
            </th>
          </tr>
        </thead>
        <tbody>
          {said.map(({ day, status, volunteered, filledInLater, before }) => (
            <tr key={day} className="border-b border-line align-top">
              <th scope="row" className="py-1 pe-3 text-start font-normal whitespace-nowrap">
                {leads(day) ? (
                  <Link
                    href={`/commitments/${commitment}?day=${day}#day` as Route}
                    className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
                  >
                    {dated(day)}
                  </Link>
                ) : (
                  <span className="inline-flex min-h-11 items-center">{dated(day)}</span>
                )}
              </th>
              <td className="py-3 pe-3">{t(`statuses.${status}`)}</td>
              <td className="space-y-1 py-3 text-muted">
                {volunteered && <p>{t("volunteered_told")}</p>}
                {filledInLater && <p>{t("filled_in_later")}</p>}
                {before.map((first) => (
                  <p key={`${first.on}/${first.status}`}>
                    {t("first_said", {
                      status: t(`statuses.${first.status}`),
                      day: format.dateTime(forDisplay(first.on), { dateStyle: "medium" }),
                    })}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
