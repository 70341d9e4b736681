import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { useCardWords } from "@/components/timeline/card-words";
import type { EntryView } from "@/lib/entries/rules";
import { showEntryAction } from "@/lib/visibility/actions";
import { choicesOf } from "@/lib/visibility/rules";

/** Who sees an entry, and being asked again: each choice is a button. */
export function ShowEntry({ entry, partnerName }: { entry: EntryView; partnerName: string | null }) {
  const t = useTranslations("later");
  const words = useCardWords(partnerName);
  const labels = entry.kind === "check_in" ? words.shown : words.shownWhole;
  return (
    <ActionForm action={showEntryAction} className="space-y-3">
      <input type="hidden" name="entry" value={entry.id} />
      <div className="flex flex-wrap gap-3">
        {choicesOf(entry.kind).map((choice) => (
          <SubmitButton
            key={choice}
            tone="quiet"
            name="shown"
            value={choice}
            aria-pressed={choice === entry.shown}
          >
            {labels[choice]}
          </SubmitButton>
        ))}
        <SubmitButton tone="quiet" name="shown" value="later">
          {t("choice")}
        </SubmitButton>
      </div>
      <p className="text-sm text-muted">{words.withdrawHint}</p>
    </ActionForm>
  );
}
