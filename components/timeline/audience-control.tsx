"use client";
import type { Route } from "next";
import { useId, useState } from "react";
import type { CardWords } from "@/components/timeline/card-words";
import { TextLink } from "@/components/ui/text-link";
import { ShowEntry } from "@/components/visibility/show-entry";
import type { EntryView } from "@/lib/entries/rules";

type Props = { entry: EntryView; words: CardWords };

/**
 * Narrows or widens one entry where it stands, and leads to what the other finds of it. Without script it is a way to the
 * entry's own page, which asks the same; so a page of sixty entries carries no sixty forms.
 */
export function AudienceControl({ entry, words }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={open ? "basis-full" : undefined}>
      <a
        href={`/entries/${entry.id}` as Route}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={(event) => {
          event.preventDefault();
          setOpen(!open);
        }}
        className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
      >
        {words.changeShown}
      </a>
      {open && (
        <div id={id} className="space-y-2 pt-1 pb-2">
          <ShowEntry entry={entry} words={words} />
          {words.seen && <TextLink href={`/entries/${entry.id}/seen` as Route}>{words.seen}</TextLink>}
        </div>
      )}
    </div>
  );
}
