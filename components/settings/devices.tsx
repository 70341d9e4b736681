import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { revokeDeviceAction } from "@/lib/accounts/actions";

type Device = { readonly id: string; readonly deviceLabel: string; readonly lastSeenAt: Date };
type Props = {
  devices: readonly Device[];
  here: string;
  timeZone: string;
  /** How this one locks. */
  lock: ReactNode;
};

export function Devices({ devices, here, timeZone, lock }: Props) {
  const t = useTranslations("settings");
  const format = useFormatter();
  return (
    <>
      <SettingsHeader title={t("devices")} lead={t("devices_lead")} />
      <ul className="divide-y divide-line border-y border-line">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div>
              <p className="font-semibold">{device.deviceLabel}</p>
              <p className="text-sm text-muted">
                {device.id === here
                  ? t("this_device")
                  : t("last_used", {
                      day: format.dateTime(device.lastSeenAt, { dateStyle: "long", timeZone }),
                    })}
              </p>
            </div>
            {device.id !== here && (
              <ActionForm action={revokeDeviceAction}>
                <input type="hidden" name="session" value={device.id} />
                <SubmitButton tone="quiet" aria-label={`${t("sign_device_out")}: ${device.deviceLabel}`}>
                  {t("sign_device_out")}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-10">{lock}</div>
    </>
  );
}
