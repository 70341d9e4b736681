import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { AcknowledgementPage } from "@/components/acknowledgements/acknowledgement-page";
import { acknowledgementHere } from "@/lib/acknowledgements/queries";
import { acknowledgementAddress } from "@/lib/acknowledgements/schema";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";

export default async function Acknowledgement({ params }: PageProps<"/acknowledgements/[id]">) {
  const viewer = await requireWriter();
  const address = acknowledgementAddress.safeParse(await params);
  if (!address.success) notFound();
  const { id } = address.data;
  const { acknowledgement, draft } = await asViewer(viewer, async (db) => ({
    acknowledgement: await acknowledgementHere(db, viewer, id),
    draft: await draftFor(db, viewer, draftOf.acknowledgementAnswer(id)),
  }));
  if (!acknowledgement) notFound();
  return (
    <AcknowledgementPage
      acknowledgement={acknowledgement}
      draft={draft}
      newEntryId={randomUUID()}
      partnerName={viewer.partnerName ?? ""}
    />
  );
}
