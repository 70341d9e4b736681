import Link from "next/link";
import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { RecoveryCode } from "@/components/accounts/recovery-code";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
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
        <PassphraseField
          name="passphrase"
          label={t("new_passphrase")}
          hint={t("passphrase_hint")}
          show={t("show_passphrase")}
          autoComplete="new-password"
        />
        <SubmitButton className="w-full">{t("recover")}</SubmitButton>
        {byMail && (
          <p>
            <Link
              href="/reset"
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {t("by_mail")}
            </Link>
          </p>
        )}
      </ActionForm>
    </>
  );
}
