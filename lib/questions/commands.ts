import "server-only";
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
  writeDown,
  writeWords,
} from "@/lib/entries/commands";
import { ownEntryHere } from "@/lib/entries/queries";
import { Refusal } from "@/lib/errors";
import { isAsked } from "@/lib/questions/queries";
import type { AnswerInput, QuestionInput } from "@/lib/questions/schema";

/**
 * Puts a question in the box: asked, or kept for oneself until one knows whether to ask it.
 * Throws `nothing_written`, or `not_in_a_couple` where there is nobody to ask.
 */
export async function askQuestion(db: ViewerDb, here: Here, input: QuestionInput): Promise<void> {
  await discardDraft(db, here.viewer, draftOf.question(here.viewer.coupleId));
  await writeDown(db, here, { ...input, kind: "question" });
}

/**
 * Asks what was kept, today: a question of its own in place of the kept one, so that nothing tells for how long it was kept.
 * Throws `not_found`, or `not_in_a_couple`.
 */
export async function askKept(
  db: ViewerDb,
  here: Here,
  { entry, of }: { entry: string; of: string },
): Promise<void> {
  const kept = await ownEntryHere(db, here.viewer, "question", of);
  if (!kept) throw new Refusal("not_found");
  const { note = "" } = kept.texts;
  if (!here.viewer.partnerId) throw new Refusal("not_in_a_couple");
  if (!(await begin(db, here, { id: entry, kind: "question", audience: "partner" }))) return;
  await writeWords(db, here.viewer, { entryId: entry, audience: "partner" }, { note });
  await deleteEntry(db, here.viewer, of);
}

/**
 * Answers what the partner asked, or says that it was answered in therapy or cannot be answered yet. What was said before
 * stays. Throws `nothing_written` for an answer without words, or `taken_back` where the question can no longer be read.
 */
export async function answerQuestion(
  db: ViewerDb,
  here: Here,
  { entry, to, standing, note }: AnswerInput,
): Promise<void> {
  const { viewer } = here;
  if (standing === "answered" && !note) throw new Refusal("nothing_written");
  if (!viewer.partnerId || !(await isAsked(db, viewer, to))) throw new Refusal("taken_back");
  await discardDraft(db, viewer, draftOf.questionAnswer(to));
  if (!(await begin(db, here, { id: entry, kind: "question_answer", audience: "partner" })))
    return refuseUnlessAnswered(db, here, { entry, to, standing, note });

  const answered = { ...own(viewer), toAuthorId: viewer.partnerId, toEntryId: to };
  const { _max } = await db.questionAnswer.aggregate({ where: answered, _max: { place: true } });
  const row = { ...answered, entryId: entry, standing, place: (_max.place ?? 0) + 1 };
  await unlessTakenBack(db.questionAnswer.createMany({ data: row }));
  await writeWords(db, viewer, { entryId: entry, audience: "partner" }, { note });
}

async function refuseUnlessAnswered(
  db: ViewerDb,
  { viewer }: Here,
  { entry, standing, note }: AnswerInput,
): Promise<void> {
  const sent = await db.questionAnswer.findFirst({ where: { ...own(viewer), entryId: entry } });
  if (sent?.standing !== standing) throw new Refusal("sent_already");
  await refuseUnlessSent(db, viewer, { entryId: entry, audience: "partner" }, { note });
}
