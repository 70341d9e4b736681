import { randomUUID } from "node:crypto";
import { QuestionBoxPage } from "@/components/questions/question-box";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { draftOf } from "@/lib/drafts/schema";
import { questionBox } from "@/lib/questions/queries";
import { looked } from "@/lib/reminders/commands";
import { spaceNow } from "@/lib/space/queries";

export default async function QuestionsPage() {
  const viewer = await requireWriter();
  const page = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return { box: await questionBox(db, viewer), space: await spaceNow(db, viewer) };
  });
  return (
    <QuestionBoxPage
      {...page}
      form={draftOf.question(viewer.coupleId)}
      partnerName={viewer.partnerName}
      timeZone={viewer.timeZone}
      newEntryId={randomUUID()}
    />
  );
}
