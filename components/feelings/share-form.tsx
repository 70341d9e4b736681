import { useMessages, useTranslations } from "next-intl";
import { StrengthFields } from "@/components/feelings/strength-fields";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import type { Content } from "@/lib/check-ins/schema";
import { WORDS_LIMIT } from "@/lib/check-ins/schema";
import { shareFeelingAction } from "@/lib/feelings/actions";
import { wishes } from "@/lib/feelings/rules";

type Props = {
  /** The id of the entry this form makes: sent twice, it makes one. */
  entryId: string;
  partnerName: string;
  /** What a check-in already said, where it began from one. */
  startsWith: Pick<Content, "feelings" | "own_feeling" | "note">;
};

export function ShareForm({ entryId, partnerName, startsWith }: Props) {
  const t = useTranslations("between");
  const checkIn = useTranslations("check_in");
  const { feelings } = useMessages();
  const name = partnerName;
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
          label={checkIn("feelings")}
          more={checkIn("more_feelings")}
          names={feelings}
          strength={t("strength_unsaid")}
          startsWith={startsWith.feelings}
          startsWithOwn={startsWith.own_feeling}
        >
          <FormTextInput
            name="own_feeling"
            label={checkIn("own_feeling")}
            maxLength={60}
            autoComplete="off"
            defaultValue={startsWith.own_feeling}
          />
        </StrengthFields>
        <FormTextArea
          name="note"
          label={t("note")}
          hint={t("note_hint")}
          rows={5}
          maxLength={WORDS_LIMIT}
          defaultValue={startsWith.note}
        />
        <FormChoices
          name="wish"
          label={t("wish")}
          choices={wishes.map((value) => ({
            value,
            title: t(`wishes.${value}`),
            description: t(`wishes_about.${value}`),
          }))}
          defaultValue="to_be_heard"
        />
        <SubmitButton>{t("send", { name })}</SubmitButton>
      </ActionForm>
    </>
  );
}
