import { notFound } from "next/navigation";
import { PacketPage } from "@/components/packets/packet-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { ownLinks } from "@/lib/guests/queries";
import { packetPage } from "@/lib/packets/queries";
import { packetAddress } from "@/lib/packets/schema";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function PacketHere({ params }: PageProps<"/therapy/packets/[id]">) {
  const viewer = await requireWriter();
  const address = packetAddress.safeParse(await params);
  if (!address.success) notFound();
  const { page, links, confirming } = await asViewer(viewer, async (db) => {
    const page = await packetPage(db, viewer, address.data.id);
    const links = page ? await ownLinks(db, viewer, page) : [];
    return { page, links, confirming: await confirmingOf(db, viewer) };
  });
  if (!page) notFound();
  const { name, partnerName, timeZone } = viewer;
  return <PacketPage {...{ page, links, name, partnerName, timeZone, confirming }} />;
}
