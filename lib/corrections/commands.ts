import "server-only";
import { announce, refuseUnlessStill } from "@/lib/announcements/commands";
import type { CorrectInput } from "@/lib/corrections/schema";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";

/**
 * Corrects what one has said, of one's own accord. It is announced; kept for the therapist's room it stays one's own.
 * Throws `nothing_written`, `not_in_a_couple`, `way_changed` where the other has chosen otherwise meanwhile, or `sent_already`.
 */
export async function correct(db: ViewerDb, here: Here, input: CorrectInput): Promise<void> {
  const { entry, said, is_true, will_do, way } = input;
  const { viewer } = here;
  if (!is_true) throw new Refusal("nothing_written");
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  await refuseUnlessStill(db, way);
  await discardDraft(db, viewer, draftOf.correction(viewer.coupleId));
  const audience = way === "with_therapist" ? "only_me" : "partner";
  const texts = { said, is_true, will_do };
  if (!(await begin(db, here, { id: entry, kind: "correction", audience })))
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, texts);
  await announce(db, viewer, entry, way);
  await writeWords(db, viewer, { entryId: entry, audience }, texts);
}
