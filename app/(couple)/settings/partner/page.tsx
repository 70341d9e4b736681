import { Partner } from "@/components/couples/partner";
import { requireViewer } from "@/lib/auth/gate";
import { partnerPage } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { hasParted, ownDeparture } from "@/lib/departures/queries";

export default async function PartnerPage() {
  const viewer = await requireViewer();
  const page = await asViewer(viewer, async (db) => ({
    ...(await partnerPage(db, viewer)),
    leaveAt: (await ownDeparture(db, viewer))?.leaveAt ?? null,
    parted: await hasParted(db, viewer),
  }));
  return <Partner {...page} partnerName={viewer.partnerName} timeZone={viewer.timeZone} />;
}
