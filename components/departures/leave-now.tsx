import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheck, SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Section } from "@/components/ui/section";
import { leaveNowAction } from "@/lib/departures/actions";
import type { Confirming } from "@/lib/passkeys/rules";

export function LeaveNow({ name, confirming }: { name: string; confirming: Confirming }) {
  const t = useTranslations("leaving");
  return (
    <Section id="now" title={t("now_title")} lead={t("now_about", { name })}>
      <ActionForm action={leaveNowAction}>
        <FormCheck name="sure" label={t("now_sure")} defaultChecked={false} />
        <ConfirmIdentity id="now-passphrase" confirming={confirming} />
        <SubmitButton tone="danger">{t("now_yes")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
