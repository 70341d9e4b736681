import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { ShareForm } from "@/components/feelings/share-form";
import { requireWriter } from "@/lib/auth/gate";
import { ownEntry } from "@/lib/check-ins/queries";
import { asFields } from "@/lib/check-ins/rules";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { shareSearch } from "@/lib/feelings/schema";

export default async function NewFeelingPage({ searchParams }: PageProps<"/feelings/new">) {
  const viewer = await requireWriter();
  if (!viewer.partnerName) redirect("/feelings");
  const { from } = shareSearch.parse(await searchParams);
  const form = draftOf.feeling(viewer.coupleId);
  const { draft, checkIn } = await asViewer(viewer, async (db) => ({
    draft: await draftFor(db, viewer, form),
    checkIn: from ? await ownEntry(db, viewer, from) : null,
  }));
  return (
    <ShareForm
      entryId={randomUUID()}
      form={form}
      partnerName={viewer.partnerName}
      draft={draft}
      checkIn={checkIn ? asFields(checkIn.content) : {}}
    />
  );
}
