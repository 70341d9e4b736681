"use client";
import type { ReactNode } from "react";
import { AudienceControl } from "@/components/timeline/audience-control";
import type { CardWords } from "@/components/timeline/card-words";
import { EntryCard } from "@/components/timeline/entry-card";
import { RecordCard, type RecordWords, type ToldRecord } from "@/components/timeline/record-card";
import { canBeShown, type EntryView } from "@/lib/entries/rules";
import type { Day } from "@/lib/time/day";

type Props = {
  words: CardWords;
  recordWords: RecordWords;
  withPartner: boolean;
  still?: boolean;
  days: readonly {
    day: Day;
    heading: string;
    records: readonly ToldRecord[];
    cards: readonly { entry: EntryView; earlier: ReactNode }[];
  }[];
};

/**
 * A client component not for what it does but for what it is made of: sixty cards travel to the browser once, as plain
 * entries and the words they share, and not again as the elements drawn from them.
 */
export function Cards({ words, recordWords, withPartner, still, days }: Props) {
  return (
    <ol className="space-y-8">
      {days.map(({ day, heading, records, cards }) => (
        <li key={day}>
          <h2 className="mb-3 font-serif text-lg font-medium">
            <time dateTime={day}>{heading}</time>
          </h2>
          <div className="space-y-3">
            {records.map((record) => (
              <RecordCard key={String(record.mine)} record={record} words={recordWords} />
            ))}
            {cards.map(({ entry, earlier }) => (
              <EntryCard
                key={`${entry.mine}-${entry.id}`}
                entry={entry}
                words={words}
                earlier={earlier}
                still={still}
              >
                {entry.mine && entry.here && withPartner && canBeShown(entry) && (
                  <AudienceControl entry={entry} words={words} />
                )}
              </EntryCard>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
