"use client";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import type { CardWords } from "@/components/timeline/card-words";
import { bringToSessionAction } from "@/lib/therapy/actions";

type Props = { entry: { readonly id: string; readonly mine: boolean }; marked: boolean; words: CardWords };

/** Marks an entry as something to bring to a session, or takes the mark off. */
export function BringForm({ entry, marked, words }: Props) {
  return (
    <ActionForm action={bringToSessionAction} className="space-y-2">
      <input type="hidden" name="entry" value={entry.id} />
      <input type="hidden" name="whose" value={entry.mine ? "mine" : "theirs"} />
      <input type="hidden" name="bring" value={marked ? "no" : "yes"} />
      <SubmitButton tone="quiet">{marked ? words.bringNot : words.bringYes}</SubmitButton>
      <p className="text-sm text-muted">{words.bringAbout}</p>
    </ActionForm>
  );
}
