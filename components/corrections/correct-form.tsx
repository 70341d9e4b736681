import { useTranslations } from "next-intl";
import { ChosenWay } from "@/components/announcements/chosen-way";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextArea } from "@/components/forms/fields";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { WritingHelp } from "@/components/writing/writing-help";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import { correctAction } from "@/lib/corrections/actions";
import { parts } from "@/lib/corrections/schema";
import type { ReachWay } from "@/lib/db/generated/enums";
import type { Draft } from "@/lib/drafts/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  entryId: string;
  form: string;
  draft: Draft | null;
  /** How the other has chosen that it reaches them. */
  way: ReachWay;
  partnerName: string;
  help: Help;
};

/** What I said, what is true, what I will do; and before it what is better known before one writes. */
export function CorrectForm({ entryId, form, draft, way, partnerName, help }: Props) {
  const t = useTranslations("corrections");
  const name = partnerName;
  const ways = {
    now: { told: t("ways_told.now", { name }), send: t("send", { name }) },
    at_time: { told: t("ways_told.at_time", { name }), send: t("send", { name }) },
    with_therapist: { told: t("ways_told.with_therapist", { name }), send: t("keep") },
  };
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <div className="mb-8 space-y-4">
        <Notice tone="caution" title={t("before_title")}>
          <p>{t("before")}</p>
        </Notice>
        <Notice tone="caution" title={t("therapist_title")}>
          <p>{t("therapist")}</p>
        </Notice>
      </div>
      <ActionForm action={correctAction} className="space-y-7">
        <input type="hidden" name="entry" value={entryId} />
        {parts.map((part) => (
          <FormTextArea
            key={part}
            name={part}
            label={t(part)}
            hint={t(`${part}_hint`)}
            rows={3}
            maxLength={WORDS_LIMIT}
            defaultValue={draft?.[part]?.[0] ?? ""}
          />
        ))}
        <WritingHelp help={help} place="correction" fields={parts} partnerName={name} />
        <div className="space-y-3">
          <KeepsDraft form={form} draft={draft} />
          <ChosenWay way={way} says={ways} />
        </div>
      </ActionForm>
    </>
  );
}
