import { SettingsHome } from "@/components/settings/settings-home";
import { settingsOf } from "@/lib/accounts/queries";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import { knownZones } from "@/lib/time/zone";

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const { timeZone } = await asViewer(viewer, (db) => settingsOf(db, viewer));
  return (
    <SettingsHome
      name={viewer.name}
      timeZone={timeZone}
      zones={knownZones()}
      operator={env().OPERATOR_NAME}
    />
  );
}
