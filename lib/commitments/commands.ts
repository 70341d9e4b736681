import "server-only";
import { createHash } from "node:crypto";
import { isAgreedOn } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { type CommitmentView, commitmentNamed, isPromise, partyOf } from "@/lib/commitments/queries";
import { isReview, LONGEST, refusalOf, type Terms } from "@/lib/commitments/rules";
import type { BeginInput, OfferInput, Seen } from "@/lib/commitments/schema";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { CommitmentStep, CommitmentWordsField } from "@/lib/db/generated/enums";
import { unlessTakenBack } from "@/lib/db/refused";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { type Here, own } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { addDays, type Day, toColumn } from "@/lib/time/day";
import { toRule } from "@/lib/time/recurrence";

type Texts = Readonly<Partial<Record<CommitmentWordsField, string>>>;
type Beginning = Omit<BeginInput, "space" | "agreement"> & {
  readonly form?: string | undefined;
  readonly agreement?: string | null;
};
type Step = {
  readonly step: CommitmentStep;
  readonly terms?: Terms;
  readonly texts?: Texts;
  readonly returnsOn?: Day;
};

/**
 * Proposes what one will do oneself, or requests it of the other, and answers its id; it waits for the other's answer. Sent
 * twice it is one.
 * Throws `not_in_a_couple`, `nothing_written`, `review_range`, `by_passed`, `agreement_gone`, or `sent_already`.
 */
export async function beginCommitment(
  db: ViewerDb,
  here: Here,
  { form, agreement = null, ...input }: Beginning,
): Promise<string> {
  const { viewer } = here;
  const { entry, whose, area, cost, of, what, why, terms } = input;
  const id = commitmentIdOf(viewer, entry);
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  refuseUnlessSound(what, terms, here);
  if (agreement && !(await isAgreedOn(db, viewer, agreement))) throw new Refusal("agreement_gone");
  // Another beginning may be kept meanwhile, and this was not made from it.
  if (form) await discardDraft(db, viewer, form);
  const doerId = whose === "mine" ? viewer.id : viewer.partnerId;
  const { count } = await db.commitment.createMany({
    data: { ...own(viewer), id, doerId, area, cost, writerId: viewer.id, agreementId: agreement },
    skipDuplicates: true,
  });
  const step = { step: "offered", terms, texts: { what, why } } as const;
  if (count === 0) {
    const sent = await commitmentNamed(db, viewer, id, here.today);
    if (sent?.mine === (whose === "mine") && wasTaken(sent, 0, step)) return id;
    throw new Refusal("sent_already");
  }
  await take(db, here, id, 1, step);
  if (of && whose === "mine" && (await isPromise(db, viewer, of)))
    await db.commitmentSource.createMany({ data: { ...own(viewer), commitmentId: id, entryId: of } });
  return id;
}

/**
 * The id of what a form begins, made of who sends it: beginning with the id of somebody else's tells nothing of that one.
 * A UUID of version 8 (RFC 9562, 5.8).
 */
export function commitmentIdOf({ coupleId, id }: Viewer, entry: string): string {
  const hex = createHash("sha256").update(`${coupleId}/${id}/${entry}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Offers other terms: in answer to an offer, in place of one's own, or as a change of what was agreed.
 * Throws what `takeStep` throws, `nothing_written`, `review_range` or `by_passed`.
 */
export async function offerTerms(db: ViewerDb, here: Here, input: OfferInput): Promise<void> {
  const { what, why, terms } = input;
  refuseUnlessSound(what, terms, here);
  const commitment = await commitmentNamed(db, here.viewer, input.commitment, here.today);
  if (!commitment?.here) throw new Refusal("taken_back");
  await stepOn(db, here, commitment, input.turn, { step: "offered", terms, texts: { what, why } });
  await discardDraft(db, here.viewer, draftOf.commitmentChange(input.commitment));
}

/** Offers to go on as before until another day of review; it holds from the day the other agrees. Throws as `offerTerms`. */
export async function renewCommitment(
  db: ViewerDb,
  here: Here,
  { commitment: id, turn, review }: Seen & { review: Day },
): Promise<void> {
  const commitment = await commitmentHere(db, here, id);
  const { terms: before, texts } = commitment.agreed ?? commitment.holds;
  if (!before) throw new Refusal("review_range");
  const { what = "", why = "" } = texts;
  const terms = { ...before, from: later(before.from, here.today), review };
  refuseUnlessSound(what, terms, here);
  await stepOn(db, here, commitment, turn, { step: "offered", terms, texts: { what, why } });
}

/** Rests it from the next day until a day of one's own; on that day it goes on. Throws as `takeStep`, or `return_day`. */
export async function pauseCommitment(
  db: ViewerDb,
  here: Here,
  { commitment: id, turn, returns }: Seen & { returns: Day },
): Promise<void> {
  const commitment = await commitmentHere(db, here, id);
  const review = commitment.agreed?.terms?.review ?? here.today;
  if (returns <= addDays(here.today, 1) || returns > review) throw new Refusal("return_day");
  await stepOn(db, here, commitment, turn, { step: "paused", returnsOn: returns });
}

/**
 * Takes the next step of a commitment, as it was when its reader saw it. Sent twice it is one.
 * Throws `not_found`, `stepped_meanwhile` where another step came between, or why this one is not open.
 */
export async function takeStep(
  db: ViewerDb,
  here: Here,
  { commitment, turn }: Seen,
  step: Step,
): Promise<void> {
  await stepOn(db, here, await commitmentHere(db, here, commitment), turn, step);
}

async function stepOn(
  db: ViewerDb,
  here: Here,
  commitment: CommitmentView,
  turn: number,
  step: Step,
): Promise<void> {
  const { id } = commitment;
  if (commitment.turn !== turn) {
    if (wasTaken(commitment, turn, step)) return;
    throw steppedMeanwhile(commitment, here.viewer);
  }
  const closed = refusalOf(commitment.standing, partyOf(commitment.mine), step.step);
  if (closed) throw new Refusal(closed, { name: here.viewer.partnerName ?? "" });
  if (isGone(commitment, step)) return takeBack(db, id);
  await take(db, here, id, turn + 1, step);
}

/** Nothing of it stays. What was accepted is not within reach of this, and Postgres sees to it. */
async function takeBack(db: ViewerDb, id: string): Promise<void> {
  const { count } = await db.commitment.deleteMany({ where: { id } });
  if (count === 0) throw new Refusal("not_found");
}

/** What only its writer has said anything of is not a record yet: taken back, it is as if it had not been written. */
const isGone = ({ standing, steps }: CommitmentView, { step }: Step) =>
  step === "withdrawn" && standing.state === "offered" && steps[0]?.mine === true;

/** Puts away what the other did not take up, or what was never agreed on in an earlier space. Throws `not_found`. */
export async function putAway(db: ViewerDb, { viewer, today }: Here, id: string): Promise<void> {
  const commitment = await commitmentNamed(db, viewer, id, today);
  const waits = commitment?.here && commitment.standing.state !== "declined";
  if (!commitment || waits) throw new Refusal("not_found");
  await takeBack(db, id);
}

async function commitmentHere(db: ViewerDb, { viewer, today }: Here, id: string): Promise<CommitmentView> {
  const commitment = await commitmentNamed(db, viewer, id, today);
  if (!commitment?.here || !viewer.partnerId) throw new Refusal("not_found");
  return commitment;
}

/** Of two steps at once Postgres takes one: where it was not this one, nothing was written (prisma/policies/85-commitments.sql). */
async function take(db: ViewerDb, here: Here, commitmentId: string, turn: number, step: Step): Promise<void> {
  const { viewer, today } = here;
  const key = { ...own(viewer), commitmentId, turn };
  const event = { ...key, step: step.step, happenedOn: toColumn(today) };
  const returnsOn = step.returnsOn ? toColumn(step.returnsOn) : null;
  const { count } = await unlessTakenBack(
    db.commitmentEvent.createMany({ data: { ...event, returnsOn }, skipDuplicates: true }),
  );
  if (count === 0) throw steppedMeanwhile(await commitmentHere(db, here, commitmentId), viewer);
  if (step.terms) {
    const { often, from, review } = step.terms;
    const days = { startsOn: toColumn(from), reviewOn: toColumn(review) };
    await db.commitmentTerms.createMany({ data: { ...key, ...toRule(often), ...days } });
  }
  const words = Object.entries(step.texts ?? {}).flatMap(([name, text]) => {
    if (!text) return [];
    const field = name as CommitmentWordsField;
    return [{ ...key, field, ciphertext: seal(text, places.mutualWords({ ...key, field })) }];
  });
  if (words.length > 0) await db.commitmentWords.createMany({ data: words });
}

/** Whether exactly this step of the viewer's was the one taken after `turn`: their form was sent twice. */
function wasTaken(
  commitment: CommitmentView,
  turn: number,
  { step, terms, texts, returnsOn }: Step,
): boolean {
  const taken = commitment.steps.find((one) => one.turn === turn + 1);
  if (!taken?.mine || taken.step !== step) return false;
  const given = Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text));
  return (
    JSON.stringify([taken.terms, taken.returnsOn, sorted(taken.texts)]) ===
    JSON.stringify([terms ?? null, returnsOn ?? null, sorted(given)])
  );
}

const sorted = (texts: Texts) => Object.entries(texts).sort();

/** Tells what came between, and the turn by which the same form can be sent knowing of it. */
function steppedMeanwhile({ steps, turn }: CommitmentView, { partnerName }: SignedIn): Refusal {
  const last = steps.at(-1);
  const told = { mine: String(last?.mine ?? false), name: partnerName ?? "", step: last?.name ?? "amended" };
  return new Refusal("stepped_meanwhile", told, { turn: String(turn) });
}

/**
 * The words are there, the day of review is one that both can still live to see together, at most ninety days away, and what
 * is to be done by a day can still be done by then.
 */
function refuseUnlessSound(what: string, { often, from, review }: Terms, { today }: Here): void {
  if (!what) throw new Refusal("nothing_written");
  const first = later(from, today);
  if (!isReview(first, review) || first > addDays(today, LONGEST)) throw new Refusal("review_range");
  if (often.kind === "once" && (often.by < first || often.by > review)) throw new Refusal("by_passed");
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
