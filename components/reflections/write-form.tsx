import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import type { Draft } from "@/lib/drafts/rules";
import { writeReflectionAction } from "@/lib/reflections/actions";
import type { ReflectionKind } from "@/lib/reflections/rules";
import type { Day } from "@/lib/time/day";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  kind: ReflectionKind;
  /** What is read of it while it is folded. */
  summary: string;
  form: string;
  draft: Draft | null;
  entryId: string;
  today: Day;
};

/** Writes one piece on a page of one's own. It is kept; showing it is done elsewhere, piece by piece. */
export function WriteForm({ kind, summary, form, draft, entryId, today }: Props) {
  const t = useTranslations("reflections");
  return (
    <ActionForm action={writeReflectionAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="kind" value={kind} />
      <Folded summary={draft ? t("go_on", { what: summary }) : summary}>
        {kind === "trigger_day" && (
          <div className="max-w-56">
            <FormTextInput
              name="day"
              id={`${kind}-day`}
              type="date"
              label={t("day")}
              defaultValue={draft?.day?.[0] ?? today}
            />
          </div>
        )}
        <FormTextArea
          name="note"
          id={kind}
          label={t(`fields.${kind}`)}
          rows={4}
          maxLength={WORDS_LIMIT}
          defaultValue={draft?.note?.[0] ?? ""}
        />
        <div className="space-y-3">
          <KeepsDraft form={form} draft={draft} />
          <SubmitButton tone="quiet">{t("keep")}</SubmitButton>
        </div>
      </Folded>
    </ActionForm>
  );
}
