import { type EntryView, textsOf } from "@/lib/entries/rules";
import { groupBy } from "@/lib/group-by";
import type { Day } from "@/lib/time/day";

export type TimelineDay = { readonly day: Day; readonly entries: readonly EntryView[] };

/** Entries by the day they are about, newest first; within a day one's own first. Takes them in any order. */
export function groupByDay(entries: readonly EntryView[]): TimelineDay[] {
  return [...groupBy(entries, (entry) => entry.day)]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([day, of]) => ({ day, entries: of.sort((a, b) => Number(b.mine) - Number(a.mine)) }));
}

/** Whether a text occurs in the words of an entry, whatever the case and the accents. */
export function mentions(entry: EntryView, text: string): boolean {
  const plain = (words: string) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
  return plain(Object.values(textsOf(entry)).join("\n")).includes(plain(text));
}
