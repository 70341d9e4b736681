import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { AmendForm } from "@/components/check-ins/amend-form";
import { ContentReading } from "@/components/check-ins/content-reading";
import { useContentWords } from "@/components/check-ins/content-words";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { DeleteForm } from "@/components/timeline/delete-form";
import { EarlierVersions } from "@/components/timeline/earlier-versions";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { copyIntoPresentAction } from "@/lib/check-ins/actions";
import type { OwnEntry } from "@/lib/check-ins/queries";
import { forDisplay } from "@/lib/time/day";

type Props = { entry: OwnEntry; forLater: boolean; partnerName: string | null; newEntryId: string };

/** One's own entry: changed where it was written, and read, copied or deleted from anywhere. */
export function OwnEntryPage({ entry, forLater, partnerName, newEntryId }: Props) {
  const t = useTranslations("entry");
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  const words = useContentWords();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<p>{entry.here ? t("lead") : t("here_only")}</p>}
        back={
          entry.here
            ? { href: "/timeline", label: timeline("title") }
            : { href: "/timeline/mine", label: timeline("mine_everywhere") }
        }
      >
        <p className="text-muted">{format.dateTime(forDisplay(entry.day), { dateStyle: "full" })}</p>
      </PageHeader>
      {entry.here ? (
        <AmendForm entry={entry} forLater={forLater} partnerName={partnerName} />
      ) : (
        <div className="space-y-6">
          <Card>
            <ContentReading content={entry.content} words={words} />
          </Card>
          <ActionForm action={copyIntoPresentAction}>
            <input type="hidden" name="entry" value={entry.id} />
            <input type="hidden" name="into" value={newEntryId} />
            <SubmitButton tone="quiet">{timeline("copy")}</SubmitButton>
          </ActionForm>
        </div>
      )}
      <div className="mt-10 space-y-2 border-t border-line pt-4">
        {entry.here && partnerName && (
          <TextLink href={`/entries/${entry.id}/seen` as Route}>
            {timeline("seen_tab", { name: partnerName })}
          </TextLink>
        )}
        <EarlierVersions earlier={entry.earlier} />
        <DeleteForm entry={entry.id} />
      </div>
    </>
  );
}
