import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ContentReading } from "@/components/check-ins/content-reading";
import { EarlierVersions } from "@/components/timeline/earlier-versions";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { EntryView } from "@/lib/check-ins/queries";

type Props = {
  entry: EntryView;
  partnerName: string | null;
  /** What its author can do with it here. */
  children?: ReactNode;
};

/** One entry as its reader may see it. Who sees it is told to its author alone: a reader cannot know what is not shown. */
export function EntryCard({ entry, partnerName, children }: Props) {
  const t = useTranslations("timeline");
  const name = partnerName ?? "";
  return (
    <Card as="article" submerged={entry.mine && entry.shown === "only_me"}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{entry.mine ? t("you") : name}</h3>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {entry.filledInLater && <span>{t("later")}</span>}
          {entry.mine && !entry.here && <span>{t("elsewhere")}</span>}
          {entry.mine && entry.here && (
            <AudienceBadge shown={entry.shown} label={t(`badge.${entry.shown}`, { name })} />
          )}
        </p>
      </div>
      <ContentReading content={entry.content} />
      <EarlierVersions earlier={entry.earlier} />
      {entry.mine && (
        <div className="mt-3 flex flex-wrap items-start gap-x-5 border-t border-line pt-1">
          <Link
            href={`/entries/${entry.id}`}
            className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
          >
            {t("open")}
          </Link>
          {children}
        </div>
      )}
    </Card>
  );
}
