import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { HowMany } from "./how-many";

/** A leaky prop: whole rows go to the browser, for the sake of their number. */
export default async function PropPage() {
  const viewer = await requireViewer();
  const where = { coupleId: viewer.coupleId, sharedBy: viewer.partnerId };
  const rows = await asViewer(viewer, (db) => db.entry.findMany({ where }));
  return <HowMany rows={rows} />;
}
