import type { Route } from "next";
import { useTranslations } from "next-intl";
import { StepButton } from "@/components/commitments/step-button";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { offerEndingAction, pauseCommitmentAction, renewCommitmentAction } from "@/lib/commitments/actions";
import type { CommitmentView } from "@/lib/commitments/queries";
import { LONGEST } from "@/lib/commitments/rules";
import { addDays, type Day } from "@/lib/time/day";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = { commitment: CommitmentView; partnerName: string; today: Day };

/** What can be done about a commitment that was agreed on, each folded until it is wanted. */
export function Settle({ commitment, partnerName, today }: Props) {
  const t = useTranslations("commitments");
  const { id, mine, turn, standing, holds, agreed } = commitment;
  const name = partnerName;
  const { state, pause, awaits } = standing;
  const once = (agreed ?? holds).terms?.often.kind === "once";
  const named = (
    <>
      <input type="hidden" name="commitment" value={id} />
      <input type="hidden" name="turn" value={turn} />
    </>
  );
  return (
    <Section id="settle" title={t("settle_title")}>
      <div className="space-y-1">
        {pause && (pause.by === "doer") === mine && (
          <StepButton commitment={commitment} step="resumed" tone="quiet">
            {t("resume")}
          </StepButton>
        )}
        {!awaits && (
          <>
            {!once && (
              <ActionForm action={renewCommitmentAction}>
                <Folded summary={t("renew")} open={state === "run_out"}>
                  {named}
                  <p className="text-sm text-muted">{t("renew_about", { name })}</p>
                  <div className="max-w-56">
                    <FormTextInput
                      name="review"
                      type="date"
                      label={t("review")}
                      min={addDays(today, 1)}
                      max={addDays(today, LONGEST)}
                      defaultValue={addDays(today, 28)}
                    />
                  </div>
                  <SubmitButton tone="quiet">{t("renew_send")}</SubmitButton>
                </Folded>
              </ActionForm>
            )}
            <p className="text-sm font-medium">
              <TextLink href={`/commitments/${id}/change` as Route}>{t("change")}</TextLink>
            </p>
          </>
        )}
        {state === "active" && (
          <ActionForm action={pauseCommitmentAction}>
            <Folded summary={t("pause")}>
              {named}
              <p className="text-sm text-muted">{t("pause_about", { name })}</p>
              <div className="max-w-56">
                <FormTextInput
                  name="returns"
                  type="date"
                  label={t("returns")}
                  min={addDays(today, 2)}
                  max={(agreed ?? holds).terms?.review}
                />
              </div>
              <SubmitButton tone="quiet">{t("pause_send")}</SubmitButton>
            </Folded>
          </ActionForm>
        )}
        <ActionForm action={offerEndingAction}>
          <Folded summary={t("end_together")}>
            {named}
            <p className="text-sm text-muted">{t("end_together_about", { name })}</p>
            <FormTextArea name="closing_note" label={t("closing_note")} rows={3} maxLength={WORDS_LIMIT} />
            <SubmitButton tone="quiet">{t("end_together_send")}</SubmitButton>
          </Folded>
        </ActionForm>
        {mine && (
          <Disclosure summary={t("end")}>
            <p className="mb-3 text-sm text-muted">{t("end_about")}</p>
            <StepButton commitment={commitment} step="ended" tone="danger">
              {t("end_yes")}
            </StepButton>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
