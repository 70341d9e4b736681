"use client";
import type { ReactNode } from "react";
import { BringControl } from "@/components/therapy/bring-control";
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
    /** `marked`: whether it is to be brought to a session; null where that cannot be said. */
    cards: readonly { entry: EntryView; earlier: ReactNode; marked: boolean | null }[];
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
            {cards.map(({ entry, earlier, marked }) => (
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
                {marked !== null && <BringControl entry={entry} marked={marked} words={words} />}
              </EntryCard>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
