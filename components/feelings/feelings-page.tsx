import { useTranslations } from "next-intl";
import { Live } from "@/components/between/live";
import { BetweenTabs } from "@/components/between/tabs";
import { SpaceNowCards } from "@/components/space/space-now";
import { DatedCards } from "@/components/timeline/dated-cards";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { SharedFeelingView } from "@/lib/entries/rules";
import type { SpaceNow } from "@/lib/space/queries";

type Props = {
  feelings: readonly SharedFeelingView[];
  space: SpaceNow;
  partnerName: string | null;
  timeZone: string;
  asksToInvite: boolean;
  /** Whether there are words that could not be sent. */
  hasUnsent: boolean;
};

/** What both have shown each other, newest first. */
export function FeelingsPage({ feelings, space, partnerName, timeZone, asksToInvite, hasUnsent }: Props) {
  const t = useTranslations("between");
  const drafts = useTranslations("drafts");
  const spaceWords = useTranslations("space");
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>}>
        {partnerName && (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/feelings/new">{t("share")}</ButtonLink>
            <ButtonLink tone="quiet" href="/space">
              {spaceWords("link")}
            </ButtonLink>
          </div>
        )}
      </PageHeader>
      <BetweenTabs current="feelings" />
      {partnerName && <Live />}
      <SpaceNowCards space={space} partnerName={partnerName} timeZone={timeZone} />
      {!partnerName && feelings.length === 0 && (
        <EmptyState
          title={t("alone_title")}
          action={
            asksToInvite ? <ButtonLink href="/settings/partner">{t("alone_action")}</ButtonLink> : undefined
          }
        >
          {t("alone")}
        </EmptyState>
      )}
      {partnerName && feelings.length === 0 && (
        <EmptyState title={t("empty_title")}>{t("empty", { name: partnerName })}</EmptyState>
      )}
      <DatedCards entries={feelings} partnerName={partnerName} />
      {feelings.length > 0 && (
        <p className="mt-6">
          <TextLink href="/timeline?kind=shared_feeling">{t("on_timeline")}</TextLink>
        </p>
      )}
      {hasUnsent && (
        <p className="mt-6">
          <TextLink href="/unsent">{drafts("unsent_link")}</TextLink>
        </p>
      )}
    </>
  );
}
