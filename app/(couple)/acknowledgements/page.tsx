import { AcknowledgementsPage } from "@/components/acknowledgements/acknowledgements-page";
import { statementsHere } from "@/lib/acknowledgements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";

export default async function Acknowledgements() {
  const viewer = await requireWriter();
  const statements = await asViewer(viewer, (db) => statementsHere(db, viewer));
  return <AcknowledgementsPage statements={statements} partnerName={viewer.partnerName} />;
}
