import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { chooseWritingHelpAction } from "@/lib/coach/actions";

/** Whether one's own drafts are read while they are written; what that is, before one chooses it. */
export function WritingSettings({ on, injured }: { on: boolean; injured: boolean }) {
  const t = useTranslations("writing");
  const settings = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={settings("writing")} lead={t("lead")} />
      <ul className="mb-8 max-w-prose list-disc space-y-2 ps-5">
        <li>{t("where")}</li>
        <li>{t("private")}</li>
        <li>{t("limits")}</li>
        {injured && <li>{t("not_yours")}</li>}
      </ul>
      <ActionForm action={chooseWritingHelpAction}>
        <FormChoices
          name="help"
          label={t("help")}
          choices={[
            { value: "off", title: t("help_off") },
            { value: "on", title: t("help_on") },
          ]}
          defaultValue={on ? "on" : "off"}
        />
        <SubmitButton>{settings("save")}</SubmitButton>
      </ActionForm>
    </>
  );
}
