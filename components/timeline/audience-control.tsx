"use client";
import type { Route } from "next";
import type { CardWords } from "@/components/timeline/card-words";
import { OpensHere } from "@/components/timeline/opens-here";
import { TextLink } from "@/components/ui/text-link";
import { ShowEntry } from "@/components/visibility/show-entry";
import type { EntryView } from "@/lib/entries/rules";

type Props = { entry: EntryView; words: CardWords };

/** Narrows or widens one entry where it stands, and leads to what the other finds of it. */
export function AudienceControl({ entry, words }: Props) {
  return (
    <OpensHere label={words.changeShown} href={`/entries/${entry.id}` as Route}>
      <ShowEntry entry={entry} words={words} />
      {words.seen && <TextLink href={`/entries/${entry.id}/seen` as Route}>{words.seen}</TextLink>}
    </OpensHere>
  );
}
