import { DeviceLock } from "@/components/lock/device-lock";
import { Devices } from "@/components/settings/devices";
import { devicesOf } from "@/lib/accounts/queries";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function DevicesPage() {
  const viewer = await requireViewer();
  const { devices, confirming } = await asViewer(viewer, async (db) => ({
    devices: await devicesOf(db, viewer),
    confirming: await confirmingOf(db, viewer),
  }));
  const { hasPin, shared } = viewer;
  return (
    <Devices
      devices={devices}
      here={viewer.sessionId}
      timeZone={viewer.timeZone}
      lock={<DeviceLock shared={shared} hasPin={hasPin} confirming={confirming} />}
    />
  );
}
