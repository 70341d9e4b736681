import "server-only";
import type { CareInput } from "@/lib/care/schema";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { type Here, writeDown } from "@/lib/entries/commands";

/** Notes one thing, for oneself or to be seen. Throws `nothing_written`, or `not_in_a_couple` where nobody could see it. */
export async function noteCare(db: ViewerDb, here: Here, input: CareInput): Promise<void> {
  await discardDraft(db, here.viewer, draftOf.care(input.kind, here.viewer.coupleId));
  await writeDown(db, here, input);
}
