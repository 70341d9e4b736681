import { Erasing } from "@/components/accounts/erasing";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function ErasePage() {
  const viewer = await requireViewer();
  const confirming = await asViewer(viewer, (db) => confirmingOf(db, viewer));
  return <Erasing partnerName={viewer.partnerName} confirming={confirming} />;
}
