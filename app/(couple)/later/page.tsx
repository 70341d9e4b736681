import { AskedAgain } from "@/components/visibility/asked-again";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { askedAgain } from "@/lib/visibility/queries";

export default async function LaterPage() {
  const viewer = await requireViewer();
  const entries = await asViewer(viewer, (db) => askedAgain(db, viewer));
  return <AskedAgain entries={entries} partnerName={viewer.partnerName} />;
}
