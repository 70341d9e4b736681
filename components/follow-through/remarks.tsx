import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { RemarkView } from "@/lib/entries/rules";
import { groupBy } from "@/lib/group-by";
import { type Day, forDisplay } from "@/lib/time/day";

/** Days that are told before the rest is folded. */
const FIRST = 6;

type Props = { remarks: readonly RemarkView[]; partnerName: string };

/** What each of the two added to single days, by the day. */
export function Remarks({ remarks, partnerName }: Props) {
  const t = useTranslations("follow_through");
  const days = [...groupBy(remarks, ({ of }) => of)];
  const told = (of: typeof days) => (
    <ol className="space-y-4">
      {of.map(([day, ofDay]) => (
        <li key={day}>
          <DayRemarks day={day} remarks={ofDay} partnerName={partnerName} />
        </li>
      ))}
    </ol>
  );
  return (
    <Section id="remarks" title={t("remarks")} lead={<p>{t("remarks_about")}</p>}>
      {told(days.slice(0, FIRST))}
      {days.length > FIRST && (
        <Disclosure summary={t("earlier_remarks")}>{told(days.slice(FIRST))}</Disclosure>
      )}
    </Section>
  );
}

function DayRemarks({ day, remarks, partnerName }: Props & { day: Day }) {
  const t = useTranslations("follow_through");
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  const shown = { only_me: t("only_me"), whole: t("shown_whole", { name: partnerName }) };
  return (
    <Card as="article">
      <h3 className="text-sm text-muted">{format.dateTime(forDisplay(day), { dateStyle: "full" })}</h3>
      <ul className="divide-y divide-line">
        {remarks.map(({ id, mine, perceived, texts, shown: to, here }) => (
          <li key={`${mine}/${id}`} className="py-3 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">{mine ? timeline("you") : partnerName}</span>
              {perceived && <span>{t(`perceived.${perceived}`)}</span>}
              {mine && here && (
                <AudienceBadge shown={to} label={to === "only_me" ? shown.only_me : shown.whole} />
              )}
            </p>
            {texts.note && (
              <div className="mt-1">
                <Words>{texts.note}</Words>
              </div>
            )}
            {mine && (
              <p className="text-sm">
                <TextLink href={`/entries/${id}` as Route}>{t("change")}</TextLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
