import { Sharing } from "@/components/visibility/sharing";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { startingPoints } from "@/lib/visibility/queries";

export default async function SharingPage() {
  const viewer = await requireViewer();
  const starts = await asViewer(viewer, (db) => startingPoints(db, viewer));
  return <Sharing starts={starts} partnerName={viewer.partnerName} />;
}
