import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { CorrectForm } from "@/components/corrections/correct-form";
import { wayToTheOther } from "@/lib/announcements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { writingHelpOf } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";

export default async function NewCorrectionPage() {
  const viewer = await requireWriter();
  if (!viewer.partnerName) redirect("/commitments");
  const form = draftOf.correction(viewer.coupleId);
  const page = await asViewer(viewer, async (db) => ({
    draft: await draftFor(db, viewer, form),
    way: await wayToTheOther(db),
    help: await writingHelpOf(db, viewer),
  }));
  return <CorrectForm {...page} entryId={randomUUID()} form={form} partnerName={viewer.partnerName} />;
}
