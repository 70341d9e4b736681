import "server-only";
import { randomUUID } from "node:crypto";
import { openedByMe, ownVersion } from "@/lib/acknowledgements/queries";
import type { AcknowledgeInput, GiveInput, ReceiveInput } from "@/lib/acknowledgements/schema";
import { isAgreedOn } from "@/lib/agreements/queries";
import { announce, refuseUnlessStill } from "@/lib/announcements/commands";
import type { ReachWay } from "@/lib/db/generated/enums";
import { unlessTakenBack } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import {
  begin,
  deleteEntry,
  type Here,
  own,
  refuseUnlessSent,
  type Written,
  writeWords,
} from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { bringToSession } from "@/lib/therapy/commands";

/**
 * Takes responsibility in words: a new statement, or another version of one, beside those there are. Given, it is announced;
 * kept, or where the other hears such things only with a therapist, it stays one's own, marked to be brought to a session.
 * Throws `nothing_written`, `not_in_a_couple`, `taken_back` where the version it follows is gone, `agreement_gone`,
 * `way_changed` or `sent_already`.
 */
export async function acknowledge(db: ViewerDb, here: Here, input: AcknowledgeInput): Promise<void> {
  const { entry, after, agreement, way, given, did, broke, cost_you, regret, will_do } = input;
  const { viewer } = here;
  if (!did || !will_do) throw new Refusal("nothing_written");
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  const before = after ? await ownVersion(db, viewer, after) : null;
  if (after && !before) throw new Refusal("taken_back");
  if (agreement && !(await isAgreedOn(db, viewer, agreement))) throw new Refusal("agreement_gone");
  const reaches = given === "now" && way !== "with_therapist";
  if (given === "now") await refuseUnlessStill(db, way);
  await discardDraft(
    db,
    viewer,
    after ? draftOf.acknowledgementVersion(after) : draftOf.acknowledgement(viewer.coupleId),
  );

  await write(db, here, {
    ...{ entry, agreement, statement: before?.statement ?? randomUUID() },
    texts: { did, broke, cost_you, regret, will_do },
    told: reaches ? way : null,
  });
}

type Version = {
  readonly entry: string;
  readonly statement: string;
  readonly agreement: string | null;
  readonly texts: Written;
  /** How it is to reach the other; null of what is kept. */
  readonly told: ReachWay | null;
};

async function write(db: ViewerDb, here: Here, version: Version): Promise<void> {
  const { entry, statement: statementId, agreement: agreementId, texts, told } = version;
  const { viewer } = here;
  const audience = told ? "partner" : "only_me";
  if (!(await begin(db, here, { id: entry, kind: "acknowledgement", audience })))
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, texts);
  const mine = own(viewer);
  const { _max } = await db.acknowledgement.aggregate({
    where: { ...mine, statementId },
    _max: { place: true },
  });
  const place = (_max.place ?? 0) + 1;
  await db.acknowledgement.createMany({ data: { ...mine, entryId: entry, statementId, agreementId, place } });
  if (told) await announce(db, viewer, entry, told);
  else await bringToSession(db, viewer, { entry, whose: "mine", bring: "yes" });
  await writeWords(db, viewer, { entryId: entry, audience }, texts);
}

/**
 * Gives what was kept: it is written anew, today, and announced. The kept entry is gone, so that no day and no link tells how
 * long it was kept. Sent twice it is given once. Throws `not_found`, `way_changed`, or `not_here` where the other hears such
 * things only with a therapist.
 */
export async function give(db: ViewerDb, here: Here, { entry, kept: id, way }: GiveInput): Promise<void> {
  const { viewer } = here;
  const kept = await ownVersion(db, viewer, id);
  if (!kept && (await ownVersion(db, viewer, entry))) return;
  if (!kept || kept.way !== null || !viewer.partnerId) throw new Refusal("not_found");
  await refuseUnlessStill(db, way);
  if (way === "with_therapist") throw new Refusal("not_here");
  await deleteEntry(db, viewer, id);
  const { statement, agreement, texts } = kept;
  await write(db, here, { entry, statement, agreement, texts, told: way });
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
