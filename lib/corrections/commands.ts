import "server-only";
import { wayToTheOther } from "@/lib/corrections/queries";
import type { CorrectInput, WayInput } from "@/lib/corrections/schema";
import { unlessTakenBack } from "@/lib/db/refused";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, own, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { entryHere } from "@/lib/entries/queries";
import { Refusal } from "@/lib/errors";

/**
 * Corrects what one has said, of one's own accord. It reaches the other as they have chosen, which Postgres sees to
 * (prisma/policies/90-corrections.sql); kept for the therapist's room it stays one's own.
 * Throws `nothing_written`, `not_in_a_couple`, `way_changed` where the other has chosen otherwise meanwhile, or `sent_already`.
 */
export async function correct(db: ViewerDb, here: Here, input: CorrectInput): Promise<void> {
  const { entry, said, is_true, will_do } = input;
  const { viewer } = here;
  if (!is_true) throw new Refusal("nothing_written");
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  const way = await wayToTheOther(db);
  if (way !== input.way) throw new Refusal("way_changed", {}, { way });
  await discardDraft(db, viewer, draftOf.correction(viewer.coupleId));
  const audience = way === "with_therapist" ? "only_me" : "partner";
  const texts = { said, is_true, will_do };
  if (!(await begin(db, here, { id: entry, kind: "correction", audience })))
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, texts);
  await db.correction.createMany({ data: { ...own(viewer), entryId: entry } });
  await writeWords(db, viewer, { entryId: entry, audience }, texts);
}

/** Opens what the other has corrected. Nobody but its reader learns of it. Throws `taken_back`. */
export async function openCorrection(db: ViewerDb, here: Here, id: string): Promise<void> {
  const { viewer } = here;
  const found = await entryHere(db, viewer, "correction", id);
  if (!found || found.view.mine) throw new Refusal("taken_back");
  const row = { coupleId: viewer.coupleId, authorId: found.authorId, entryId: id, readerId: viewer.id };
  await unlessTakenBack(db.correctionOpening.createMany({ data: row, skipDuplicates: true }));
}

/** Chooses how corrections are to reach oneself from now on. */
export async function chooseWay(db: ViewerDb, viewer: Viewer, chosen: WayInput): Promise<void> {
  const key = own(viewer);
  await db.correctionChoice.upsert({
    where: { coupleId_authorId: key },
    create: { ...key, ...chosen },
    update: chosen,
  });
}
