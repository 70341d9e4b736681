import { useTranslations } from "next-intl";
import { ChosenWay } from "@/components/announcements/chosen-way";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { WritingHelp } from "@/components/writing/writing-help";
import { acknowledgeAction } from "@/lib/acknowledgements/actions";
import { parts } from "@/lib/acknowledgements/rules";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import type { ReachWay } from "@/lib/db/generated/enums";
import type { Draft } from "@/lib/drafts/rules";
import type { AcknowledgementView } from "@/lib/entries/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  entryId: string;
  form: string;
  draft: Draft | null;
  /** The version that this one follows: it begins with the same words. */
  after: AcknowledgementView | null;
  agreements: readonly { readonly id: string; readonly label: string }[];
  /** How the other has chosen that it reaches them. */
  way: ReachWay;
  partnerName: string;
  help: Help;
};

/** A statement of responsibility, part by part; without a field for reasons, and without asking to be forgiven. */
export function WriteAcknowledgementForm(props: Props) {
  const { entryId, form, draft, after, agreements, way, partnerName: name, help } = props;
  const t = useTranslations("acknowledgements");
  const corrections = useTranslations("corrections");
  const ways = {
    now: { told: t("ways_told.now", { name }), send: t("send", { name }) },
    at_time: { told: t("ways_told.at_time", { name }), send: t("send", { name }) },
    with_therapist: { told: t("ways_told.with_therapist", { name }), send: t("keep_session") },
  };
  return (
    <>
      <PageHeader
        title={t(after ? "version_title" : "begin_title")}
        lead={<p>{after ? t("version_lead") : t("begin_lead", { name })}</p>}
        back={{ href: "/acknowledgements", label: t("title") }}
      />
      <div className="mb-8 space-y-3">
        <Notice title={t("before_title")}>
          <p>{t("before", { name })}</p>
        </Notice>
        {!after && <TextLink href="/corrections/new">{corrections("link")}</TextLink>}
      </div>
      <ActionForm action={acknowledgeAction} className="space-y-7">
        <input type="hidden" name="entry" value={entryId} />
        <input type="hidden" name="after" value={after?.id ?? ""} />
        {parts.map((part) => (
          <div key={part} className="space-y-4">
            <FormTextArea
              name={part}
              label={t(`parts.${part}`)}
              hint={t(`hints.${part}`, { name })}
              rows={part === "did" || part === "will_do" ? 4 : 3}
              maxLength={WORDS_LIMIT}
              defaultValue={draft?.[part]?.[0] ?? after?.texts[part] ?? ""}
            />
            {part === "broke" && agreements.length > 0 && (
              <FormSelect
                name="agreement"
                label={t("agreement")}
                defaultValue={draft?.agreement?.[0] ?? after?.agreement ?? ""}
                options={[
                  { value: "", label: t("agreement_none") },
                  ...agreements.map(({ id, label }) => ({ value: id, label })),
                ]}
              />
            )}
          </div>
        ))}
        <WritingHelp help={help} place="acknowledgement" fields={parts} partnerName={name} />
        <div className="space-y-3">
          <KeepsDraft form={form} draft={draft} />
          <ChosenWay
            way={way}
            says={ways}
            name="given"
            value="now"
            besides={
              <>
                <p className="basis-full text-sm text-muted">{t("keep_about", { name })}</p>
                <SubmitButton tone="quiet" name="given" value="later">
                  {t("keep")}
                </SubmitButton>
              </>
            }
          />
        </div>
      </ActionForm>
    </>
  );
}
