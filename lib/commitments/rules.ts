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
export type Agreement = {
  readonly stretches: readonly Stretch[];
  readonly pauses: readonly Span[];
  /** The day it was ended on. Nothing is asked of it any more; what was said of it before counts. */
  readonly endedOn: Day | null;
};

export type State = "offered" | "declined" | "active" | "paused" | "run_out" | "ended";
export type Standing = {
  readonly state: State;
  /** What waits for an answer, whose it is, and the step it was offered in. `late`: the days it was offered for are over. */
  readonly awaits: {
    readonly what: CommitmentOffer;
    readonly by: Party;
    readonly turn: number;
    readonly late: boolean;
  } | null;
  readonly pause: { readonly by: Party; readonly until: Day } | null;
  /** The step whose terms hold, will next, or did last; of one that was never accepted, those that were offered last. */
  readonly termsOf: number;
  /** The step whose terms were agreed on last, which may be still to come; null where none were. */
  readonly agreedOf: number | null;
  readonly agreement: Agreement;
};

/** Whether both have ever agreed on it, whatever became of it since. */
export const wasAgreed = ({ state }: Standing) => state !== "offered" && state !== "declined";

/** Where a commitment stands on a day, from its steps in their order. */
export function standingOf(steps: readonly Taken[], today: Day): Standing {
  const stretches: Stretch[] = [];
  const pauses: Pause[] = [];
  let offer: (Taken & { what: CommitmentOffer }) | null = null;
  let offered = 0;
  let accepted = false;
  let endedOn: Day | null = null;

  for (const taken of steps) {
    const { step, on } = taken;
    if (step === "offered") {
      offer = { ...taken, what: "terms" };
      // What the other has taken back cannot be read any more.
      if (taken.terms) offered = taken.turn;
    } else if (step === "ending_offered") offer = { ...taken, what: "ending" };
    else if (step === "paused" && taken.returnsOn)
      // The day that runs is not taken from whoever has kept it already: it rests from the next one.
      pauses.push({ since: on, from: addDays(on, 1), to: addDays(taken.returnsOn, -1), by: taken.by });
    else if (step === "resumed") cutShort(pauses, on);
    else if (step === "ended") endedOn = on;
    else {
      if (step === "accepted" && offer?.what === "ending") endedOn = on;
      if (step === "accepted") accepted = true;
      if (step === "accepted" && offer?.terms) begin(stretches, offer.terms, offer.turn, on);
      offer = null;
    }
  }
  if (endedOn) cutFrom(stretches, addDays(endedOn, 1));

  const last = stretches.at(-1);
  const pause = pauses.at(-1);
  const rests = pause && pause.since <= today && today <= pause.to;
  const state = stateOf();
  return {
    state,
    awaits:
      offer && !endedOn
        ? {
            what: offer.what,
            by: offer.by,
            turn: offer.turn,
            late: !!offer.terms && isLate(offer.terms, today),
          }
        : null,
    pause: pause && state === "paused" ? { by: pause.by, until: addDays(pause.to, 1) } : null,
    termsOf: (stretches.find(({ to }) => today <= to) ?? last)?.turn ?? offered,
    agreedOf: last?.turn ?? null,
    agreement: { stretches, pauses: pauses.map(({ from, to }) => ({ from, to })), endedOn },
  };

  function stateOf(): State {
    if (endedOn) return "ended";
    if (!accepted) return offer ? "offered" : "declined";
    if (!last || today > last.to) return "run_out";
    return rests ? "paused" : "active";
  }
}

/** Whether terms could ask for nothing any more, were they accepted on a day. */
const isLate = ({ often, review }: Terms, on: Day) => review < on || (often.kind === "once" && often.by < on);

/** New terms hold from the day they were accepted at the earliest: no past day is asked for anew. */
function begin(stretches: Stretch[], terms: Terms, turn: number, accepted: Day): void {
  const from = terms.from > accepted ? terms.from : accepted;
  if (from > terms.review) return;
  cutFrom(stretches, from);
  stretches.push({ terms, turn, from, to: terms.review });
}

/** Leaves of what was agreed the days before a day, also of what was still to come. */
function cutFrom(stretches: Stretch[], day: Day): void {
  const before = stretches.filter(({ from }) => from < day);
  const cut = before.map((stretch) => ({ ...stretch, to: earlier(stretch.to, addDays(day, -1)) }));
  stretches.splice(0, stretches.length, ...cut);
}

type Pause = Span & { readonly since: Day; readonly by: Party };

function cutShort(pauses: Pause[], on: Day): void {
  const pause = pauses.pop();
  if (pause && pause.from < on) pauses.push({ ...pause, to: earlier(pause.to, addDays(on, -1)) });
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
  if (who === "the_other") {
    if (!awaits || awaits.by === by) return awaits ? "own_offer" : "nothing_awaits";
    return step === "accepted" && awaits.late ? "offer_run_out" : null;
  }
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

/** The names of steps in their order. A change that leaves what is promised, why and how often as they were is a renewal. */
export function namesOf(steps: readonly Worded[]): StepName[] {
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

type Worded = Taken & { readonly what: string; readonly why: string };

function nameOfOffer(taken: Worded, standing: Worded | null, waiting: StepName | null): StepName {
  if (standing) return isRenewal(taken, standing) ? "renewal_offered" : "change_offered";
  if (waiting) return "amended";
  return taken.by === "doer" ? "proposed" : "requested";
}

const isRenewal = (taken: Worded, before: Worded) =>
  taken.what === before.what &&
  taken.why === before.why &&
  JSON.stringify(taken.terms?.often) === JSON.stringify(before.terms?.often);
