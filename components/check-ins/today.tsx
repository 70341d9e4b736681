import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { AnnouncedList } from "@/components/announcements/announced";
import { CheckInForm } from "@/components/check-ins/check-in-form";
import { EarlierDay } from "@/components/check-ins/earlier-day";
import { SaidList } from "@/components/follow-through/said-list";
import { TodayCommitments } from "@/components/follow-through/today-commitments";
import { WaitingCheckIns } from "@/components/left-check-ins/waiting";
import { ReviewNotice } from "@/components/reviews/review-notice";
import { SpaceNowCards } from "@/components/space/space-now";
import { useCardWords } from "@/components/timeline/card-words";
import { EarlierVersions } from "@/components/timeline/earlier-versions";
import { EntryCard } from "@/components/timeline/entry-card";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Unopened } from "@/lib/announcements/queries";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import type { Draft } from "@/lib/drafts/rules";
import type { CheckInView } from "@/lib/entries/rules";
import type { OfToday } from "@/lib/follow-through/queries";
import type { LeftCheckIn } from "@/lib/left-check-ins/rules";
import type { ReviewToday } from "@/lib/reviews/queries";
import type { SpaceNow } from "@/lib/space/queries";
import { type Day, forDisplay } from "@/lib/time/day";
import type { Shown } from "@/lib/visibility/rules";

type Props = {
  own: CheckInView | null;
  partners: readonly CheckInView[];
  draft: Draft | null;
  startsShown: Shown;
  asksToInvite: boolean;
  day: Day;
  today: Day;
  newEntryId: () => string;
  coupleId: string;
  partnerName: string | null;
  space: SpaceNow;
  announced: readonly Unopened[];
  /** How much the viewer kept for now and wanted to be asked about by this time. */
  later: number;
  ofDay: OfToday;
  review: ReviewToday | null;
  timeZone: string;
  left: readonly LeftCheckIn[];
  /** A day to come that the other has shown, to be known beforehand. */
  coming: Day | null;
  help: Help;
};

export function Today({
  own,
  partners,
  draft,
  startsShown,
  asksToInvite,
  day,
  today,
  newEntryId,
  coupleId,
  partnerName,
  space,
  announced,
  later,
  ofDay,
  review,
  timeZone,
  left,
  coming,
  help,
}: Props) {
  const t = useTranslations("today");
  const between = useTranslations("between");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  const earlier = day !== today;
  return (
    <>
      <PageHeader
        title={earlier ? t("another_title") : t("title")}
        lead={own ? undefined : <p>{earlier ? t("filled_in_later") : t("lead")}</p>}
        back={earlier ? { href: "/today", label: t("title") } : undefined}
      >
        <p className="text-muted">{format.dateTime(forDisplay(day), { dateStyle: "full" })}</p>
      </PageHeader>
      {!earlier && <SpaceNowCards space={space} partnerName={partnerName} timeZone={timeZone} />}
      {!earlier && <AnnouncedList announced={announced} partnerName={partnerName} />}
      {!earlier && coming && partnerName && (
        <div className="mb-6">
          <Notice>
            <p>
              {t("coming", {
                name: partnerName,
                day: format.dateTime(forDisplay(coming), { weekday: "long", day: "numeric", month: "long" }),
              })}
            </p>
            <TextLink href="/timeline?who=partner&kind=trigger_day">{t("coming_link")}</TextLink>
          </Notice>
        </div>
      )}
      {!earlier && review && <ReviewNotice review={review} timeZone={timeZone} />}
      {!earlier && later > 0 && partnerName && (
        <div className="mb-6">
          <Notice>
            <p>{t("later", { count: later })}</p>
            <TextLink href="/later">{t("later_link")}</TextLink>
          </Notice>
        </div>
      )}
      {partnerName && (
        <TodayCommitments
          ofDay={ofDay}
          day={day}
          partnerName={partnerName}
          help={help}
          newEntryId={newEntryId}
        />
      )}
      <WaitingCheckIns left={left} />
      {own ? (
        <Section id="noted" title={t("saved_title")} lead={t("saved")}>
          <EntryCard entry={own} words={words} earlier={<EarlierVersions earlier={own.earlier} />}>
            {words.seen && <TextLink href={`/entries/${own.id}/seen` as Route}>{words.seen}</TextLink>}
          </EntryCard>
          {partnerName && !earlier && (
            <ButtonLink tone="quiet" href={`/feelings/new?from=${own.id}`}>
              {between("from_check_in", { name: partnerName })}
            </ButtonLink>
          )}
        </Section>
      ) : (
        <CheckInForm
          key={day}
          entryId={newEntryId()}
          coupleId={coupleId}
          day={day}
          earlier={earlier}
          draft={draft}
          startsShown={startsShown}
          partnerName={partnerName}
        />
      )}
      {partners.length + ofDay.theirs.length > 0 && partnerName && !earlier && (
        <Section id="partner" title={t("from_partner", { name: partnerName })}>
          {ofDay.theirs.length > 0 && (
            <SaidList
              said={ofDay.theirs}
              wayOn={(id) => ({
                href: `/commitments/${id}?day=${day}#day` as Route,
                label: between("conversation"),
              })}
            />
          )}
          {partners.map((entry) => (
            <EntryCard
              key={entry.id}
              entry={entry}
              words={words}
              earlier={<EarlierVersions earlier={entry.earlier} />}
            />
          ))}
        </Section>
      )}
      <div className="mt-10 space-y-6 border-t border-line pt-4">
        <EarlierDay today={today} />
        {asksToInvite && (
          <Notice title={t("alone_title")}>
            <p>{t("alone")}</p>
            <ButtonLink tone="quiet" href="/settings/partner">
              {t("alone_action")}
            </ButtonLink>
          </Notice>
        )}
      </div>
    </>
  );
}
