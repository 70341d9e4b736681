import "server-only";
import type { CareInput } from "@/lib/care/schema";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { audiencesOf } from "@/lib/visibility/rules";

/** Notes one thing, for oneself or to be seen. Throws `nothing_written`, or `not_in_a_couple` where nobody could see it. */
export async function noteCare(
  db: ViewerDb,
  here: Here,
  { entry, kind, note, shown }: CareInput,
): Promise<void> {
  if (!note) throw new Refusal("nothing_written");
  const { words: audience } = audiencesOf(shown);
  if (audience === "partner" && !here.viewer.partnerId) throw new Refusal("not_in_a_couple");
  await discardDraft(db, here.viewer, draftOf.care(kind, here.viewer.coupleId));
  if (!(await begin(db, here, { id: entry, kind, audience })))
    return refuseUnlessSent(db, here.viewer, { entryId: entry, audience }, { note });
  await writeWords(db, here.viewer, { entryId: entry, audience }, { note });
}
