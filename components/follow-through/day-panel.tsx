import { useTranslations } from "next-intl";
import { useDay } from "@/components/commitments/terms-words";
import { DayForm } from "@/components/follow-through/day-form";
import { NoticeForm } from "@/components/follow-through/notice-form";
import { StatusMark } from "@/components/follow-through/status-mark";
import { Section } from "@/components/ui/section";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import type { CommitmentPage } from "@/lib/follow-through/queries";
import type { Day } from "@/lib/time/day";

type Props = {
  page: CommitmentPage;
  chosen: Day | null;
  partnerName: string;
  help: Help;
  today: Day;
  newEntryId: () => string;
};

/** A day of a commitment: how it went, to be said or corrected by the doer; to be noticed, where something was said, by the other. */
export function DayPanel({ page, chosen, partnerName, help, today, newEntryId }: Props) {
  const t = useTranslations("follow_through");
  const say = useDay();
  const { commitment, said, remarks, picture, starts } = page;
  const ofDay = said.find(({ day }) => day === chosen) ?? null;
  if (commitment.mine) {
    const day = chosen ?? today;
    const standing = said.find((one) => one.day === day) ?? null;
    const pictured = picture.flat().find((one) => one.day === day);
    // Without a choice of its reader's the day is today, as long as it asks for something.
    if (!chosen && (standing || !pictured?.canSay)) return null;
    return (
      <div id="day" className="mt-8">
        <Section
          id="how"
          title={day === today ? t("today_title") : t("day_title", { day: say(day) })}
          lead={standing ? <p>{t("correct_about")}</p> : undefined}
        >
          <DayForm
            key={day}
            day={day}
            items={[{ commitment, asked: null, said: standing }]}
            startsShown={starts.follow_through_note}
            partnerName={partnerName}
            help={help}
            newEntryId={newEntryId}
          />
        </Section>
      </div>
    );
  }
  if (!chosen || !ofDay) return null;
  const before = remarks.find(({ of, mine, kind }) => of === chosen && mine && kind === "noticing") ?? null;
  return (
    <div id="day" className="mt-8">
      <Section id="how" title={say(chosen)}>
        <StatusMark status={ofDay.status} label={t(`statuses.${ofDay.status}`)} />
        <NoticeForm
          key={chosen}
          entryId={newEntryId()}
          commitment={commitment.id}
          day={chosen}
          before={before}
          startsShown={starts.noticing}
          partnerName={partnerName}
        />
      </Section>
    </div>
  );
}
