import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StepButton } from "@/components/commitments/step-button";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextArea, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { WritingHelp } from "@/components/writing/writing-help";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import { offerEndingAction, pauseCommitmentAction, renewCommitmentAction } from "@/lib/commitments/actions";
import type { CommitmentView } from "@/lib/commitments/queries";
import { LONGEST } from "@/lib/commitments/rules";
import { addDays, type Day } from "@/lib/time/day";
import { WORDS_LIMIT } from "@/lib/web/fields";
import type { FormAction } from "@/lib/web/form";

type Props = { commitment: CommitmentView; partnerName: string; today: Day; help: Help };

/** What can be done about a commitment that was agreed on, each folded until it is wanted. */
export function Settle({ commitment, partnerName, today, help }: Props) {
  const t = useTranslations("commitments");
  const { id, mine, standing, holds, agreed } = commitment;
  const name = partnerName;
  const { state, pause, awaits } = standing;
  const once = (agreed ?? holds).terms?.often.kind === "once";
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
              <SettleForm
                action={renewCommitmentAction}
                commitment={commitment}
                says={{ summary: t("renew"), about: t("renew_about", { name }), send: t("renew_send") }}
                open={state === "run_out"}
              >
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
              </SettleForm>
            )}
            <p className="text-sm font-medium">
              <TextLink href={`/commitments/${id}/change` as Route}>{t("change")}</TextLink>
            </p>
          </>
        )}
        {state === "active" && (
          <SettleForm
            action={pauseCommitmentAction}
            commitment={commitment}
            says={{ summary: t("pause"), about: t("pause_about", { name }), send: t("pause_send") }}
          >
            <div className="max-w-56">
              <FormTextInput
                name="returns"
                type="date"
                label={t("returns")}
                min={addDays(today, 2)}
                max={(agreed ?? holds).terms?.review}
              />
            </div>
          </SettleForm>
        )}
        <SettleForm
          action={offerEndingAction}
          commitment={commitment}
          says={{
            summary: t("end_together"),
            about: t("end_together_about", { name }),
            send: t("end_together_send"),
          }}
        >
          <FormTextArea name="closing_note" label={t("closing_note")} rows={3} maxLength={WORDS_LIMIT} />
          <WritingHelp help={help} place="commitment" fields={["closing_note"]} partnerName={name} />
        </SettleForm>
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

type FormProps = {
  action: FormAction;
  commitment: Pick<CommitmentView, "id" | "turn">;
  says: { readonly summary: string; readonly about: string; readonly send: string };
  open?: boolean;
  children: ReactNode;
};

/** A step that needs a day or words, folded until it is wanted. */
function SettleForm({ action, commitment: { id, turn }, says, open, children }: FormProps) {
  return (
    <ActionForm action={action}>
      <Folded summary={says.summary} open={open}>
        <input type="hidden" name="commitment" value={id} />
        <input type="hidden" name="turn" value={turn} />
        <p className="text-sm text-muted">{says.about}</p>
        {children}
        <SubmitButton tone="quiet">{says.send}</SubmitButton>
      </Folded>
    </ActionForm>
  );
}
