"use client";
import { useFormatter } from "next-intl";
import { AudienceControl } from "@/components/timeline/audience-control";
import { EntryCard } from "@/components/timeline/entry-card";
import { forDisplay } from "@/lib/time/day";
import type { TimelineDay } from "@/lib/timeline/rules";

type Props = { days: readonly TimelineDay[]; partnerName: string | null };

/**
 * Entries by the day they are about, newest first. A client component not for what it does but for what it is made of:
 * sixty cards go to the browser once as plain entries, and not again as the elements drawn from them.
 */
export function Timeline({ days, partnerName }: Props) {
  const format = useFormatter();
  return (
    <ol className="space-y-8">
      {days.map(({ day, entries }) => (
        <li key={day}>
          <h2 className="mb-3 font-serif text-lg font-medium">
            <time dateTime={day}>{format.dateTime(forDisplay(day), { dateStyle: "full" })}</time>
          </h2>
          <div className="space-y-3">
            {entries.map((entry) => (
              <EntryCard key={`${entry.mine}-${entry.id}`} entry={entry} partnerName={partnerName}>
                {entry.here && partnerName && (
                  <AudienceControl entry={entry.id} shown={entry.shown} partnerName={partnerName} />
                )}
              </EntryCard>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
