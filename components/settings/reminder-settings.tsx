import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ReminderKind } from "@/lib/db/generated/enums";
import { setReminderAction } from "@/lib/reminders/actions";

const EVENING = "20:00";
const kinds = ["daily", "when_new"] as const satisfies readonly ReminderKind[];

type Props = {
  /** The chosen local time of each, null for none. */
  reminders: Record<ReminderKind, string | null>;
  canSend: boolean;
};

export function ReminderSettings({ reminders, canSend }: Props) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={t("reminder")} lead={t("reminder_lead")} />
      {!canSend && <Notice>{t("reminder_no_mail")}</Notice>}
      {canSend &&
        kinds.map((kind) => (
          <Section
            key={kind}
            id={kind}
            title={t(`reminder_${kind}`)}
            lead={<p>{t(`reminder_${kind}_about`)}</p>}
          >
            <ReminderForm kind={kind} at={reminders[kind]} />
          </Section>
        ))}
    </>
  );
}

function ReminderForm({ kind, at }: { kind: ReminderKind; at: string | null }) {
  const t = useTranslations("settings");
  return (
    <ActionForm action={setReminderAction}>
      <input type="hidden" name="kind" value={kind} />
      <FormChoices
        name="wanted"
        id={`wanted-${kind}`}
        label={t("reminder_wanted")}
        defaultValue={at ? "yes" : "no"}
        choices={[
          { value: "no", title: t("reminder_no") },
          { value: "yes", title: t("reminder_yes") },
        ]}
      />
      <div className="max-w-48">
        <FormTextInput
          name="at"
          id={`at-${kind}`}
          type="time"
          label={t("reminder_at")}
          defaultValue={at ?? EVENING}
        />
      </div>
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
