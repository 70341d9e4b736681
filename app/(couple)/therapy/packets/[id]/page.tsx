import { notFound } from "next/navigation";
import { PacketPage } from "@/components/packets/packet-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { packetPage } from "@/lib/packets/queries";
import { packetAddress } from "@/lib/packets/schema";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function PacketHere({ params }: PageProps<"/therapy/packets/[id]">) {
  const viewer = await requireWriter();
  const address = packetAddress.safeParse(await params);
  if (!address.success) notFound();
  const { page, confirming } = await asViewer(viewer, async (db) => ({
    page: await packetPage(db, viewer, address.data.id),
    confirming: await confirmingOf(db, viewer),
  }));
  if (!page) notFound();
  const { name, partnerName } = viewer;
  return <PacketPage page={page} name={name} partnerName={partnerName} confirming={confirming} />;
}
