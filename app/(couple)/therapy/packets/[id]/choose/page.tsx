import { notFound } from "next/navigation";
import { ChoosePage } from "@/components/packets/choose-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { choosingFor, entriesOfMonth, packetNamed } from "@/lib/packets/queries";
import { chooseSearch, packetAddress } from "@/lib/packets/schema";

export default async function ChooseForPacket({
  params,
  searchParams,
}: PageProps<"/therapy/packets/[id]/choose">) {
  const viewer = await requireWriter();
  const address = packetAddress.safeParse(await params);
  if (!address.success) notFound();
  const { month } = chooseSearch.parse(await searchParams);
  const found = await asViewer(viewer, async (db) => {
    const packet = await packetNamed(db, viewer, address.data.id);
    const choosing = packet && (await choosingFor(db, viewer, packet));
    const entries = choosing && month ? await entriesOfMonth(db, viewer, choosing.candidates, month) : [];
    return choosing && { choosing, entries };
  });
  if (!found) notFound();
  return <ChoosePage {...found} month={month} partnerName={viewer.partnerName} />;
}
