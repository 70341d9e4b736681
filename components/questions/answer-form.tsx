import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { answerQuestionAction } from "@/lib/questions/actions";
import { standings } from "@/lib/questions/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = { to: string; entryId: string; partnerName: string; answered: boolean; draft: Draft | null };

/** What the one who was asked can say: an answer in their words, that it was answered in therapy, or not yet. */
export function AnswerQuestionForm({ to, entryId, partnerName, answered, draft }: Props) {
  const t = useTranslations("questions");
  return (
    <ActionForm action={answerQuestionAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="to" value={to} />
      <Folded summary={t(answered ? "another" : "answer")} open={!answered || draft !== null}>
        <FormChoices
          name="standing"
          label={t("standing")}
          choices={standings.map((value) => ({
            value,
            title: t(`standing_choices.${value}`),
            description: t(`standing_about.${value}`),
          }))}
          defaultValue={draft?.standing?.[0] ?? "answered"}
        />
        <FormTextArea
          name="note"
          label={t("answer_note")}
          rows={5}
          maxLength={WORDS_LIMIT}
          defaultValue={draft?.note?.[0] ?? ""}
        />
        <div className="space-y-3">
          <KeepsDraft form={draftOf.questionAnswer(to)} draft={draft} />
          <SubmitButton>{t("send", { name: partnerName })}</SubmitButton>
        </div>
      </Folded>
    </ActionForm>
  );
}
