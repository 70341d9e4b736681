"use client";
import { ActionForm, useAnswer } from "@/components/forms/action-form";
import type { CardWords } from "@/components/timeline/card-words";
import type { EntryView } from "@/lib/entries/rules";
import { showEntryAction } from "@/lib/visibility/actions";
import { type Choice, choicesOf } from "@/lib/visibility/rules";

type Props = { entry: EntryView; words: CardWords };

/** Who sees an entry, and being asked again. Each choice is a button: one tap, no form to fill. */
export function ShowEntry({ entry, words }: Props) {
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
      className="min-h-11 rounded-md border border-edge bg-sheet px-3.5 py-2 text-start text-sm hover:bg-wash aria-pressed:border-accent aria-pressed:bg-wash aria-pressed:font-semibold"
    >
      {label}
    </button>
  );
}
