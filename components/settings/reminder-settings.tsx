import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Notice } from "@/components/ui/notice";
import { setReminderAction } from "@/lib/reminders/actions";

const EVENING = "20:00";

/** `at` is the chosen local time, null for none. */
export function ReminderSettings({ at, canSend }: { at: string | null; canSend: boolean }) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={t("reminder")} lead={t("reminder_lead")} />
      {canSend ? (
        <ActionForm action={setReminderAction}>
          <FormChoices
            name="wanted"
            label={t("reminder_wanted")}
            defaultValue={at ? "yes" : "no"}
            choices={[
              { value: "no", title: t("reminder_no") },
              { value: "yes", title: t("reminder_yes") },
            ]}
          />
          <div className="max-w-48">
            <FormTextInput name="at" type="time" label={t("reminder_at")} defaultValue={at ?? EVENING} />
          </div>
          <SubmitButton>{t("save")}</SubmitButton>
        </ActionForm>
      ) : (
        <Notice>{t("reminder_no_mail")}</Notice>
      )}
    </>
  );
}
