import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { QuestionView } from "@/components/questions/question-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { questionPage } from "@/lib/questions/queries";
import { questionAddress } from "@/lib/questions/schema";
import { looked } from "@/lib/reminders/commands";

export default async function QuestionPage({ params }: PageProps<"/questions/[id]">) {
  const viewer = await requireWriter();
  const address = questionAddress.safeParse(await params);
  if (!address.success) notFound();
  const { id } = address.data;
  const { page, draft } = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return {
      page: await questionPage(db, viewer, id),
      draft: await draftFor(db, viewer, draftOf.questionAnswer(id)),
    };
  });
  if (!page) notFound();
  return <QuestionView {...page} draft={draft} partnerName={viewer.partnerName} newEntryId={randomUUID()} />;
}
