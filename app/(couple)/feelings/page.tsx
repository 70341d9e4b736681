import { FeelingsPage } from "@/components/feelings/feelings-page";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { unsent } from "@/lib/drafts/queries";
import { shownFeelings } from "@/lib/feelings/queries";
import { looked } from "@/lib/reminders/commands";
import { prefersNoJointPrompts } from "@/lib/safety/queries";
import { spaceNow } from "@/lib/space/queries";

export default async function BetweenUsPage() {
  const viewer = await requireViewer();
  const page = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return {
      feelings: await shownFeelings(db, viewer),
      hasUnsent: (await unsent(db, viewer)).length > 0,
      space: await spaceNow(db, viewer),
      asksToInvite: !viewer.partnerId && !(await prefersNoJointPrompts(db, viewer)),
    };
  });
  return <FeelingsPage {...page} partnerName={viewer.partnerName} timeZone={viewer.timeZone} />;
}
