import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { OwnEntryPage } from "@/components/check-ins/own-entry";
import { requireViewer } from "@/lib/auth/gate";
import { ownEntry } from "@/lib/check-ins/queries";
import { entryAddress } from "@/lib/check-ins/schema";
import { asViewer } from "@/lib/db/viewer";

export default async function EntryPage({ params }: PageProps<"/entries/[id]">) {
  const viewer = await requireViewer();
  const address = entryAddress.safeParse(await params);
  const entry = address.success && (await asViewer(viewer, (db) => ownEntry(db, viewer, address.data.id)));
  if (!entry) notFound();
  return <OwnEntryPage entry={entry} partnerName={viewer.partnerName} newEntryId={randomUUID()} />;
}
