import { useTranslations } from "next-intl";
import { Timeline } from "@/components/timeline/timeline";
import { TimelineView } from "@/components/timeline/timeline-view";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Marked } from "@/lib/therapy/rules";
import type { TimelineDay } from "@/lib/timeline/rules";
import type { Cursor, TimelineSearch } from "@/lib/timeline/schema";

type Props = {
  days: readonly TimelineDay[];
  next: Cursor | null;
  search: TimelineSearch;
  find: string;
  path: "/timeline" | "/timeline/mine";
  partnerName: string | null;
  marked: Marked;
};

/** What the viewer may read here, or all that they ever wrote. */
export function OwnTimeline({ days, path, partnerName, marked, ...view }: Props) {
  const t = useTranslations("timeline");
  const reflections = useTranslations("reflections");
  return (
    <TimelineView
      {...view}
      path={path}
      partnerName={partnerName}
      isEmpty={days.length === 0}
      lead={
        path === "/timeline/mine" && (
          <>
            <p>{t("mine_lead")}</p>
            <TextLink href="/mine">{reflections("link")}</TextLink>
          </>
        )
      }
      nothing={
        <EmptyState
          title={t("empty_title")}
          action={<ButtonLink href="/today">{t("empty_action")}</ButtonLink>}
        >
          {t("empty")}
        </EmptyState>
      }
    >
      <Timeline days={days} partnerName={partnerName} marked={marked} />
    </TimelineView>
  );
}
