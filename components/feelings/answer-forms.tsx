import { useTranslations } from "next-intl";
import { BeforeAnswering } from "@/components/feelings/before-answering";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { FoldWhenDone } from "@/components/forms/fold-when-done";
import { Disclosure } from "@/components/ui/disclosure";
import { WORDS_LIMIT } from "@/lib/check-ins/schema";
import type { Wish } from "@/lib/db/generated/enums";
import { askForTimeAction, replyAction } from "@/lib/feelings/actions";

type Props = {
  to: string;
  wish: Wish;
  partnerName: string;
  answered: boolean;
  timeAsked: boolean;
  /** Whether the reader says that their own trust was broken. */
  injured: boolean;
  /** Of the reply and of the asking for time: each form makes its own entry once. */
  ids: readonly [string, string];
};

/** To answer what the partner showed, or to say until when one needs to. Where nothing was asked it stays folded. */
export function AnswerForms({ to, wish, partnerName, answered, timeAsked, injured, ids }: Props) {
  const t = useTranslations("between");
  const name = partnerName;
  const before = (
    <>
      <p>{t(`asked.${wish}`, { name })}</p>
      <BeforeAnswering injured={injured} />
    </>
  );
  const waits = answered || wish === "nothing" || wish === "space";
  return (
    <div className="space-y-4">
      {!answered && before}
      <Disclosure summary={answered ? t("another") : t("answer")} open={!waits}>
        {answered && <div className="mb-6 space-y-4">{before}</div>}
        <ActionForm action={replyAction} className="space-y-6">
          <EntryId fresh={ids[0]} />
          <FoldWhenDone />
          <input type="hidden" name="to" value={to} />
          <FormTextArea
            name="note"
            label={t("reply")}
            hint={t("reply_hint", { name })}
            rows={6}
            maxLength={WORDS_LIMIT}
          />
          <FormTextArea
            name="promise"
            label={t("promise")}
            hint={t("promise_hint")}
            rows={2}
            maxLength={1_000}
          />
          <SubmitButton>{t("send_reply")}</SubmitButton>
        </ActionForm>
      </Disclosure>
      {!timeAsked && (
        <Disclosure summary={t("time")}>
          <ActionForm action={askForTimeAction} className="space-y-4">
            <EntryId fresh={ids[1]} />
            <input type="hidden" name="to" value={to} />
            <FormTextInput name="until" type="time" label={t("time_until")} hint={t("time_hint")} />
            <SubmitButton tone="quiet">{t("time_tell", { name })}</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </div>
  );
}
