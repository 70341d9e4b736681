import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DayForm } from "@/components/follow-through/day-form";
import { SaidList } from "@/components/follow-through/said-list";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import type { OfToday } from "@/lib/follow-through/queries";
import type { Day } from "@/lib/time/day";

type Props = {
  ofDay: OfToday;
  day: Day;
  partnerName: string;
  help: Help;
  newEntryId: () => string;
};

/** What a day asks of one's own commitments, within the same minute as the check-in. */
export function TodayCommitments({ ofDay, day, partnerName, help, newEntryId }: Props) {
  const t = useTranslations("follow_through");
  const { asked, waits } = ofDay;
  const open = asked.filter(({ said }) => !said);
  const said = asked.flatMap(({ commitment, said }) => (said ? [{ commitment, said }] : []));
  if (!waits && asked.length === 0) return null;
  return (
    <div className="mb-10">
      {waits && (
        <div className="mb-6">
          <Notice>
            <p>{t("waits_today", { name: partnerName })}</p>
            <TextLink href="/commitments">{t("waits_link")}</TextLink>
          </Notice>
        </div>
      )}
      {asked.length > 0 && (
        <Section
          id="commitments"
          title={t("title")}
          lead={open.length > 0 && <p>{t("lead", { name: partnerName })}</p>}
        >
          {said.length > 0 && (
            <SaidList
              said={said}
              wayOn={(id) => ({ href: `/commitments/${id}?day=${day}#day` as Route, label: t("correct") })}
            />
          )}
          <DayForm
            day={day}
            items={open}
            startsShown={ofDay.starts.follow_through_note}
            partnerName={partnerName}
            help={help}
            newEntryId={newEntryId}
          />
        </Section>
      )}
    </div>
  );
}
