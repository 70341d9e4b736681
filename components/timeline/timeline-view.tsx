import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimelineFilter } from "@/components/timeline/timeline-filter";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabsLinks } from "@/components/ui/tabs-links";
import { addressOf, type Cursor, type TimelinePath, type TimelineSearch } from "@/lib/timeline/schema";

type Props = {
  path: TimelinePath;
  lead?: ReactNode;
  search: TimelineSearch;
  find: string;
  next: Cursor | null;
  partnerName: string | null;
  /** What is said where there is nothing, and nothing was asked for in particular. */
  nothing: ReactNode;
  isEmpty: boolean;
  children: ReactNode;
};

/** The frame of each of the timelines: where else to look, what to look for, and the pages. */
export function TimelineView(props: Props) {
  const { path, lead, search, find, next, partnerName, nothing, isEmpty, children } = props;
  const t = useTranslations("timeline");
  const whose = path === "/timeline" ? partnerName : null;
  const filtered = Boolean((whose && search.who) || search.kind || search.from || search.to || find);
  const tabs: readonly { href: TimelinePath; label: string }[] = [
    { href: "/timeline", label: t("both") },
    { href: "/timeline/mine", label: t("mine_tab") },
    ...(partnerName
      ? [{ href: "/timeline/seen" as const, label: t("seen_tab", { name: partnerName }) }]
      : []),
  ];
  return (
    <>
      <PageHeader title={t("title")} lead={lead} />
      <TabsLinks label={t("title")} links={tabs.map((tab) => ({ ...tab, current: tab.href === path }))} />
      {(!isEmpty || filtered) && (
        <TimelineFilter search={search} find={find} path={path} partnerName={whose} filtered={filtered} />
      )}
      {isEmpty && (filtered ? <EmptyState title={t("none_title")}>{t("none")}</EmptyState> : nothing)}
      {children}
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
