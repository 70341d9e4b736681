import { useFormatter, useTranslations } from "next-intl";
import { PassphraseField } from "@/components/accounts/passphrase-field";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { AddPasskey } from "@/components/passkeys/add-passkey";
import { WhereThereArePasskeys } from "@/components/passkeys/where-there-are-passkeys";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { removePasskeyAction } from "@/lib/passkeys/actions";
import type { Confirming } from "@/lib/passkeys/rules";
import { type Day, forDisplay } from "@/lib/time/day";

type Passkey = { readonly id: string; readonly label: string; readonly addedOn: Day };
type Props = {
  passkeys: readonly Passkey[];
  confirming: Confirming;
  /** Whether passkeys work at this server's address at all. */
  possible: boolean;
  /** What a new one is called unless its owner says otherwise: this device. */
  suggested: string;
};

export function Passkeys({ passkeys, confirming, possible, suggested }: Props) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={t("passkeys")} lead={t("passkeys_lead")} />
      <Notice tone="caution">{t("passkeys_shared")}</Notice>
      <ul className="mt-6 divide-y divide-line border-y border-line">
        {passkeys.length === 0 && <li className="py-3 text-muted">{t("passkeys_none")}</li>}
        {passkeys.map((passkey) => (
          <OnePasskey key={passkey.id} passkey={passkey} confirming={confirming} />
        ))}
      </ul>
      <Section id="add" title={t("passkey_add")} lead={t("passkey_add_lead")}>
        {possible ? <Add suggested={suggested} /> : <p>{t("passkey_no_address")}</p>}
      </Section>
    </>
  );
}

function OnePasskey({ passkey, confirming }: { passkey: Passkey; confirming: Confirming }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const added = format.dateTime(forDisplay(passkey.addedOn), { dateStyle: "long", timeZone: "UTC" });
  return (
    <li className="py-3">
      <p className="font-semibold break-words">{passkey.label}</p>
      <p className="text-sm text-muted">{t("passkey_added_on", { day: added })}</p>
      <Disclosure
        summary={
          <>
            {t("passkey_remove")}
            <span className="sr-only">: {passkey.label}</span>
          </>
        }
      >
        <ActionForm action={removePasskeyAction}>
          <p className="text-sm text-muted">{t("passkey_remove_lead")}</p>
          <input type="hidden" name="passkey" value={passkey.id} />
          <ConfirmIdentity id={`remove-${passkey.id}`} confirming={confirming} />
          <SubmitButton tone="danger">{t("passkey_remove_yes")}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </li>
  );
}

function Add({ suggested }: { suggested: string }) {
  const t = useTranslations("settings");
  const accounts = useTranslations("accounts");
  return (
    <WhereThereArePasskeys
      otherwise={<p>{t("passkey_no_browser")}</p>}
      withoutScript={<p>{t("passkey_no_script")}</p>}
    >
      <AddPasskey notMade={t("passkey_not_made")} there={t("passkey_there")}>
        <FormTextInput
          name="label"
          label={t("passkey_label")}
          hint={t("passkey_label_hint")}
          defaultValue={suggested}
          maxLength={60}
        />
        <PassphraseField
          id="add-passphrase"
          name="passphrase"
          label={t("confirm")}
          show={accounts("show_passphrase")}
          autoComplete="current-password"
        />
        <SubmitButton>{t("passkey_add")}</SubmitButton>
      </AddPasskey>
    </WhereThereArePasskeys>
  );
}
