import Link from "next/link";
import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { RecoveryCode } from "@/components/accounts/recovery-code";
import { ActionForm } from "@/components/forms/action-form";
import { BrowserZone } from "@/components/forms/browser-zone";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { signUpAction } from "@/lib/accounts/actions";
import { withNext } from "@/lib/accounts/rules";

export function SignUp({ next }: { next: string }) {
  const t = useTranslations("accounts");
  const signIn = withNext("/sign-in", next);
  return (
    <>
      <PageHeader title={t("sign_up_title")} lead={<p>{t("sign_up_lead")}</p>} />
      <ActionForm
        action={signUpAction}
        afterwards={
          <RecoveryCode
            lead={t("code")}
            note={t("signed_up_note")}
            next={{ href: signIn, label: t("code_next") }}
          />
        }
      >
        <FormTextInput
          name="name"
          label={t("name")}
          hint={t("name_hint")}
          autoComplete="name"
          maxLength={60}
        />
        <FormTextInput
          name="email"
          type="email"
          label={t("email")}
          hint={t("email_hint")}
          autoComplete="username"
          maxLength={254}
        />
        <PassphraseField
          name="passphrase"
          label={t("passphrase")}
          hint={t("passphrase_hint")}
          show={t("show_passphrase")}
          autoComplete="new-password"
        />
        <BrowserZone name="time_zone" />
        <SubmitButton className="w-full">{t("sign_up")}</SubmitButton>
        <p className="text-center">
          <Link
            href={signIn}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {t("have_account")}
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
