import { useTranslations } from "next-intl";
import { ShownField } from "@/components/check-ins/shown-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { startWithAction } from "@/lib/visibility/actions";
import type { Shown } from "@/lib/visibility/rules";

export function Sharing({ startsShown, partnerName }: { startsShown: Shown; partnerName: string | null }) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={t("sharing")} lead={t("sharing_lead")} />
      <ActionForm action={startWithAction}>
        <ShownField partnerName={partnerName} startsWith={startsShown} label={t("sharing_about")} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </>
  );
}
