import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Timeline } from "@/components/timeline/timeline";
import { TimelineFilter } from "@/components/timeline/timeline-filter";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabsLinks } from "@/components/ui/tabs-links";
import type { TimelineDay } from "@/lib/timeline/rules";
import { addressOf, type Cursor, type TimelineSearch } from "@/lib/timeline/schema";

type Props = {
  days: readonly TimelineDay[];
  next: Cursor | null;
  search: TimelineSearch;
  find: string;
  path: "/timeline" | "/timeline/mine";
  partnerName: string | null;
};

export function TimelineView({ days, next, search, find, path, partnerName }: Props) {
  const t = useTranslations("timeline");
  const mine = path === "/timeline/mine";
  const filtered = Boolean(search.who || search.kind || search.from || search.to || find);
  const empty = days.length === 0;
  return (
    <>
      <PageHeader title={t("title")} lead={mine ? <p>{t("mine_lead")}</p> : undefined} />
      <TabsLinks
        label={t("title")}
        links={[
          { href: "/timeline", label: t("both"), current: !mine },
          { href: "/timeline/mine", label: t("mine_tab"), current: mine },
        ]}
      />
      {(!empty || filtered) && (
        <TimelineFilter search={search} find={find} path={path} partnerName={mine ? null : partnerName} />
      )}
      {empty && filtered && <EmptyState title={t("none_title")}>{t("none")}</EmptyState>}
      {empty && !filtered && (
        <EmptyState
          title={t("empty_title")}
          action={<ButtonLink href="/today">{t("empty_action")}</ButtonLink>}
        >
          {t("empty")}
        </EmptyState>
      )}
      <Timeline days={days} partnerName={partnerName} />
      {(next || search.after) && (
        <nav aria-label={t("pages")} className="mt-8 flex flex-wrap gap-3 print:hidden">
          {next && (
            <ButtonLink tone="quiet" href={addressOf(path, search, next) as Route}>
              {find ? t("look_further") : t("earlier")}
            </ButtonLink>
          )}
          {search.after && (
            <ButtonLink tone="quiet" href={addressOf(path, search, null) as Route}>
              {t("newest")}
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}
