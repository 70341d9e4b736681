import { useTranslations } from "next-intl";
import { PlanForm } from "@/components/therapy/plan-form";
import { SessionList } from "@/components/therapy/session-list";
import { TogetherTabs } from "@/components/together/tabs";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { ByTime } from "@/lib/therapy/rules";
import type { Day } from "@/lib/time/day";

type Props = { sessions: ByTime; partnerName: string | null; today: Day; newEntryId: string };

/** Sessions ahead and before. One's own are folded where two may be reading this page together. */
export function SessionsPage({ sessions, partnerName, today, newEntryId }: Props) {
  const t = useTranslations("therapy");
  const together = useTranslations("together");
  const between = useTranslations("between");
  const all = [...sessions.ahead, ...sessions.past];
  const inSight = (some: ByTime["ahead"]) =>
    partnerName ? some.filter(({ session }) => session === "couple") : some;
  const own = partnerName ? all.filter(({ session }) => session === "individual") : [];
  const groups = [
    { id: "ahead", title: t("ahead"), some: inSight(sessions.ahead) },
    { id: "past", title: t("past"), some: inSight(sessions.past) },
  ].filter(({ some }) => some.length > 0);
  return (
    <>
      <PageHeader title={together("title")} lead={<p>{t(partnerName ? "lead" : "alone_lead")}</p>} />
      <TogetherTabs current="therapy" />
      <PlanForm entryId={newEntryId} partnerName={partnerName} today={today} />
      {all.length === 0 && (
        <EmptyState title={t("empty_title")}>{t(partnerName ? "empty" : "alone")}</EmptyState>
      )}
      {groups.map(({ id, title, some }) => (
        <Section key={id} id={id} title={title}>
          <SessionList sessions={some} partnerName={partnerName} />
        </Section>
      ))}
      {own.length > 0 && (
        <div className="mt-8">
          <Disclosure summary={t("own_title")}>
            <SessionList sessions={own} partnerName={partnerName} />
          </Disclosure>
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-x-5 print:hidden">
        <TextLink href="/therapy/packets">{t("packets_link")}</TextLink>
        <TextLink href="/therapy/marks">{t("bring.link")}</TextLink>
        {all.length > 0 && (
          <TextLink href="/timeline?kind=therapy_session">{between("on_timeline")}</TextLink>
        )}
      </div>
    </>
  );
}
