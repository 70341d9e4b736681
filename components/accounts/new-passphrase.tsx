import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";

/** Where a passphrase is chosen. */
export function NewPassphrase({ label }: { label: string }) {
  const t = useTranslations("accounts");
  return (
    <PassphraseField
      name="passphrase"
      label={label}
      hint={t("passphrase_hint")}
      show={t("show_passphrase")}
      autoComplete="new-password"
    />
  );
}
