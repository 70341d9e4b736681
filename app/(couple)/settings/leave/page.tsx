import { Leaving } from "@/components/departures/leaving";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { ownDeparture } from "@/lib/departures/queries";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function LeavePage() {
  const viewer = await requireViewer();
  const page = await asViewer(viewer, async (db) => ({
    leaveAt: (await ownDeparture(db, viewer))?.leaveAt ?? null,
    confirming: await confirmingOf(db, viewer),
  }));
  return <Leaving {...page} partnerName={viewer.partnerName} timeZone={viewer.timeZone} />;
}
