import "server-only";
import { type CommitmentView, commitmentsAmong } from "@/lib/commitments/queries";
import { unlessTakenBack } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { begin, type Here, own, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { answersIn, type SaidOfDay, saidAmong } from "@/lib/follow-through/queries";
import { whyNotOn } from "@/lib/follow-through/rules";
import {
  type AnswerInput,
  type FollowThroughInput,
  fieldsFor,
  type NoticeInput,
} from "@/lib/follow-through/schema";
import { type Day, toColumn } from "@/lib/time/day";

/** A day can be said anew so often; the policy holds to it too. */
const MOST_SAID = 20;

/**
 * Says how a day went, of one's own commitments: what was left open is left out, and what is said anew is added to what
 * was said before. Throws `day_ahead`, `nothing_said`, `said_otherwise`, `said_often`, `not_found`, or why nothing can be said of that day.
 */
export async function sayHowItWent(
  db: ViewerDb,
  here: Here,
  { day, answers }: FollowThroughInput,
): Promise<void> {
  if (day > here.today) throw new Refusal("day_ahead");
  if (answers.some(({ status, note, volunteered }) => (note || volunteered) && !status))
    throw new Refusal("nothing_said");
  const given = answers.filter(({ status }) => status !== null);
  if (given.length === 0) throw new Refusal("nothing_said");
  const { coupleId } = here.viewer;
  const ids = given.map(({ commitment }) => commitment);
  const commitments = await commitmentsAmong(db, here.viewer, { coupleId, id: { in: ids } }, here.today);
  const said = await saidAmong(db, commitments);
  for (const answer of given) {
    const commitment = commitments.find(({ id }) => id === answer.commitment);
    if (!commitment?.mine) throw new Refusal("not_found");
    await sayOf(db, here, { commitment, said: said.get(commitment.id) ?? [] }, day, answer);
  }
}

async function sayOf(
  db: ViewerDb,
  here: Here,
  { commitment, said }: { readonly commitment: CommitmentView; readonly said: readonly SaidOfDay[] },
  day: Day,
  answer: AnswerInput,
): Promise<void> {
  const { status, volunteered, said: seen, entry, note, shown } = answer;
  const closed = whyNotOn(commitment.standing.agreement, answersIn(said), day);
  if (closed) throw new Refusal(closed);

  const ofDay = (all: readonly SaidOfDay[] = []) => all.find((one) => one.day === day);
  const isSame = (one: SaidOfDay | undefined) => one?.status === status && one.volunteered === volunteered;
  const standing = ofDay(said);
  const same = isSame(standing);
  if (!same && timesSaid(standing) !== seen) throw saidOtherwise(commitment.id, standing);
  if (!same && seen >= MOST_SAID) throw new Refusal("said_often");
  if (!same && status) {
    const key = { ...own(here.viewer), commitmentId: commitment.id };
    const row = { ...key, day: toColumn(day), turn: seen + 1, status, volunteered };
    const { count } = await db.followThrough.createMany({
      data: { ...row, writtenOn: toColumn(here.today) },
      skipDuplicates: true,
    });
    // At the same moment something was said from another window, or this very form was sent twice.
    if (count === 0) {
      const now = ofDay((await saidAmong(db, [commitment])).get(commitment.id));
      if (!isSame(now)) throw saidOtherwise(commitment.id, now);
    }
  }
  if (note) await remark(db, here, { entry, commitment: commitment.id, day, note, shown, perceived: null });
}

/** Tells what was said meanwhile, and the count by which the same form can be sent knowing of it. */
const saidOtherwise = (commitment: string, now: SaidOfDay | undefined) =>
  new Refusal(
    "said_otherwise",
    { status: now?.status ?? "" },
    { [fieldsFor(commitment).said]: String(timesSaid(now)) },
  );

const timesSaid = (standing: SaidOfDay | undefined) => (standing ? standing.before.length + 1 : 0);

/**
 * Says that one noticed what the other did on a day, or that one did not feel it, for oneself or to be seen. Said anew it
 * takes the place of what was said before. Throws `not_found` where there is nothing to notice, or `said_meanwhile`.
 */
export async function noticeDay(db: ViewerDb, here: Here, input: NoticeInput): Promise<void> {
  const { commitment, day, before, entry } = input;
  const { coupleId, id: authorId } = here.viewer;
  const of = { coupleId, commitmentId: commitment, day: toColumn(day) };
  if ((await db.followThrough.count({ where: { ...of, authorId: { not: authorId } } })) === 0)
    throw new Refusal("not_found");
  const said = await db.commitmentRemark.findFirst({ where: { ...of, authorId, perceived: { not: null } } });
  if (said?.entryId !== entry) {
    // Another window has said something since this form was opened.
    if ((said?.entryId ?? null) !== before)
      throw new Refusal("said_meanwhile", {}, { before: said?.entryId ?? "" });
    if (said) await db.entry.deleteMany({ where: { ...own(here.viewer), id: said.entryId } });
  } else if (said.perceived !== input.perceived) throw new Refusal("sent_already");
  await remark(db, here, input);
}

type Remark = Pick<NoticeInput, "entry" | "commitment" | "day" | "note" | "shown"> & {
  readonly perceived: NoticeInput["perceived"] | null;
};

async function remark(
  db: ViewerDb,
  here: Here,
  { entry, commitment, day, note, shown, perceived }: Remark,
): Promise<void> {
  const audience = shown === "only_me" ? "only_me" : "partner";
  const kind = perceived ? "noticing" : "follow_through_note";
  // Where the other is ahead, their day may not have begun yet for whoever notices it.
  const about = day < here.today ? day : here.today;
  if (!(await begin(db, here, { id: entry, kind, audience, about })))
    return refuseUnlessSent(db, here.viewer, { entryId: entry, audience }, { note });
  const row = {
    ...own(here.viewer),
    entryId: entry,
    commitmentId: commitment,
    day: toColumn(day),
    perceived,
  };
  const { count } = await unlessTakenBack(
    db.commitmentRemark.createMany({ data: row, skipDuplicates: true }),
  );
  // Noticed at the same moment in another window.
  if (count === 0) throw new Refusal("said_meanwhile");
  await writeWords(db, here.viewer, { entryId: entry, audience }, { note });
}
