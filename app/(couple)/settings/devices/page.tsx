import { Devices } from "@/components/settings/devices";
import { devicesOf } from "@/lib/accounts/queries";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";

export default async function DevicesPage() {
  const viewer = await requireViewer();
  const devices = await asViewer(viewer, (db) => devicesOf(db, viewer));
  return <Devices devices={devices} here={viewer.sessionId} timeZone={viewer.timeZone} />;
}
