import { useMessages, useTranslations } from "next-intl";
import { usePeople } from "@/components/trends/people";
import { Section } from "@/components/ui/section";
import { Need } from "@/lib/db/generated/enums";
import type { NeedRow, Of } from "@/lib/trends/rules";

type Props = { needs: readonly Of<NeedRow>[]; partnerName: string | null };

/** What each needed most, and on how many days: in the order it is always asked in, which says nothing of its weight. */
export function Needs({ needs: chosen, partnerName }: Props) {
  const t = useTranslations("trends.needs");
  const { needs } = useMessages();
  const person = usePeople(partnerName);
  const people = chosen.map(({ mine, rows }) => ({
    ...person(mine),
    days: rows.length,
    count: (need: Need) => rows.filter((row) => row.need === need).length,
  }));
  const asked = Object.values(Need).filter((need) => people.some(({ count }) => count(need) > 0));
  const most = Math.max(1, ...people.flatMap(({ count }) => asked.map(count)));
  return (
    <Section id="needs" title={t("title")} lead={t("about")}>
      {asked.length === 0 ? (
        <p className="text-sm text-muted">{t("nothing")}</p>
      ) : (
        <table className="w-full text-sm">
          <caption className="sr-only">{t("title")}</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="pb-2 text-start font-normal">
                {t("need")}
              </th>
              {people.map(({ name, days }) => (
                <th key={name} scope="col" className="w-1/3 pb-2 text-start font-normal">
                  <span className="font-semibold text-text">{name}</span> {t("of", { days })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.map((need) => (
              <tr key={need} className="border-t border-line">
                <th scope="row" className="py-2 pe-3 text-start font-normal">
                  {needs[need]}
                </th>
                {people.map(({ name, hue, count }) => (
                  <td key={name} className={`${hue} py-2 pe-3`}>
                    <span className="flex items-center gap-2">
                      <span className="w-6 tabular-nums">{count(need) || "–"}</span>
                      <span
                        aria-hidden="true"
                        className="drawn h-2.5 rounded-e-sm bg-(--hue)"
                        style={{ width: `${(count(need) / most) * 70}%` }}
                      />
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
