import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { PinField } from "@/components/lock/pin-field";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { setPinAction, takePinAwayAction } from "@/lib/lock/actions";
import type { Confirming } from "@/lib/passkeys/rules";

type Props = { shared: boolean; hasPin: boolean; confirming: Confirming };

/** How this device locks, and what opens it. One that others use too does not lock: it is signed out. */
export function DeviceLock({ shared, hasPin, confirming }: Props) {
  const t = useTranslations("lock");
  if (shared)
    return (
      <Section id="lock" title={t("section")}>
        <p>{t("shared")}</p>
      </Section>
    );
  return (
    <>
      <Section id="lock" title={t("section")}>
        <p>{t("about")}</p>
        <form method="post" action="/lock">
          <Button tone="quiet">
            <Lock />
            {t("now")}
          </Button>
        </form>
      </Section>
      <Section id="pin" title={t("pin_section")} lead={hasPin ? t("pin_there") : t("pin_about")}>
        <ActionForm action={setPinAction} className="max-w-narrow space-y-5">
          <PinField label={hasPin ? t("new_pin") : t("pin")} hint={t("pin_hint")} />
          <ConfirmIdentity id="pin-passphrase" confirming={confirming} />
          <SubmitButton>{hasPin ? t("change_pin") : t("set_pin")}</SubmitButton>
        </ActionForm>
        {hasPin && (
          <ActionForm action={takePinAwayAction}>
            <SubmitButton tone="quiet">{t("take_pin_away")}</SubmitButton>
          </ActionForm>
        )}
      </Section>
    </>
  );
}
