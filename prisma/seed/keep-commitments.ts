import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import {
  beginCommitment,
  offerTerms,
  pauseCommitment,
  renewCommitment,
  takeStep,
} from "@/lib/commitments/commands";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { noticeDay, sayHowItWent } from "@/lib/follow-through/commands";
import { groupBy } from "@/lib/group-by";
import { commitments, type Lived, type Offer, type Remark, type Step } from "@/prisma/seed/commitments";
import type { Who } from "@/prisma/seed/conversations";
import { daysAgo, on } from "@/prisma/seed/days";
import { oftenOf, type Said, saidOf } from "@/prisma/seed/said";

type Both = Readonly<Record<Who, SignedIn>>;
type Begun = Lived & { readonly id: string };

/** What both promised, step by step, and then how their days went. `promised` holds replies that promised something, by their days. */
export async function keepCommitments(both: Both, promised: ReadonlyMap<number, string>): Promise<void> {
  const begun: Begun[] = [];
  for (const lived of commitments) begun.push(await agree(both, lived, promised));
  for (const who of ["jonas", "maren"] as const)
    for (const form of formsOf(begun.filter(({ doer }) => doer === who))) await say(both[who], form);
  for (const lived of begun) await notice(both[lived.doer === "maren" ? "jonas" : "maren"], lived);
}

async function agree(both: Both, lived: Lived, promised: ReadonlyMap<number, string>): Promise<Begun> {
  const { doer, area, cost, promisedAgo, begun, steps } = lived;
  const { by, ago } = begun;
  const whose = by === doer ? "mine" : "theirs";
  const of = (promisedAgo !== undefined && promised.get(promisedAgo)) || null;
  const input = { entry: randomUUID(), whose, area, cost, of, ...wordsAndTerms(begun, ago) } as const;
  const id = await asViewer(both[by], (db) => beginCommitment(db, on(both[by], ago), input));
  for (const [at, step] of steps.entries()) {
    const seen = { commitment: id, turn: at + 1 };
    await asViewer(both[step.by], (db) => take(db, both[step.by], seen, step));
  }
  return { ...lived, id };
}

function take(
  db: ViewerDb,
  viewer: SignedIn,
  seen: { commitment: string; turn: number },
  step: Step,
): Promise<void> {
  const here = on(viewer, step.ago);
  if ("offers" in step) return offerTerms(db, here, { ...seen, ...wordsAndTerms(step.offers, step.ago) });
  if ("renewsUntil" in step) return renewCommitment(db, here, { ...seen, review: daysAgo(step.renewsUntil) });
  if ("pausesUntil" in step)
    return pauseCommitment(db, here, { ...seen, returns: daysAgo(step.pausesUntil) });
  if ("endsWith" in step)
    return takeStep(db, here, seen, { step: "ending_offered", texts: { closing_note: step.endsWith } });
  return takeStep(db, here, seen, { step: step.step });
}

const wordsAndTerms = ({ what, why = "", often, review }: Offer, ago: number) => {
  const terms = { often: oftenOf(often), from: daysAgo(ago), review: daysAgo(review) };
  return { what, why, terms };
};

type Answer = Said & { readonly commitment: string };

/** What one says of a day goes in one form, whatever it is of; in the order in which the forms were sent. */
function formsOf(begun: readonly Begun[]): Answer[][] {
  const answers = begun.flatMap((lived) => saidOf(lived).map((said) => ({ ...said, commitment: lived.id })));
  const forms = groupBy(answers, ({ ago, writtenAgo }) => `${ago}/${writtenAgo}`);
  return [...forms.values()].sort(([a], [b]) => (b?.writtenAgo ?? 0) - (a?.writtenAgo ?? 0));
}

async function say(viewer: SignedIn, form: readonly Answer[]): Promise<void> {
  const [{ ago, writtenAgo } = { ago: 0, writtenAgo: 0 }] = form;
  const answers = form.map(({ before, remark, ...answer }) => ({
    ...answer,
    said: before,
    entry: randomUUID(),
    ...wordsOf(remark),
  }));
  await asViewer(viewer, (db) => sayHowItWent(db, on(viewer, writtenAgo), { day: daysAgo(ago), answers }));
}

/** What was noticed of days on which something was said. */
async function notice(viewer: SignedIn, lived: Begun): Promise<void> {
  const { id: commitment, doer, remarks = [] } = lived;
  const said = new Set(saidOf(lived).map(({ ago }) => ago));
  for (const remark of remarks) {
    const { by, ago, writtenAgo = ago, felt = true } = remark;
    if (by === doer || !said.has(ago)) continue;
    const perceived = felt ? "noticed" : "not_felt";
    const of = { entry: randomUUID(), commitment, day: daysAgo(ago), before: null, perceived } as const;
    await asViewer(viewer, (db) => noticeDay(db, on(viewer, writtenAgo), { ...of, ...wordsOf(remark) }));
  }
}

const wordsOf = ({ note = "", kept }: Partial<Remark> = {}) => ({
  note,
  shown: kept ? ("only_me" as const) : ("numbers_and_words" as const),
});
