import { useTranslations } from "next-intl";
import { NewPassphrase } from "@/components/accounts/new-passphrase";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { RecoveryCode } from "@/components/accounts/recovery-code";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Section } from "@/components/ui/section";
import {
  changePassphraseAction,
  chooseRecoveryByMailAction,
  renewRecoveryCodeAction,
} from "@/lib/accounts/actions";
import type { Confirming } from "@/lib/passkeys/rules";

/** `recoveryByMail` is null where this server cannot send mail. */
export function Passphrase({
  confirming,
  recoveryByMail,
}: {
  confirming: Confirming;
  recoveryByMail: boolean | null;
}) {
  const t = useTranslations("settings");
  const accounts = useTranslations("accounts");
  return (
    <>
      <SettingsHeader title={t("passphrase")} />
      <Section id="change" title={t("change_passphrase")} lead={t("change_passphrase_lead")}>
        <ActionForm action={changePassphraseAction}>
          <PassphraseField
            name="current_passphrase"
            label={t("current_passphrase")}
            show={accounts("show_passphrase")}
            autoComplete="current-password"
          />
          <NewPassphrase label={t("new_passphrase")} />
          <SubmitButton>{t("change_passphrase")}</SubmitButton>
        </ActionForm>
      </Section>
      <Section id="renew" title={t("renew")} lead={t("renew_lead")}>
        <ActionForm action={renewRecoveryCodeAction} afterwards={<RecoveryCode lead={accounts("code")} />}>
          <PassphraseField
            id="renew-passphrase"
            name="passphrase"
            label={t("confirm")}
            show={accounts("show_passphrase")}
            autoComplete="current-password"
          />
          <SubmitButton tone="quiet">{t("renew")}</SubmitButton>
        </ActionForm>
      </Section>
      {recoveryByMail !== null && (
        <Section id="by-mail" title={t("by_mail")}>
          <ActionForm action={chooseRecoveryByMailAction}>
            <FormChoices
              name="by_mail"
              label={t("by_mail_label")}
              hint={t("by_mail_lead")}
              defaultValue={recoveryByMail ? "on" : "off"}
              choices={[
                { value: "on", title: t("by_mail_on") },
                { value: "off", title: t("by_mail_off") },
              ]}
            />
            {/* Allowing none never asks. */}
            <ConfirmIdentity
              id="by-mail-passphrase"
              confirming={{ ...confirming, asks: confirming.asks && !recoveryByMail }}
            />
            <SubmitButton tone="quiet">{t("save")}</SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}
