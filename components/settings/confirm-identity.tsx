import { useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { StillToConfirm } from "@/components/settings/still-to-confirm";
import type { Confirming } from "@/lib/passkeys/rules";

/** Asks again who is there before a step that reaches far, unless it was said a moment ago: by passphrase, or by a passkey of theirs. */
export function ConfirmIdentity({ id, confirming }: { id: string; confirming: Confirming }) {
  const t = useTranslations("settings");
  const accounts = useTranslations("accounts");
  const byPasskey = { label: t("confirm_by_passkey"), stopped: t("passkey_stopped") };
  return (
    <StillToConfirm
      asks={confirming.asks}
      byPasskey={confirming.byPasskey ? byPasskey : undefined}
      confirmed={t("confirmed")}
    >
      <PassphraseField
        id={id}
        name="passphrase"
        label={t("confirm")}
        hint={t("confirm_hint")}
        show={accounts("show_passphrase")}
        autoComplete="current-password"
      />
    </StillToConfirm>
  );
}
