import { OwnCopy } from "@/components/export/own-copy";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function ExportPage() {
  const viewer = await requireViewer();
  return <OwnCopy confirming={await asViewer(viewer, (db) => confirmingOf(db, viewer))} />;
}
