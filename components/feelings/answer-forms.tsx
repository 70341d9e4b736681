import { useTranslations } from "next-intl";
import { BeforeAnswering } from "@/components/feelings/before-answering";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { WritingHelp } from "@/components/writing/writing-help";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import type { Wish } from "@/lib/db/generated/enums";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { askForTimeAction, replyAction } from "@/lib/feelings/actions";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  to: string;
  wish: Wish;
  partnerName: string;
  answered: boolean;
  timeAsked: boolean;
  draft: Draft | null;
  /** Whether the reader says that their own trust was broken. */
  injured: boolean;
  help: Help;
  /** Of the reply and of the asking for time: each form makes its own entry once. */
  ids: readonly [string, string];
};

/** To answer what the partner showed, or to say until when one needs to. Where nothing was asked it stays folded. */
export function AnswerForms({
  to,
  wish,
  partnerName,
  answered,
  timeAsked,
  draft,
  injured,
  help,
  ids,
}: Props) {
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
      <ActionForm action={replyAction} className="space-y-3">
        <EntryId fresh={ids[0]} />
        <input type="hidden" name="to" value={to} />
        <Folded summary={answered ? t("another") : t("answer")} open={!waits || draft !== null}>
          {answered && <div className="space-y-4">{before}</div>}
          <FormTextArea
            name="note"
            label={t("reply")}
            hint={t("reply_hint")}
            rows={6}
            maxLength={WORDS_LIMIT}
            defaultValue={draft?.note?.[0] ?? ""}
          />
          <FormTextArea
            name="promise"
            label={t("promise")}
            hint={t("promise_hint")}
            rows={2}
            maxLength={1_000}
            defaultValue={draft?.promise?.[0] ?? ""}
          />
          <WritingHelp help={help} place="reply" fields={["note", "promise"]} partnerName={name} />
          <div className="space-y-3">
            <KeepsDraft form={draftOf.reply(to)} draft={draft} />
            <SubmitButton>{t("send_reply")}</SubmitButton>
          </div>
        </Folded>
      </ActionForm>
      {!timeAsked && (
        <ActionForm action={askForTimeAction} className="space-y-3">
          <EntryId fresh={ids[1]} />
          <input type="hidden" name="to" value={to} />
          <Folded summary={t("time")}>
            <FormTextInput name="until" type="time" label={t("time_until")} hint={t("time_hint")} />
            <SubmitButton tone="quiet">{t("time_tell", { name })}</SubmitButton>
          </Folded>
        </ActionForm>
      )}
    </div>
  );
}
