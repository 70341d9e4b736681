import "server-only";
import { agreeTo, propose, takeProposalBack } from "@/lib/agreements/commands";
import { noteOf, ofTheSpace } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { unlessGoneOn } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { begin, type Here, own, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { after, type WeeklyTime } from "@/lib/reviews/rules";
import type { GuessInput, MoveInput, SaidInput } from "@/lib/reviews/schema";
import { toColumn } from "@/lib/time/day";

/**
 * Begins a review; where one runs already, that is the one. Answers which. The unique index is the referee where both begin.
 * Throws `not_in_a_couple`.
 */
export async function beginReview(
  db: ViewerDb,
  { viewer, today }: Here,
  { review }: { review: string },
): Promise<string> {
  const { coupleId, partnerId } = viewer;
  if (!partnerId) throw new Refusal("not_in_a_couple");
  await db.review.createMany({
    data: { coupleId, id: review, openedOn: toColumn(today) },
    skipDuplicates: true,
  });
  const running = await db.review.findFirst({ where: { coupleId, open: true } });
  return running?.id ?? review;
}

/**
 * Takes a step, from what its taker saw; it is stopped from anywhere. Throws `not_found`, `review_over`, or `review_moved` where
 * the other, or another window, took a step meanwhile.
 */
export async function moveReview(
  db: ViewerDb,
  { id: me, coupleId, partnerId }: SignedIn,
  { review, turn, move }: MoveInput,
): Promise<void> {
  const row = await db.review.findFirst({ where: { coupleId, id: review } });
  if (!row || !partnerId) throw new Refusal("not_found");
  if (row.open === null) throw new Refusal("review_over");
  const running = { coupleId, id: review, open: true };
  const silent = { speakerId: null, saysBack: 0 };
  if (move === "stop") {
    const { count } = await db.review.updateMany({
      where: running,
      data: { ...silent, open: null, stopped: true },
    });
    if (count === 0) throw new Refusal("review_over");
    return;
  }
  const next = row.turn === turn && after(row, move, { me, other: partnerId });
  if (!next) throw new Refusal("review_moved");
  const { over, step, speakerId, saysBack, spoken } = next;
  const data = over ? { ...silent, open: null } : { step, speakerId, saysBack, spoken, turn: turn + 1 };
  const { count } = await db.review.updateMany({ where: { ...running, turn }, data });
  if (count === 0) throw new Refusal("review_moved");
}

/**
 * Says something in a step of a review that runs, to be read by both: once, and anew in its place. Throws `nothing_written`,
 * `review_over`, `review_moved` where it ended meanwhile, `sent_already`, or `not_found`.
 */
export async function sayInReview(
  db: ViewerDb,
  here: Here,
  { review, entry, step, number, note }: SaidInput,
): Promise<void> {
  const { viewer } = here;
  if (!note && number === null) throw new Refusal("nothing_written");
  const running = await db.review.findFirst({ where: { coupleId: viewer.coupleId, id: review } });
  if (!running || !viewer.partnerId) throw new Refusal("not_found");
  if (running.open === null) throw new Refusal("review_over");
  const audience = "partner";
  const before = await db.reviewPart.findFirst({
    where: { ...own(viewer), reviewId: review, step, entryId: { not: entry } },
  });
  if (before) await db.entry.deleteMany({ where: { ...own(viewer), id: before.entryId } });
  const part = { ...own(viewer), entryId: entry, reviewId: review, step, number };
  if (!(await begin(db, here, { id: entry, kind: "review_part", audience }))) {
    if ((await db.reviewPart.count({ where: part })) === 0) throw new Refusal("sent_already");
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, { note });
  }
  await unlessGoneOn(db.reviewPart.createMany({ data: part }));
  await writeWords(db, viewer, { entryId: entry, audience }, { note });
}

/** That one would like to guess in the reviews to come, or not. */
export async function chooseToGuess(db: ViewerDb, viewer: SignedIn, wanted: "yes" | "no"): Promise<void> {
  if (wanted === "yes") await db.gapChoice.createMany({ data: own(viewer), skipDuplicates: true });
  else await db.gapChoice.deleteMany({ where: own(viewer) });
}

/**
 * Answers for oneself and guesses of the other, once. Both read both once both have, and nobody answers again after that. Throws
 * `nothing_written`, `review_moved` where the step is not the one that asks, or `sent_already`.
 */
export async function guess(
  db: ViewerDb,
  viewer: SignedIn,
  { review, pain, closeness, guessed_pain, guessed_closeness }: GuessInput,
): Promise<void> {
  const given = { pain, closeness, guessedPain: guessed_pain, guessedCloseness: guessed_closeness };
  if (Object.values(given).every((number) => number === null)) throw new Refusal("nothing_written");
  const asking = { coupleId: viewer.coupleId, id: review, open: true, withGap: true, step: "gap" } as const;
  const running = await db.review.findFirst({ where: asking });
  if (!running) throw new Refusal("review_moved");
  const answer = { ...own(viewer), reviewId: review, ...given };
  if (!running.guessed) {
    const { count } = await unlessGoneOn(db.gapAnswer.createMany({ data: answer, skipDuplicates: true }));
    if (count === 1) return;
  }
  if ((await db.gapAnswer.count({ where: answer })) === 0) throw new Refusal("sent_already");
}

/** Takes one's own answers away: from then on neither reads the other's. Throws `not_found`. */
export async function takeGuessesAway(db: ViewerDb, viewer: SignedIn, review: string): Promise<void> {
  const { count } = await db.gapAnswer.deleteMany({ where: { authorId: viewer.id, reviewId: review } });
  if (count === 0) throw new Refusal("not_found");
}

/** Proposes the note of a review, which is both's once the other agrees. Throws `not_found`, and as `propose` does. */
export async function proposeNote(
  db: ViewerDb,
  viewer: SignedIn,
  { review, note }: { review: string; note: string },
): Promise<void> {
  const { coupleId } = viewer;
  if ((await db.review.count({ where: { coupleId, id: review } })) === 0) throw new Refusal("not_found");
  await propose(db, viewer, noteOf(viewer, review), note);
}

type TheNote = { readonly review: string; readonly turn: string };

/** Agrees to the note as it was read. Throws `proposal_gone`. */
export const agreeToNote = (db: ViewerDb, viewer: SignedIn, { review, turn }: TheNote) =>
  agreeTo(db, viewer, noteOf(viewer, review), turn);

/** Takes back the note one proposed. Throws `proposal_gone`. */
export const takeNoteBack = (db: ViewerDb, viewer: SignedIn, { review, turn }: TheNote) =>
  takeProposalBack(db, viewer, noteOf(viewer, review), turn);

/** Proposes when to sit down, week by week. Throws as `propose` does. */
export const proposeTime = (db: ViewerDb, viewer: SignedIn, { weekday, at }: Omit<WeeklyTime, "timeZone">) =>
  propose(
    db,
    viewer,
    ofTheSpace(viewer, "review_time"),
    JSON.stringify({ weekday, at, timeZone: viewer.timeZone } satisfies WeeklyTime),
  );

/** Agrees to the time as it was read. Throws `proposal_gone`. */
export const agreeToTime = (db: ViewerDb, viewer: SignedIn, turn: string) =>
  agreeTo(db, viewer, ofTheSpace(viewer, "review_time"), turn);

/** Takes back the time one proposed. Throws `proposal_gone`. */
export const takeTimeBack = (db: ViewerDb, viewer: SignedIn, turn: string) =>
  takeProposalBack(db, viewer, ofTheSpace(viewer, "review_time"), turn);
