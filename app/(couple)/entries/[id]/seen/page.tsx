import { notFound } from "next/navigation";
import { SeenEntry } from "@/components/visibility/seen-entry";
import { requireViewer } from "@/lib/auth/gate";
import { entryAddress } from "@/lib/check-ins/schema";
import { asViewer, throughPartnersEyes } from "@/lib/db/viewer";
import { ownEntryOfAnyKind, partnersEntry } from "@/lib/entries/queries";
import { partnersSide } from "@/lib/visibility/rules";

export default async function SeenEntryPage({ params }: PageProps<"/entries/[id]/seen">) {
  const viewer = await requireViewer();
  const address = entryAddress.safeParse(await params);
  const side = partnersSide(viewer);
  if (!address.success || !side || !viewer.partnerName) notFound();
  const { id } = address.data;
  const own = await asViewer(viewer, (db) => ownEntryOfAnyKind(db, viewer, id));
  if (!own?.here) notFound();
  const seen = await throughPartnersEyes(viewer, (db) => partnersEntry(db, side, id));
  return <SeenEntry own={own} seen={seen} ownName={viewer.name} partnerName={viewer.partnerName} />;
}
