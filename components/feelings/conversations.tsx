import { useFormatter, useTranslations } from "next-intl";
import { Live } from "@/components/feelings/live";
import { useCardWords } from "@/components/timeline/card-words";
import { EntryCard } from "@/components/timeline/entry-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Conversation } from "@/lib/feelings/queries";
import { forDisplay } from "@/lib/time/day";

type Props = {
  conversations: readonly Conversation[];
  partnerName: string | null;
  asksToInvite: boolean;
};

/** What both have shown each other, newest first. */
export function Conversations({ conversations, partnerName, asksToInvite }: Props) {
  const t = useTranslations("between");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>}>
        {partnerName && <ButtonLink href="/feelings/new">{t("share")}</ButtonLink>}
      </PageHeader>
      {partnerName && <Live />}
      {!partnerName && conversations.length === 0 && (
        <EmptyState
          title={t("alone_title")}
          action={
            asksToInvite ? <ButtonLink href="/settings/partner">{t("alone_action")}</ButtonLink> : undefined
          }
        >
          {t("alone")}
        </EmptyState>
      )}
      {partnerName && conversations.length === 0 && (
        <EmptyState title={t("empty_title")}>{t("empty", { name: partnerName })}</EmptyState>
      )}
      <ol className="space-y-6">
        {conversations.map(({ feeling }) => (
          <li key={`${feeling.mine}-${feeling.id}`}>
            <p className="mb-2 text-sm text-muted">
              {format.dateTime(forDisplay(feeling.day), { dateStyle: "full" })}
            </p>
            <EntryCard entry={feeling} words={words} />
          </li>
        ))}
      </ol>
    </>
  );
}
