import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { proposeAgreementAction } from "@/lib/agreements/actions";
import { AGREEMENT_LIMIT } from "@/lib/agreements/schema";

type Props = { id: string; summary: string; hint: string; startsWith?: string; partnerName: string };

/** Proposes an agreement, or other words for one that holds. */
export function ProposeForm({ id, summary, hint, startsWith = "", partnerName }: Props) {
  const t = useTranslations("agreements");
  return (
    <ActionForm action={proposeAgreementAction} className="space-y-3">
      <input type="hidden" name="agreement" value={id} />
      <Folded summary={summary}>
        <FormTextArea
          name="text"
          id={`agreement-${id}`}
          label={t("text")}
          hint={hint}
          rows={3}
          maxLength={AGREEMENT_LIMIT}
          defaultValue={startsWith}
        />
        <SubmitButton tone="quiet">{t("propose", { name: partnerName })}</SubmitButton>
      </Folded>
    </ActionForm>
  );
}
