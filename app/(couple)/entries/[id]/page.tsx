import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { OwnEntryPage } from "@/components/check-ins/own-entry";
import { OwnWritingPage } from "@/components/timeline/own-writing";
import { requireViewer } from "@/lib/auth/gate";
import { toBeChanged } from "@/lib/check-ins/queries";
import { entryAddress } from "@/lib/check-ins/schema";
import { asViewer } from "@/lib/db/viewer";
import { ownEntryOfAnyKind } from "@/lib/entries/queries";
import { isForLater } from "@/lib/visibility/queries";

export default async function EntryPage({ params }: PageProps<"/entries/[id]">) {
  const viewer = await requireViewer();
  const address = entryAddress.safeParse(await params);
  if (!address.success) notFound();
  const { id } = address.data;
  const { entry, forLater } = await asViewer(viewer, async (db) => ({
    entry: await ownEntryOfAnyKind(db, viewer, id),
    forLater: await isForLater(db, viewer, id),
  }));
  if (!entry) notFound();
  const { partnerName } = viewer;
  if (entry.kind !== "check_in") return <OwnWritingPage entry={entry} partnerName={partnerName} />;
  return (
    <OwnEntryPage
      entry={toBeChanged(entry)}
      forLater={forLater}
      partnerName={partnerName}
      newEntryId={randomUUID()}
    />
  );
}
