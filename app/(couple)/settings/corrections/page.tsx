import { WaySettings } from "@/components/corrections/way-settings";
import { requireViewer } from "@/lib/auth/gate";
import { ownWay } from "@/lib/corrections/queries";
import { asViewer } from "@/lib/db/viewer";

export default async function CorrectionsSettingsPage() {
  const viewer = await requireViewer();
  return <WaySettings chosen={await asViewer(viewer, (db) => ownWay(db, viewer))} />;
}
