import { WaySettings } from "@/components/announcements/way-settings";
import { ownWay } from "@/lib/announcements/queries";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";

export default async function AnnouncedSettingsPage() {
  const viewer = await requireViewer();
  return <WaySettings chosen={await asViewer(viewer, (db) => ownWay(db, viewer))} />;
}
