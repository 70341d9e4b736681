import { UnsentPage } from "@/components/drafts/unsent";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { unsent } from "@/lib/drafts/queries";

export default async function UnsentAnswersPage() {
  const viewer = await requireViewer();
  return <UnsentPage unsent={await asViewer(viewer, (db) => unsent(db, viewer))} />;
}
