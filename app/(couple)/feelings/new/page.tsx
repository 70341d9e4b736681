import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { ShareForm } from "@/components/feelings/share-form";
import { requireWriter } from "@/lib/auth/gate";
import { ownEntry } from "@/lib/check-ins/queries";
import { asViewer } from "@/lib/db/viewer";
import { shareSearch } from "@/lib/feelings/schema";

export default async function NewFeelingPage({ searchParams }: PageProps<"/feelings/new">) {
  const viewer = await requireWriter();
  if (!viewer.partnerName) redirect("/feelings");
  const { from } = shareSearch.parse(await searchParams);
  const checkIn = from ? await asViewer(viewer, (db) => ownEntry(db, viewer, from)) : null;
  return (
    <ShareForm
      entryId={randomUUID()}
      partnerName={viewer.partnerName}
      startsWith={checkIn?.content ?? { feelings: [], own_feeling: "", note: "" }}
    />
  );
}
