import { useTranslations } from "next-intl";
import { NewPassphrase } from "@/components/accounts/new-passphrase";
import { RecoveryCode } from "@/components/accounts/recovery-code";
import { ActionForm } from "@/components/forms/action-form";
import { BrowserZone } from "@/components/forms/browser-zone";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
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
        <NewPassphrase label={t("passphrase")} />
        <BrowserZone name="time_zone" />
        <SubmitButton className="w-full">{t("sign_up")}</SubmitButton>
        <p className="text-center">
          <TextLink href={signIn}>{t("have_account")}</TextLink>
        </p>
      </ActionForm>
    </>
  );
}
