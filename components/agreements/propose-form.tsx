import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { proposeAgreementAction } from "@/lib/agreements/actions";
import { AGREEMENT_LIMIT } from "@/lib/agreements/schema";

type Props = {
  /** Of the agreement: of a new one a fresh id, of one that is there its own. */
  id: string;
  /** What is there already, to be said otherwise; null for a new one. */
  instead: string | null;
  coupleId: string;
  partnerName: string;
};

/** Proposes an agreement, or other words for one that holds or is proposed. */
export function ProposeForm({ id, instead, coupleId, partnerName }: Props) {
  const t = useTranslations("agreements");
  return (
    <ActionForm action={proposeAgreementAction} className="space-y-3">
      {instead === null ? (
        <EntryId name="agreement" fresh={id} />
      ) : (
        <input type="hidden" name="agreement" value={id} />
      )}
      <input type="hidden" name="space" value={coupleId} />
      <Folded summary={t(instead === null ? "new" : "amend")}>
        <FormTextArea
          name="text"
          id={`agreement-${id}`}
          label={t("text")}
          hint={t(instead === null ? "text_hint" : "amend_hint")}
          rows={3}
          maxLength={AGREEMENT_LIMIT}
          defaultValue={instead ?? ""}
        />
        <SubmitButton tone="quiet">{t("propose", { name: partnerName })}</SubmitButton>
      </Folded>
    </ActionForm>
  );
}
