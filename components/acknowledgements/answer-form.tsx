import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormTextArea } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepOrShow } from "@/components/forms/keep-or-show";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { receiveAction } from "@/lib/acknowledgements/actions";
import { answers } from "@/lib/acknowledgements/rules";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { AcknowledgementAnswerView } from "@/lib/entries/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  to: string;
  entryId: string;
  said: AcknowledgementAnswerView | null;
  draft: Draft | null;
  partnerName: string;
};

/** What an acknowledgement is to whoever read it. Nothing asks for it, and it is theirs until they show it. */
export function AnswerAcknowledgementForm({ to, entryId, said, draft, partnerName }: Props) {
  const t = useTranslations("acknowledgements");
  return (
    <ActionForm action={receiveAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="before" value={said?.id ?? ""} />
      <Folded summary={t(said ? "answer_change" : "answer")} open={draft !== null}>
        <p className="text-sm text-muted">{t("answer_lead")}</p>
        <FormChoices
          name="received"
          label={t("answer")}
          choices={answers.map((value) => ({
            value,
            title: t(`answers.${value}`),
            description: t(`answers_about.${value}`),
          }))}
          defaultValue={draft?.received?.[0] ?? said?.received}
        />
        <FormTextArea
          name="missing"
          label={t("missing")}
          rows={3}
          maxLength={WORDS_LIMIT}
          defaultValue={draft?.missing?.[0] ?? said?.texts.missing ?? ""}
        />
        <div className="space-y-3">
          <KeepsDraft form={draftOf.acknowledgementAnswer(to)} draft={draft} />
          <KeepOrShow keep={t("keep_answer")} show={t("show_answer", { name: partnerName })} />
        </div>
      </Folded>
    </ActionForm>
  );
}
