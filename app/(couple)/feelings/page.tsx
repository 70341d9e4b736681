import { Conversations } from "@/components/feelings/conversations";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { conversations } from "@/lib/feelings/queries";
import { prefersNoJointPrompts } from "@/lib/safety/queries";

export default async function FeelingsPage() {
  const viewer = await requireViewer();
  const page = await asViewer(viewer, async (db) => ({
    conversations: await conversations(db, viewer),
    asksToInvite: !viewer.partnerId && !(await prefersNoJointPrompts(db, viewer)),
  }));
  return <Conversations {...page} partnerName={viewer.partnerName} />;
}
