import { useFormatter } from "next-intl";
import { useCardWords } from "@/components/timeline/card-words";
import { Cards } from "@/components/timeline/cards";
import { EarlierVersions } from "@/components/timeline/earlier-versions";
import { useRecordWords, useTold } from "@/components/timeline/record-words";
import type { EntryView } from "@/lib/entries/rules";
import { type Marked, markOf } from "@/lib/therapy/rules";
import { forDisplay } from "@/lib/time/day";
import type { TimelineDay } from "@/lib/timeline/rules";

type Props = {
  days: readonly TimelineDay[];
  partnerName: string | null;
  /** What the viewer wants to bring to a session; left out where that is nobody's to say. */
  marked?: Marked;
  /** Only to be looked at: nothing leads on, and nothing can be done. */
  still?: boolean;
};

/** Entries by the day they are about, newest first. */
export function Timeline({ days, partnerName, marked, still }: Props) {
  const format = useFormatter();
  const told = useTold(partnerName);
  return (
    <Cards
      words={useCardWords(partnerName)}
      recordWords={useRecordWords(partnerName)}
      withPartner={partnerName !== null}
      still={still}
      days={days.map(({ day, records, entries }) => ({
        day,
        heading: format.dateTime(forDisplay(day), { dateStyle: "full" }),
        records: records.map(told),
        cards: entries.map((entry) => ({ ...cardOf(entry), marked: isMarked(entry, marked) })),
      }))}
    />
  );
}

/** Null of what was written elsewhere: it is not brought along from there. */
const isMarked = (entry: EntryView, marked: Marked | undefined) =>
  marked && entry.here ? marked.has(markOf(entry)) : null;

/** Earlier versions are drawn here, for the few entries that have any, and not sent as data. */
const cardOf = (entry: EntryView) =>
  entry.kind === "check_in" && entry.earlier.length > 0
    ? { entry: { ...entry, earlier: [] }, earlier: <EarlierVersions earlier={entry.earlier} /> }
    : { entry, earlier: null };
