import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";

/** Asks for the passphrase again before a step that reaches far, unless it was given a moment ago. */
export function ConfirmIdentity({ id, asks }: { id: string; asks: boolean }) {
  const t = useTranslations("settings");
  const accounts = useTranslations("accounts");
  if (!asks) return null;
  return (
    <PassphraseField
      id={id}
      name="passphrase"
      label={t("confirm")}
      hint={t("confirm_hint")}
      show={accounts("show_passphrase")}
      autoComplete="current-password"
    />
  );
}
