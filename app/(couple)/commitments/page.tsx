import { CommitmentsPage } from "@/components/commitments/commitments-page";
import { unopened } from "@/lib/announcements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { commitmentLists } from "@/lib/follow-through/queries";
import { dayIn, firstOpenDay } from "@/lib/time/day";

export default async function Commitments() {
  const viewer = await requireWriter();
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, async (db) => ({
    lists: await commitmentLists(db, viewer, today, firstOpenDay()),
    announced: await unopened(db, viewer),
  }));
  return <CommitmentsPage {...page} partnerName={viewer.partnerName} today={today} />;
}
