import { Partner } from "@/components/couples/partner";
import { requireViewer } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { partnerPage } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";

export default async function PartnerPage() {
  const viewer = await requireViewer();
  const page = await asViewer(viewer, (db) => partnerPage(db, viewer));
  return (
    <Partner
      {...page}
      partnerName={viewer.partnerName}
      timeZone={viewer.timeZone}
      asksAgain={!recentlyConfirmed(viewer)}
    />
  );
}
