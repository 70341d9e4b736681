import { useFormatter } from "next-intl";
import { useCardWords } from "@/components/timeline/card-words";
import { EntryCard } from "@/components/timeline/entry-card";
import type { EntryView } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { entries: readonly EntryView[]; partnerName: string | null };

/** A few entries, each under the day it is about. */
export function DatedCards({ entries, partnerName }: Props) {
  const format = useFormatter();
  const words = useCardWords(partnerName);
  return (
    <ol className="space-y-6">
      {entries.map((entry) => (
        <li key={`${entry.mine}-${entry.id}`}>
          <h2 className="mb-2 text-sm text-muted">
            {format.dateTime(forDisplay(entry.day), { dateStyle: "full" })}
          </h2>
          <EntryCard entry={entry} words={words} />
        </li>
      ))}
    </ol>
  );
}
