import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { PinField } from "@/components/lock/pin-field";
import { UnlockByPasskey } from "@/components/lock/unlock-by-passkey";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { unlockByPassphraseAction, unlockByPinAction } from "@/lib/lock/actions";

type Props = { pinTriesLeft: number | null; byPasskey: boolean; mayLeave: boolean };

/** What opens a locked device. To whoever picks it up it says nothing of what it holds. */
export function Unlock({ pinTriesLeft, byPasskey, mayLeave }: Props) {
  const t = useTranslations("lock");
  const settings = useTranslations("settings");
  return (
    <>
      <PageHeader title={t("title")} lead={pinTriesLeft === 0 && <p>{t("pin_spent")}</p>} />
      {pinTriesLeft ? (
        <>
          <ActionForm action={unlockByPinAction}>
            <PinField label={t("pin")} />
            <SubmitButton className="w-full">{t("unlock")}</SubmitButton>
          </ActionForm>
          <div className="mt-4">
            <Disclosure summary={t("passphrase_instead")}>
              <ByPassphrase />
            </Disclosure>
          </div>
        </>
      ) : (
        <ByPassphrase />
      )}
      {byPasskey && (
        <UnlockByPasskey label={settings("confirm_by_passkey")} stopped={settings("passkey_stopped")} />
      )}
      {mayLeave && (
        <p className="mt-6 border-t border-line pt-3">
          <TextLink href="/locked/check-in">{t("leave")}</TextLink>
        </p>
      )}
    </>
  );
}

function ByPassphrase() {
  const t = useTranslations("lock");
  const accounts = useTranslations("accounts");
  return (
    <ActionForm action={unlockByPassphraseAction}>
      <PassphraseField
        name="passphrase"
        label={accounts("passphrase")}
        show={accounts("show_passphrase")}
        autoComplete="current-password"
      />
      <SubmitButton className="w-full">{t("unlock")}</SubmitButton>
    </ActionForm>
  );
}
