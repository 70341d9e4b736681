"use client";
import type { Route } from "next";
import { useId, useState } from "react";
import { ActionForm, useAnswer } from "@/components/forms/action-form";
import type { CardWords } from "@/components/timeline/card-words";
import type { EntryView } from "@/lib/entries/rules";
import { showEntryAction } from "@/lib/visibility/actions";
import { type Choice, choicesOf } from "@/lib/visibility/rules";

type Props = { entry: EntryView; words: CardWords };

/**
 * Narrows or widens one entry where it stands. Each choice is a button: one tap, no form to fill.
 * Without script it is a way to the entry's own page, which asks the same; so a page of sixty entries carries no sixty forms.
 */
export function AudienceControl(props: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={open ? "basis-full" : undefined}>
      <a
        href={`/entries/${props.entry.id}` as Route}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={(event) => {
          event.preventDefault();
          setOpen(!open);
        }}
        className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
      >
        {props.words.changeShown}
      </a>
      {open && (
        <div id={id} className="pt-1 pb-2">
          <Choices {...props} />
        </div>
      )}
    </div>
  );
}

function Choices({ entry, words }: Props) {
  const labels = entry.kind === "check_in" ? words.shown : words.shownWhole;
  return (
    <ActionForm action={showEntryAction} className="space-y-2">
      <input type="hidden" name="entry" value={entry.id} />
      <div className="flex flex-col gap-2">
        {choicesOf(entry.kind).map((choice) => (
          <ChoiceButton key={choice} value={choice} label={labels[choice]} current={choice === entry.shown} />
        ))}
        <ChoiceButton value="later" label={words.keptForNow} current={false} />
      </div>
      <p className="text-sm text-muted">{words.withdrawHint}</p>
    </ActionForm>
  );
}

function ChoiceButton({ value, label, current }: { value: Choice; label: string; current: boolean }) {
  const { pending } = useAnswer();
  return (
    <button
      type="submit"
      name="shown"
      value={value}
      aria-pressed={current}
      aria-disabled={pending || undefined}
      className="min-h-11 rounded-md border border-edge bg-sheet px-3.5 text-start text-sm hover:bg-wash aria-pressed:border-accent aria-pressed:bg-wash aria-pressed:font-semibold"
    >
      {label}
    </button>
  );
}
