import { useTranslations } from "next-intl";
import { NewPassphrase } from "@/components/accounts/new-passphrase";
import { RecoveryCode } from "@/components/accounts/recovery-code";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { recoverAction } from "@/lib/accounts/actions";

export function Recover({ byMail }: { byMail: boolean }) {
  const t = useTranslations("accounts");
  return (
    <>
      <PageHeader
        title={t("recover_title")}
        lead={<p>{t("recover_lead")}</p>}
        back={{ href: "/sign-in", label: t("sign_in_title") }}
      />
      <ActionForm
        action={recoverAction}
        afterwards={<RecoveryCode lead={t("recovered")} next={{ href: "/sign-in", label: t("code_next") }} />}
      >
        <FormTextInput name="email" type="email" label={t("email")} autoComplete="username" maxLength={254} />
        <FormTextInput
          name="code"
          label={t("recovery_code")}
          hint={t("recovery_code_hint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
        <NewPassphrase label={t("new_passphrase")} />
        <SubmitButton className="w-full">{t("recover")}</SubmitButton>
        {byMail && (
          <p>
            <TextLink href="/reset">{t("by_mail")}</TextLink>
          </p>
        )}
      </ActionForm>
    </>
  );
}
