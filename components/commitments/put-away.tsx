import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { putAwayAction } from "@/lib/commitments/actions";
import type { CommitmentView } from "@/lib/commitments/queries";

/** What the other has not taken up is its writer's own: said in other words, or put away without a trace. */
export function PutAway({ commitment: { id, here } }: { commitment: CommitmentView }) {
  const t = useTranslations("commitments");
  return (
    <div className="flex flex-wrap gap-3">
      {here && (
        <ButtonLink tone="quiet" href={`/commitments/${id}/change` as Route}>
          {t("again")}
        </ButtonLink>
      )}
      <ActionForm action={putAwayAction}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton tone="quiet">{t("put_away")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
