import { notFound } from "next/navigation";
import { PacketPage } from "@/components/packets/packet-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { packetPage } from "@/lib/packets/queries";
import { packetAddress } from "@/lib/packets/schema";

export default async function PacketHere({ params }: PageProps<"/therapy/packets/[id]">) {
  const viewer = await requireWriter();
  const address = packetAddress.safeParse(await params);
  if (!address.success) notFound();
  const page = await asViewer(viewer, (db) => packetPage(db, viewer, address.data.id));
  if (!page) notFound();
  return <PacketPage page={page} name={viewer.name} partnerName={viewer.partnerName} />;
}
