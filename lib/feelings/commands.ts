import "server-only";
import { unlessTakenBack } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, own, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { ownEntryHere } from "@/lib/entries/queries";
import { Refusal } from "@/lib/errors";
import { feelingToAnswer, replyToMe } from "@/lib/feelings/queries";
import type { HeardInput, ReplyInput, ShareInput } from "@/lib/feelings/schema";
import { toColumn } from "@/lib/time/day";
import { nextAt } from "@/lib/time/zone";

/**
 * Shows the partner a feeling: sharing it is what makes it theirs to read. Sent twice it is one.
 * Throws `not_in_a_couple` or `nothing_written`.
 */
export async function shareFeeling(db: ViewerDb, here: Here, input: ShareInput): Promise<void> {
  await show(db, here, input);
  await discardDraft(db, here.viewer, draftOf.feeling(here.viewer.coupleId));
}

async function show(db: ViewerDb, here: Here, input: ShareInput): Promise<void> {
  const { entry, wish, parts, texts } = input;
  if (!here.viewer.partnerId) throw new Refusal("not_in_a_couple");
  if (parts.length === 0 && !texts.note && !texts.own_feeling) throw new Refusal("nothing_written");
  if (!(await begin(db, here, { id: entry, kind: "shared_feeling", audience: "partner" })))
    return refuseUnlessSent(db, here.viewer, { entryId: entry, audience: "partner" }, texts);

  const mine = own(here.viewer);
  const happenedOn = toColumn(here.today);
  const { _max } = await db.sharedFeeling.aggregate({
    where: { ...mine, entry: { happenedOn } },
    _max: { place: true },
  });
  await db.sharedFeeling.createMany({
    data: { ...mine, entryId: entry, wish, place: (_max.place ?? 0) + 1 },
  });
  await db.feelingPart.createMany({ data: parts.map((part) => ({ ...mine, entryId: entry, ...part })) });
  await writeWords(db, here.viewer, { entryId: entry, audience: "partner" }, texts);
}

/** The same feelings and the same wish once more, today. Nothing is said of it. Throws `not_found`. */
export async function shareAgain(
  db: ViewerDb,
  here: Here,
  { entry, of }: { entry: string; of: string },
): Promise<void> {
  if (!here.viewer.partnerId) throw new Refusal("not_in_a_couple");
  const before = await ownEntryHere(db, here.viewer, "shared_feeling", of);
  if (!before) throw new Refusal("not_found");
  const { wish, parts } = before;
  const { note = "", own_feeling = "" } = before.texts;
  await show(db, here, {
    entry,
    wish,
    parts: [...parts],
    // What was said stays where it was said, unless it is all there is.
    texts: parts.length > 0 || own_feeling ? { note: "", own_feeling } : { note, own_feeling },
  });
}

/** Answers a feeling the partner shows. Throws `nothing_written`, or `taken_back` where it can no longer be read. */
export async function replyToFeeling(
  db: ViewerDb,
  here: Here,
  { entry, to, note, promise }: ReplyInput,
): Promise<void> {
  if (!note && !promise) throw new Refusal("nothing_written");
  await discardDraft(db, here.viewer, draftOf.reply(to));
  if (!(await answer(db, here, { entry, to, needsUntil: null })))
    return refuseUnlessSent(db, here.viewer, { entryId: entry, audience: "partner" }, { note, promise });
  await writeWords(db, here.viewer, { entryId: entry, audience: "partner" }, { note, promise });
}

/**
 * Says once until when one needs, to answer well: the next time the writer's clock shows `until` (HH:MM).
 * Throws `time_asked` where that was said before, or `taken_back`.
 */
export async function askForTime(
  db: ViewerDb,
  here: Here,
  { entry, to, until }: { entry: string; to: string; until: string },
): Promise<void> {
  const needsUntil = new Date(nextAt(until, here.viewer.timeZone).epochMilliseconds);
  if (await answer(db, here, { entry, to, needsUntil })) return;
  const sent = await db.reply.findFirst({ where: { ...own(here.viewer), entryId: entry } });
  if (sent?.needsUntil?.getTime() !== needsUntil.getTime()) throw new Refusal("time_asked");
}

async function answer(
  db: ViewerDb,
  here: Here,
  { entry, to, needsUntil }: { entry: string; to: string; needsUntil: Date | null },
): Promise<boolean> {
  const feeling = await feelingToAnswer(db, here.viewer, to);
  if (!feeling) throw new Refusal("taken_back");
  if (!(await begin(db, here, { id: entry, kind: "reply", audience: "partner" }))) return false;
  const mine = own(here.viewer);
  const answered = { coupleId: mine.coupleId, toAuthorId: feeling.authorId, toEntryId: to };
  const { _max } = await db.reply.aggregate({ where: answered, _max: { place: true } });
  const row = { ...mine, ...answered, entryId: entry, needsUntil, place: (_max.place ?? 0) + 1 };
  const { count } = await unlessTakenBack(db.reply.createMany({ data: row, skipDuplicates: true }));
  if (count === 0) throw new Refusal("time_asked");
  return true;
}

/**
 * Says of a reply whether one felt heard, for oneself or to be seen. Said anew it takes the place of what was said before.
 * Throws `nothing_written`, `said_meanwhile` where another window was faster, or `taken_back` where the reply can no longer be read.
 */
export async function sayHeard(db: ViewerDb, here: Here, input: HeardInput): Promise<void> {
  const { entry, to, before, understood, accepted, cared_for, would_help, shown } = input;
  if (!understood && !accepted && !cared_for && !would_help) throw new Refusal("nothing_written");
  const reply = await replyToMe(db, here.viewer, to);
  if (!reply) throw new Refusal("taken_back");
  await discardDraft(db, here.viewer, draftOf.heard(to));

  const audience = shown === "only_me" ? "only_me" : "partner";
  const mine = own(here.viewer);
  const answered = { ...mine, toAuthorId: reply.authorId, toEntryId: to };
  const said = await db.feltHeard.findFirst({ where: answered });
  const sent = said?.entryId === entry;
  if (sent && (said.understood !== understood || said.accepted !== accepted || said.caredFor !== cared_for))
    throw new Refusal("sent_already");
  if (sent) return refuseUnlessSent(db, here.viewer, { entryId: entry, audience }, { would_help });
  // Another window has said something since this form was opened.
  if ((said?.entryId ?? null) !== before) throw new Refusal("said_meanwhile");
  if (said) await db.entry.deleteMany({ where: { ...mine, id: said.entryId } });
  if (!(await begin(db, here, { id: entry, kind: "felt_heard", audience }))) return;
  const row = { ...answered, entryId: entry, understood, accepted, caredFor: cared_for };
  const { count } = await unlessTakenBack(db.feltHeard.createMany({ data: row, skipDuplicates: true }));
  if (count === 0) throw new Refusal("said_meanwhile");
  await writeWords(db, here.viewer, { entryId: entry, audience }, { would_help });
}
