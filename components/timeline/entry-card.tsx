import type { ReactNode } from "react";
import { ContentReading } from "@/components/check-ins/content-reading";
import type { CardWords } from "@/components/timeline/card-words";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { EntryView } from "@/lib/check-ins/queries";

/** An entry without its earlier versions, which are drawn beside it where there are any. */
export type CardEntry = Omit<EntryView, "earlier">;

type Props = {
  entry: CardEntry;
  words: CardWords;
  earlier?: ReactNode;
  /** What its author can do with it here. */
  children?: ReactNode;
};

/** One entry as its reader may see it. Who sees it is told to its author alone: a reader cannot know what is not shown. */
export function EntryCard({ entry, words, earlier, children }: Props) {
  return (
    <Card as="article" submerged={entry.mine && entry.shown === "only_me"}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{entry.mine ? words.you : words.partner}</h3>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {entry.filledInLater && <span>{words.later}</span>}
          {entry.mine && !entry.here && <span>{words.elsewhere}</span>}
          {entry.mine && entry.here && <AudienceBadge shown={entry.shown} label={words.shown[entry.shown]} />}
        </p>
      </div>
      <ContentReading content={entry.content} words={words} />
      {earlier}
      {entry.mine && (
        <div className="mt-3 flex flex-wrap items-start gap-x-5 border-t border-line pt-1">
          <Link
            href={`/entries/${entry.id}`}
            className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
          >
            {words.open}
          </Link>
          {children}
        </div>
      )}
    </Card>
  );
}
