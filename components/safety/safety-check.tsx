import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { answerSafetyCheckAction } from "@/lib/safety/actions";
import { type SafetyAnswer, safetyAnswers } from "@/lib/safety/schema";

/** One question, asked of nobody who does not open this page, answered to nobody else. */
export function SafetyCheck({ answer }: { answer: SafetyAnswer | null }) {
  const t = useTranslations("settings");
  const shell = useTranslations("shell");
  return (
    <>
      <SettingsHeader title={t("safety")} lead={t("safety_lead")} />
      <div className="space-y-6">
        {(answer === "yes" || answer === "unsure") && (
          <Notice>
            <p>{t("safety_help")}</p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href="/help">{shell("help")}</ButtonLink>
              <ButtonLink tone="quiet" href="/settings/sharing">
                {t("sharing")}
              </ButtonLink>
            </div>
          </Notice>
        )}
        <ActionForm action={answerSafetyCheckAction}>
          <FormChoices
            name="answer"
            label={t("safety_question")}
            defaultValue={answer ?? undefined}
            choices={safetyAnswers.map((value) => ({ value, title: t(`safety_${value}`) }))}
          />
          <SubmitButton>{t("save")}</SubmitButton>
        </ActionForm>
        {answer && (
          <ActionForm action={answerSafetyCheckAction}>
            <input type="hidden" name="answer" value="forget" />
            <SubmitButton tone="quiet">{t("safety_forget")}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </>
  );
}
