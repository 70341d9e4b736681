import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import type { Draft } from "@/lib/drafts/rules";
import { askQuestionAction } from "@/lib/questions/actions";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = { entryId: string; form: string; partnerName: string | null; draft: Draft | null };

/** A question, and the pause before it is asked. It begins as kept: asking is chosen. */
export function AskForm({ entryId, form, partnerName, draft }: Props) {
  const t = useTranslations("questions");
  return (
    <ActionForm action={askQuestionAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <Folded summary={t(draft ? "go_on" : "new")}>
        <FormTextArea
          name="note"
          label={t("note")}
          rows={3}
          maxLength={WORDS_LIMIT}
          defaultValue={draft?.note?.[0] ?? ""}
        />
        {partnerName ? (
          <FormChoices
            name="shown"
            label={t("pause")}
            hint={t("pause_hint")}
            choices={[
              { value: "only_me", title: t("keep"), description: t("keep_about") },
              {
                value: "numbers_and_words",
                title: t("ask_now", { name: partnerName }),
                description: t("ask_about", { name: partnerName }),
              },
            ]}
            defaultValue="only_me"
          />
        ) : (
          <input type="hidden" name="shown" value="only_me" />
        )}
        <div className="space-y-3">
          <KeepsDraft form={form} draft={draft} />
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Folded>
    </ActionForm>
  );
}
