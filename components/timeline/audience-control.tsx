"use client";
import { createContext, type ReactNode, useContext } from "react";
import { ActionForm, useAnswer } from "@/components/forms/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { showEntryAction } from "@/lib/visibility/actions";
import { type Shown, shownChoices } from "@/lib/visibility/schema";

type Labels = { summary: string; hint: string; choices: Record<Shown, string> };
const Labels = createContext<Labels | null>(null);

/** The words of every control on the page, once. */
export function AudienceLabels({ labels, children }: { labels: Labels; children: ReactNode }) {
  return <Labels value={labels}>{children}</Labels>;
}

/** Narrows or widens one entry where it stands. Each choice is a button: one tap, no form to fill. */
export function AudienceControl({ entry, shown }: { entry: string; shown: Shown }) {
  const labels = useContext(Labels);
  if (!labels) return null;
  return (
    <Disclosure summary={labels.summary}>
      <ActionForm action={showEntryAction} className="space-y-2">
        <input type="hidden" name="entry" value={entry} />
        <div className="flex flex-col gap-2">
          {shownChoices.map((choice) => (
            <Choice key={choice} value={choice} label={labels.choices[choice]} current={choice === shown} />
          ))}
        </div>
        <p className="text-sm text-muted">{labels.hint}</p>
      </ActionForm>
    </Disclosure>
  );
}

function Choice({ value, label, current }: { value: Shown; label: string; current: boolean }) {
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
