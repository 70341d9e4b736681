import { useFormatter, useTranslations } from "next-intl";
import { useCardWords } from "@/components/timeline/card-words";
import { EntryReading } from "@/components/timeline/entry-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ShowEntry } from "@/components/visibility/show-entry";
import type { EntryView } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { entries: readonly EntryView[]; partnerName: string | null };

/** What the viewer kept for a day and wanted to be asked about again. Each stays theirs until they choose. */
export function AskedAgain({ entries, partnerName }: Props) {
  const t = useTranslations("later");
  const today = useTranslations("today");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={entries.length > 0 && <p>{t("lead")}</p>}
        back={{ href: "/today", label: today("title") }}
      />
      {entries.length === 0 && <EmptyState title={t("none_title")}>{t("none")}</EmptyState>}
      <ol className="space-y-10">
        {entries.map((entry) => (
          <li key={entry.id} className="space-y-4">
            <h2 className="text-sm text-muted">
              {format.dateTime(forDisplay(entry.day), { dateStyle: "full" })}
            </h2>
            <Card as="article" submerged>
              <EntryReading entry={entry} words={words} />
            </Card>
            <ShowEntry entry={entry} words={words} />
          </li>
        ))}
      </ol>
    </>
  );
}
