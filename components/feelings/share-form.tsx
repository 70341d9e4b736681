import { useMessages, useTranslations } from "next-intl";
import { StrengthFields } from "@/components/feelings/strength-fields";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { PageHeader } from "@/components/ui/page-header";
import type { Draft } from "@/lib/drafts/rules";
import { shareFeelingAction } from "@/lib/feelings/actions";
import { wishes } from "@/lib/feelings/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  /** The id of the entry this form makes: sent twice, it makes one. */
  entryId: string;
  /** Which draft it keeps. */
  form: string;
  partnerName: string;
  draft: Draft | null;
  /** What a check-in already says, by field, where it began from one. What is half typed goes before it. */
  checkIn: Draft;
};

export function ShareForm({ entryId, form, partnerName, draft, checkIn }: Props) {
  const t = useTranslations("between");
  const asks = useTranslations("check_in");
  const { feelings } = useMessages();
  const name = partnerName;
  const startsWith = draft ?? checkIn;
  const first = (field: string) => startsWith[field]?.[0] ?? "";
  return (
    <>
      <PageHeader
        title={t("share_title")}
        lead={<p>{t("share_lead", { name })}</p>}
        back={{ href: "/feelings", label: t("title") }}
      />
      <ActionForm action={shareFeelingAction} className="space-y-8">
        <input type="hidden" name="entry" value={entryId} />
        <StrengthFields
          label={asks("feelings")}
          more={asks("more_feelings")}
          names={feelings}
          strength={t("strength_unsaid")}
          startsWith={startsWith}
        >
          <FormTextInput
            name="own_feeling"
            label={asks("own_feeling")}
            maxLength={60}
            autoComplete="off"
            defaultValue={first("own_feeling")}
          />
        </StrengthFields>
        <FormTextArea
          name="note"
          label={t("note")}
          hint={t("note_hint")}
          rows={5}
          maxLength={WORDS_LIMIT}
          defaultValue={first("note")}
        />
        <FormChoices
          name="wish"
          label={t("wish")}
          choices={wishes.map((value) => ({
            value,
            title: t(`wishes.${value}`),
            description: t(`wishes_about.${value}`),
          }))}
          defaultValue={first("wish") || "to_be_heard"}
        />
        <div className="space-y-3">
          <KeepsDraft form={form} draft={draft} />
          <SubmitButton>{t("send", { name })}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
