import "server-only";
import { randomUUID } from "node:crypto";
import { openedByMe, ownVersion } from "@/lib/acknowledgements/queries";
import type { AcknowledgeInput, ReceiveInput } from "@/lib/acknowledgements/schema";
import { isAgreedOn } from "@/lib/agreements/queries";
import { announce, refuseUnlessStill } from "@/lib/announcements/commands";
import type { ReachWay } from "@/lib/db/generated/enums";
import { unlessTakenBack } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, own, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { bringToSession } from "@/lib/therapy/commands";
import { showEntry } from "@/lib/visibility/commands";

/**
 * Takes responsibility in words: a new statement, or another version of one, beside those there are. Given, it is announced;
 * kept, or where the other hears such things only with a therapist, it stays one's own, marked to be brought to a session.
 * Throws `nothing_written`, `not_in_a_couple`, `not_found` where the version it follows is gone, `agreement_gone`,
 * `way_changed` or `sent_already`.
 */
export async function acknowledge(db: ViewerDb, here: Here, input: AcknowledgeInput): Promise<void> {
  const { entry, after, agreement, way, given, did, broke, cost_you, regret, will_do } = input;
  const { viewer } = here;
  if (!did || !will_do) throw new Refusal("nothing_written");
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  const before = after ? await ownVersion(db, viewer, after) : null;
  if (after && !before) throw new Refusal("not_found");
  if (agreement && !(await isAgreedOn(db, viewer, agreement))) throw new Refusal("agreement_gone");
  const reaches = given === "now" && way !== "with_therapist";
  if (given === "now") await refuseUnlessStill(db, way);
  await discardDraft(
    db,
    viewer,
    after ? draftOf.acknowledgementVersion(after) : draftOf.acknowledgement(viewer.coupleId),
  );

  const audience = reaches ? "partner" : "only_me";
  const texts = { did, broke, cost_you, regret, will_do };
  if (!(await begin(db, here, { id: entry, kind: "acknowledgement", audience })))
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, texts);
  const statementId = before?.statement ?? randomUUID();
  const mine = own(viewer);
  const { _max } = await db.acknowledgement.aggregate({
    where: { ...mine, statementId },
    _max: { place: true },
  });
  await db.acknowledgement.createMany({
    data: { ...mine, entryId: entry, statementId, agreementId: agreement, place: (_max.place ?? 0) + 1 },
  });
  if (reaches) await announce(db, viewer, entry);
  else await bringToSession(db, viewer, { entry, whose: "mine", bring: "yes" });
  await writeWords(db, viewer, { entryId: entry, audience }, texts);
}

/** Gives what was kept: from now on it is announced. Throws `not_found`, `way_changed`, or `not_here` where they hear it only with a therapist. */
export async function give(
  db: ViewerDb,
  { viewer, today }: Here,
  { entry, way }: { readonly entry: string; readonly way: ReachWay },
): Promise<void> {
  const kept = await ownVersion(db, viewer, entry);
  if (!kept || !viewer.partnerId) throw new Refusal("not_found");
  if (kept.way !== null) return;
  await refuseUnlessStill(db, way);
  if (way === "with_therapist") throw new Refusal("not_here");
  await announce(db, viewer, entry);
  await showEntry(db, viewer, entry, "numbers_and_words", today);
}

/**
 * Says what an acknowledgement is to whoever read it, for themselves or to be seen. Said anew it takes the place of what was
 * said before. Throws `said_meanwhile`, `sent_already`, or `taken_back` where it can no longer be read or was not opened.
 */
export async function receive(db: ViewerDb, here: Here, input: ReceiveInput): Promise<void> {
  const { entry, to, before, received, missing, shown } = input;
  const { viewer } = here;
  const version = await openedByMe(db, viewer, to);
  if (!version) throw new Refusal("taken_back");
  await discardDraft(db, viewer, draftOf.acknowledgementAnswer(to));

  const audience = shown === "only_me" ? "only_me" : "partner";
  const mine = own(viewer);
  const about = { ...mine, toAuthorId: version.authorId, toEntryId: to };
  const said = await db.acknowledgementAnswer.findFirst({ where: about });
  if (said?.entryId === entry) {
    if (said.received !== received) throw new Refusal("sent_already");
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, { missing });
  }
  if ((said?.entryId ?? null) !== before) throw new Refusal("said_meanwhile");
  if (said) await db.entry.deleteMany({ where: { ...mine, id: said.entryId } });
  if (!(await begin(db, here, { id: entry, kind: "acknowledgement_answer", audience }))) return;
  const row = { ...about, entryId: entry, received };
  const { count } = await unlessTakenBack(
    db.acknowledgementAnswer.createMany({ data: row, skipDuplicates: true }),
  );
  if (count === 0) throw new Refusal("said_meanwhile");
  await writeWords(db, viewer, { entryId: entry, audience }, { missing });
}
