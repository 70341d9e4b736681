import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheck, SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { SettingsHeader } from "@/components/settings/settings-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { eraseAction } from "@/lib/accounts/actions";
import type { Confirming } from "@/lib/passkeys/rules";

const goes = ["written", "account", "offered"] as const;
const stays = ["agreed", "answers", "backups"] as const;

type Props = { partnerName: string | null; confirming: Confirming };

/** What goes, what stays with whom, and what to weigh before it; then the step itself. */
export function Erasing({ partnerName, confirming }: Props) {
  const t = useTranslations("erasing");
  const leaving = useTranslations("leaving");
  const shell = useTranslations("shell");
  return (
    <>
      <SettingsHeader title={t("title")} lead={t("lead")} />
      <Notice tone="caution" title={t("weigh_title")}>
        {partnerName && <p>{t("leaves", { name: partnerName })}</p>}
        <p>{t("case")}</p>
        <ButtonLink tone="quiet" href="/help">
          {shell("help")}
        </ButtonLink>
      </Notice>
      <Section id="export" title={leaving("export_title")} lead={t("export")}>
        <ButtonLink tone="quiet" href="/settings/export">
          {leaving("export_link")}
        </ButtonLink>
      </Section>
      <Section id="goes" title={t("goes_title")}>
        <ul className="list-disc space-y-2 ps-5">
          {goes.map((what) => (
            <li key={what}>{t(`goes.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="stays" title={t("stays_title")}>
        <ul className="list-disc space-y-2 ps-5">
          {stays.map((what) => (
            <li key={what}>{t(`stays.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="erase" title={t("erase_title")} lead={t("erase_about")}>
        <ActionForm action={eraseAction}>
          <FormCheck name="sure" label={t("sure")} defaultChecked={false} />
          <ConfirmIdentity id="erase-passphrase" confirming={confirming} />
          <SubmitButton tone="danger">{t("erase")}</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
