import { type EntryView, textsOf } from "@/lib/entries/rules";
import { groupBy } from "@/lib/group-by";
import { isMentioned } from "@/lib/mentions";
import type { RecordOfDay } from "@/lib/record/rules";
import type { Day } from "@/lib/time/day";

export type TimelineDay = {
  readonly day: Day;
  /** What was agreed on and kept on that day, of each of the two. */
  readonly records: readonly RecordOfDay[];
  readonly entries: readonly EntryView[];
};

/** Everything by the day it is about, newest first; within a day one's own first. Takes it in any order. */
export function groupByDay(
  entries: readonly EntryView[],
  records: readonly RecordOfDay[] = [],
): TimelineDay[] {
  const ownFirst = <T extends { readonly mine: boolean }>(of: readonly T[] = []) =>
    of.toSorted((a, b) => Number(b.mine) - Number(a.mine));
  const written = groupBy(entries, (entry) => entry.day);
  const kept = groupBy(records, (record) => record.day);
  return [...new Set([...written.keys(), ...kept.keys()])]
    .sort((a, b) => b.localeCompare(a))
    .map((day) => ({ day, records: ownFirst(kept.get(day)), entries: ownFirst(written.get(day)) }));
}

/** Whether a text occurs in the words of an entry. */
export const mentions = (entry: EntryView, text: string): boolean =>
  isMentioned(text, Object.values(textsOf(entry)).join("\n"));
