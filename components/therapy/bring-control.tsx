"use client";
import type { Route } from "next";
import { BringForm } from "@/components/therapy/bring-form";
import type { CardWords } from "@/components/timeline/card-words";
import { OpensHere } from "@/components/timeline/opens-here";
import type { EntryView } from "@/lib/entries/rules";

type Props = { entry: EntryView; marked: boolean; words: CardWords };

/** Marks one entry to be brought to a session, where it stands. */
export function BringControl({ entry, marked, words }: Props) {
  const whose = entry.mine ? "mine" : "theirs";
  return (
    <OpensHere
      label={marked ? words.brought : words.bring}
      href={`/therapy/marks?entry=${entry.id}&whose=${whose}` as Route}
    >
      <BringForm entry={entry} marked={marked} words={words} />
    </OpensHere>
  );
}
