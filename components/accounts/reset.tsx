import { useTranslations } from "next-intl";
import { NewPassphrase } from "@/components/accounts/new-passphrase";
import { RecoveryCode } from "@/components/accounts/recovery-code";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { resetAction, sendResetAction } from "@/lib/accounts/actions";

/** Asks for the mail. */
export function SendReset() {
  const t = useTranslations("accounts");
  return (
    <>
      <PageHeader
        title={t("reset_title")}
        lead={<p>{t("reset_lead")}</p>}
        back={{ href: "/recover", label: t("recover_title") }}
      />
      <ActionForm action={sendResetAction}>
        <FormTextInput name="email" type="email" label={t("email")} autoComplete="username" maxLength={254} />
        <SubmitButton className="w-full">{t("send_reset")}</SubmitButton>
      </ActionForm>
    </>
  );
}

/** Where its link leads. Opening the page uses nothing up: mail scanners open links too. */
export function SetByMail({ token }: { token: string }) {
  const t = useTranslations("accounts");
  return (
    <>
      <PageHeader title={t("reset_set_title")} />
      <ActionForm
        action={resetAction}
        afterwards={<RecoveryCode lead={t("recovered")} next={{ href: "/sign-in", label: t("code_next") }} />}
      >
        <input type="hidden" name="token" value={token} />
        <NewPassphrase label={t("new_passphrase")} />
        <SubmitButton className="w-full">{t("recover")}</SubmitButton>
      </ActionForm>
    </>
  );
}
