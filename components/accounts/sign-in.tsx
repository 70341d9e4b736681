import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheck, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { signInAction } from "@/lib/accounts/actions";
import { withNext } from "@/lib/accounts/rules";

export function SignIn({ next }: { next: string }) {
  const t = useTranslations("accounts");
  return (
    <>
      <PageHeader title={t("sign_in_title")} />
      <ActionForm action={signInAction}>
        <input type="hidden" name="next" value={next} />
        <FormTextInput name="email" type="email" label={t("email")} autoComplete="username" maxLength={254} />
        <PassphraseField
          name="passphrase"
          label={t("passphrase")}
          show={t("show_passphrase")}
          autoComplete="current-password"
        />
        <div>
          <FormCheck name="shared" label={t("shared_device")} defaultChecked={false} />
          <p className="ps-8 text-sm text-muted">{t("shared_device_hint")}</p>
        </div>
        <SubmitButton className="w-full">{t("sign_in")}</SubmitButton>
        <p className="flex flex-wrap justify-between gap-x-4">
          <TextLink href={withNext("/sign-up", next)}>{t("no_account")}</TextLink>
          <TextLink href="/recover">{t("forgot")}</TextLink>
        </p>
      </ActionForm>
    </>
  );
}
