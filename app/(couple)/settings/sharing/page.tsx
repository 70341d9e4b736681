import { Sharing } from "@/components/settings/sharing";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { startingPoint } from "@/lib/visibility/queries";

export default async function SharingPage() {
  const viewer = await requireViewer();
  const startsShown = await asViewer(viewer, (db) => startingPoint(db, viewer, "check_in"));
  return <Sharing startsShown={startsShown} partnerName={viewer.partnerName} />;
}
