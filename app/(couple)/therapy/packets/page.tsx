import { randomUUID } from "node:crypto";
import { PacketsPage } from "@/components/packets/packets-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { packetsHere } from "@/lib/packets/queries";
import { dayIn } from "@/lib/time/day";

export default async function Packets() {
  const viewer = await requireWriter();
  const packets = await asViewer(viewer, (db) => packetsHere(db, viewer));
  return (
    <PacketsPage
      packets={packets}
      partnerName={viewer.partnerName}
      today={dayIn(viewer.timeZone)}
      newPacketId={randomUUID()}
    />
  );
}
