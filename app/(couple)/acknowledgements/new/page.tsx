import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { WriteAcknowledgementForm } from "@/components/acknowledgements/write-form";
import { ownVersion } from "@/lib/acknowledgements/queries";
import { newSearch } from "@/lib/acknowledgements/schema";
import { holding } from "@/lib/agreements/queries";
import { shortened } from "@/lib/agreements/rules";
import { wayToTheOther } from "@/lib/announcements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { writingHelpOf } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";

export default async function NewAcknowledgementPage({ searchParams }: PageProps<"/acknowledgements/new">) {
  const viewer = await requireWriter();
  if (!viewer.partnerName) redirect("/acknowledgements");
  const search = newSearch.parse(await searchParams);
  const page = await asViewer(viewer, async (db) => {
    const after = search.after ? await ownVersion(db, viewer, search.after) : null;
    const form = after ? draftOf.acknowledgementVersion(after.id) : draftOf.acknowledgement(viewer.coupleId);
    return {
      ...{ after, form, draft: await draftFor(db, viewer, form) },
      agreements: (await holding(db, viewer)).map(({ id, text }) => ({ id, label: shortened(text) })),
      way: await wayToTheOther(db),
      help: await writingHelpOf(db, viewer),
    };
  });
  return <WriteAcknowledgementForm {...page} entryId={randomUUID()} partnerName={viewer.partnerName} />;
}
