import { useTranslations } from "next-intl";
import { Timeline } from "@/components/timeline/timeline";
import { TimelineView } from "@/components/timeline/timeline-view";
import { EmptyState } from "@/components/ui/empty-state";
import { isAnnounced } from "@/lib/announcements/rules";
import type { TimelineDay } from "@/lib/timeline/rules";
import type { Cursor, TimelineSearch } from "@/lib/timeline/schema";

type Props = {
  days: readonly TimelineDay[];
  next: Cursor | null;
  search: TimelineSearch;
  find: string;
  ownName: string;
  partnerName: string;
};

/** The viewer's own, as their partner reads it: the partner's page, to which nothing can be done from here. */
export function SeenTimeline({ days, ownName, partnerName, ...view }: Props) {
  const t = useTranslations("seen");
  const name = partnerName;
  const announced = days.some(({ entries }) => entries.some(({ kind }) => isAnnounced(kind)));
  return (
    <TimelineView
      {...view}
      path="/timeline/seen"
      partnerName={partnerName}
      isEmpty={days.length === 0}
      lead={
        <>
          <p>{t("lead", { name })}</p>
          {announced && <p>{t("announced", { name })}</p>}
        </>
      }
      nothing={<EmptyState title={t("nothing_title", { name })}>{t("nothing", { name })}</EmptyState>}
    >
      <Timeline days={days} partnerName={ownName} still />
    </TimelineView>
  );
}
