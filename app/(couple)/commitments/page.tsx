import { CommitmentsPage } from "@/components/commitments/commitments-page";
import { requireWriter } from "@/lib/auth/gate";
import { unopened } from "@/lib/corrections/queries";
import { asViewer } from "@/lib/db/viewer";
import { commitmentLists } from "@/lib/follow-through/queries";
import { dayIn, firstOpenDay } from "@/lib/time/day";

export default async function Commitments() {
  const viewer = await requireWriter();
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, async (db) => ({
    lists: await commitmentLists(db, viewer, today, firstOpenDay()),
    corrections: await unopened(db, viewer),
  }));
  return <CommitmentsPage {...page} partnerName={viewer.partnerName} today={today} />;
}
