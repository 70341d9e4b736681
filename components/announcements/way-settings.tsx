import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { chooseWayAction } from "@/lib/announcements/actions";
import { ways } from "@/lib/announcements/schema";
import type { ReachWay } from "@/lib/db/generated/enums";

const EVENING = "19:00";

type Props = { chosen: { readonly way: ReachWay; readonly localTime: string | null } | null };

/** How what is announced is to reach oneself, chosen beforehand. */
export function WaySettings({ chosen }: Props) {
  const t = useTranslations("announcements");
  const settings = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={settings("announced")} lead={settings("announced_lead")} />
      <ActionForm action={chooseWayAction} className="group/way space-y-5">
        <FormChoices
          name="way"
          label={t("way")}
          choices={ways.map((value) => ({
            value,
            title: t(`ways.${value}`),
            description: t(`ways_about.${value}`),
          }))}
          defaultValue={chosen?.way ?? "now"}
        />
        <div className="hidden max-w-48 group-has-[[value=at\_time]:checked]/way:block">
          <FormTextInput name="at" type="time" label={t("at")} defaultValue={chosen?.localTime ?? EVENING} />
        </div>
        <SubmitButton>{settings("save")}</SubmitButton>
      </ActionForm>
    </>
  );
}
