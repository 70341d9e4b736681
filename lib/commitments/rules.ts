import type { CommitmentOffer, CommitmentStep } from "@/lib/db/generated/enums";
import type { Reason } from "@/lib/errors";
import { addDays, type Day } from "@/lib/time/day";
import type { Often } from "@/lib/time/recurrence";

/** The longest a commitment runs before both look at it again, in days after its first. */
export const LONGEST = 90;
/** It is up for review for so many days beforehand. */
export const REVIEW_AHEAD = 7;

/** Whether a day of review is after the first day, and no further away than a commitment may run. */
export const isReview = (from: Day, review: Day) => review > from && review <= addDays(from, LONGEST);

/** How often, the first day, and the last: on that day it is looked at again, and it goes on only if both renew it. */
export type Terms = { readonly often: Often; readonly from: Day; readonly review: Day };

/** The two of a commitment: whose promise it is, and the one it is made to. */
export type Party = "doer" | "partner";

export type Taken = {
  readonly turn: number;
  readonly by: Party;
  readonly step: CommitmentStep;
  readonly on: Day;
  /** What was offered in this step. */
  readonly terms: Terms | null;
  /** Of a pause: the day on which it is over. */
  readonly returnsOn: Day | null;
};

/** Days on which some terms hold, both ends included. */
export type Stretch = { readonly terms: Terms; readonly turn: number; readonly from: Day; readonly to: Day };
type Span = { readonly from: Day; readonly to: Day };
/** What was agreed, by days: stretches in their order, none over another, and days on which nothing is asked. */
export type Agreement = { readonly stretches: readonly Stretch[]; readonly pauses: readonly Span[] };

export type State = "offered" | "declined" | "active" | "paused" | "run_out" | "ended";
export type Standing = {
  readonly state: State;
  /** What waits for an answer, whose it is, and the step it was offered in. */
  readonly awaits: { readonly what: CommitmentOffer; readonly by: Party; readonly turn: number } | null;
  readonly pause: { readonly by: Party; readonly until: Day } | null;
  /** The step whose terms hold, or did last; of one that was never accepted, those that were offered last. */
  readonly termsOf: number;
  readonly agreement: Agreement;
};

/** Where a commitment stands on a day, from its steps in their order. */
export function standingOf(steps: readonly Taken[], today: Day): Standing {
  const stretches: Stretch[] = [];
  const pauses: (Span & { by: Party })[] = [];
  let offer: (Taken & { what: CommitmentOffer }) | null = null;
  let offered = 0;
  let endedOn: Day | null = null;

  for (const taken of steps) {
    const { step, on } = taken;
    if (step === "offered") {
      offer = { ...taken, what: "terms" };
      // What the other has taken back cannot be read any more.
      if (taken.terms) offered = taken.turn;
    } else if (step === "ending_offered") offer = { ...taken, what: "ending" };
    else if (step === "paused" && taken.returnsOn)
      pauses.push({ from: on, to: addDays(taken.returnsOn, -1), by: taken.by });
    else if (step === "resumed") cutShort(pauses, on);
    else if (step === "ended") endedOn = on;
    else {
      if (step === "accepted" && offer?.what === "ending") endedOn = on;
      if (step === "accepted" && offer?.terms) begin(stretches, offer.terms, offer.turn, on);
      offer = null;
    }
  }
  if (endedOn) end(stretches, pauses, endedOn);

  const last = stretches.at(-1);
  const pause = pauses.at(-1);
  const paused = !endedOn && pause && pause.from <= today && today <= pause.to ? pause : null;
  return {
    state: endedOn
      ? "ended"
      : !last
        ? offer
          ? "offered"
          : "declined"
        : today > last.to
          ? "run_out"
          : paused
            ? "paused"
            : "active",
    awaits: offer && !endedOn ? { what: offer.what, by: offer.by, turn: offer.turn } : null,
    pause: paused && { by: paused.by, until: addDays(paused.to, 1) },
    termsOf: last?.turn ?? offered,
    agreement: { stretches, pauses: pauses.map(({ from, to }) => ({ from, to })) },
  };
}

/** New terms hold from the day they were accepted at the earliest: no past day is asked for anew. */
function begin(stretches: Stretch[], terms: Terms, turn: number, accepted: Day): void {
  const from = terms.from > accepted ? terms.from : accepted;
  const before = stretches.pop();
  if (before) stretches.push({ ...before, to: earlier(before.to, addDays(from, -1)) });
  stretches.push({ terms, turn, from, to: terms.review });
  dropEmpty(stretches);
}

/** On its last day nothing is asked any more; what was said of that day counts. */
function end(stretches: Stretch[], pauses: (Span & { by: Party })[], on: Day): void {
  for (const [at, stretch] of stretches.entries())
    stretches[at] = { ...stretch, to: earlier(stretch.to, on) };
  dropEmpty(stretches);
  pauses.push({ from: on, to: on, by: "doer" });
}

function cutShort(pauses: (Span & { by: Party })[], on: Day): void {
  const pause = pauses.pop();
  if (pause && pause.from < on) pauses.push({ ...pause, to: earlier(pause.to, addDays(on, -1)) });
}

function dropEmpty(spans: Span[]): void {
  for (let at = spans.length - 1; at >= 0; at--) {
    const span = spans[at];
    if (span && span.from > span.to) spans.splice(at, 1);
  }
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Who may take a step that is open: either, whoever did not make the offer that waits, whoever did, the doer, who paused. */
type Who = "either" | "the_other" | "who_offered" | "doer" | "who_paused";

const agreed = {
  offered: "either",
  accepted: "the_other",
  declined: "the_other",
  withdrawn: "who_offered",
  paused: "either",
  resumed: "not_paused",
  ending_offered: "either",
  ended: "doer",
} as const;
const unagreed = {
  paused: "not_agreed",
  resumed: "not_agreed",
  ending_offered: "not_agreed",
  ended: "not_agreed",
} as const;
const over = "commitment_ended";

/** Every step in every state: who may take it, or why nobody may. */
export const table: Record<State, Record<CommitmentStep, Who | Reason>> = {
  offered: {
    ...unagreed,
    offered: "either",
    accepted: "the_other",
    declined: "the_other",
    withdrawn: "who_offered",
  },
  declined: {
    ...unagreed,
    offered: "either",
    accepted: "nothing_awaits",
    declined: "nothing_awaits",
    withdrawn: "nothing_awaits",
  },
  active: agreed,
  paused: { ...agreed, paused: "paused_already", resumed: "who_paused" },
  run_out: { ...agreed, paused: "run_out" },
  ended: {
    offered: over,
    accepted: over,
    declined: over,
    withdrawn: over,
    paused: over,
    resumed: over,
    ending_offered: over,
    ended: over,
  },
};

/** Why one of the two may not take a step now, or null. */
export function refusalOf(
  { state, awaits, pause }: Standing,
  by: Party,
  step: CommitmentStep,
): Reason | null {
  const who = table[state][step];
  if (who === "either") return null;
  if (who === "doer") return by === "doer" ? null : "doer_only";
  if (who === "who_paused") return pause?.by === by ? null : "pauser_only";
  if (who === "the_other") return !awaits ? "nothing_awaits" : awaits.by === by ? "own_offer" : null;
  if (who === "who_offered") return !awaits ? "nothing_awaits" : awaits.by === by ? null : "others_offer";
  return who;
}

/** What a step was, by what stood before it. */
export type StepName =
  | "proposed"
  | "requested"
  | "amended"
  | "change_offered"
  | "renewal_offered"
  | "ending_offered"
  | "agreed"
  | "changed"
  | "renewed"
  | "ended_together"
  | "declined"
  | "stayed"
  | "withdrawn"
  | "paused"
  | "resumed"
  | "ended";

/** The names of steps in their order. A change that leaves what is promised and how often as they were is a renewal. */
export function namesOf(steps: readonly (Taken & { readonly what: string })[]): StepName[] {
  let standing: (typeof steps)[number] | null = null;
  let offer: { of: (typeof steps)[number]; named: StepName } | null = null;
  return steps.map((taken): StepName => {
    const { step } = taken;
    if (step === "offered") {
      const named = nameOfOffer(taken, standing, offer?.named ?? null);
      offer = { of: taken, named };
      return named;
    }
    if (step === "ending_offered") {
      offer = { of: taken, named: step };
      return step;
    }
    if (step === "paused" || step === "resumed" || step === "ended") return step;
    const answered: { of: (typeof steps)[number]; named: StepName } | null = offer;
    offer = null;
    if (step === "withdrawn") return step;
    if (step === "declined") return standing ? "stayed" : step;
    if (answered?.named === "ending_offered") return "ended_together";
    const before = standing;
    standing = answered?.of ?? standing;
    if (!before) return "agreed";
    return answered && isRenewal(answered.of, before) ? "renewed" : "changed";
  });
}

type Worded = Taken & { readonly what: string };

function nameOfOffer(taken: Worded, standing: Worded | null, waiting: StepName | null): StepName {
  if (standing) return isRenewal(taken, standing) ? "renewal_offered" : "change_offered";
  if (waiting) return "amended";
  return taken.by === "doer" ? "proposed" : "requested";
}

const isRenewal = (taken: Worded, before: Worded) =>
  taken.what === before.what && JSON.stringify(taken.terms?.often) === JSON.stringify(before.terms?.often);
