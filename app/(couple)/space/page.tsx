import { randomUUID } from "node:crypto";
import { SpacePage } from "@/components/space/space-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { prefersNoJointPrompts } from "@/lib/safety/queries";
import { chosenWords, spaceNow } from "@/lib/space/queries";

export default async function AskForSpacePage() {
  const viewer = await requireWriter();
  const page = await asViewer(viewer, async (db) => ({
    space: await spaceNow(db, viewer),
    words: await chosenWords(db, viewer),
    noJointPrompts: await prefersNoJointPrompts(db, viewer),
  }));
  return (
    <SpacePage
      {...page}
      partnerName={viewer.partnerName}
      timeZone={viewer.timeZone}
      newEntryId={randomUUID()}
    />
  );
}
