import { randomUUID } from "node:crypto";
import * as command from "@/lib/commitments/commands";
import { type CommitmentView, commitmentNamed } from "@/lib/commitments/queries";
import type { Terms } from "@/lib/commitments/rules";
import type { CommitmentStep } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import { day, type Person } from "@/tests/support/people";
import { today } from "../voices";

export const daily: Terms = { often: { kind: "daily" }, from: day(today), review: day("2026-04-10") };

type Offer = { readonly what?: string; readonly why?: string; readonly terms?: Terms; readonly on?: string };

/** Begins a commitment of one's own, or asks one of the other, and answers its id. */
export async function begins(
  person: Person,
  whose: "mine" | "theirs",
  { what = "I tell you when I am late.", why = "", terms = daily, on = today }: Offer = {},
  more: { readonly entry?: string; readonly of?: string; readonly agreement?: string } = {},
): Promise<string> {
  const { entry = randomUUID(), of = null, agreement = null } = more;
  const input = { entry, whose, area: "whereabouts", cost: "low", of, agreement, what, why, terms } as const;
  return asViewer(person.viewer, (db) => command.beginCommitment(db, person.at(on), input));
}

/** How a person reads a commitment on a day, or null. */
export const reads = (person: Person, id: string, on = today): Promise<CommitmentView | null> =>
  asViewer(person.viewer, (db) => commitmentNamed(db, person.viewer, id, day(on)));

/** The newest step, as the person's page carries it. */
export async function turnOf(person: Person, id: string): Promise<number> {
  const commitment = await reads(person, id);
  if (!commitment) throw new Error("it cannot be read");
  return commitment.turn;
}

type Plain = Extract<CommitmentStep, "accepted" | "declined" | "withdrawn" | "resumed" | "ended">;

/** Takes a step on what the page shows, or on the page of an earlier turn. */
export async function takes(
  person: Person,
  commitment: string,
  step: Plain,
  { turn, on = today }: { readonly turn?: number; readonly on?: string } = {},
): Promise<void> {
  const seen = { commitment, turn: turn ?? (await turnOf(person, commitment)) };
  await asViewer(person.viewer, (db) => command.takeStep(db, person.at(on), seen, { step }));
}

/** Offers other terms. */
export async function offers(
  person: Person,
  commitment: string,
  { what = "I tell you when I am late.", why = "", terms = daily, on = today }: Offer = {},
  turn?: number,
): Promise<void> {
  const seen = { commitment, turn: turn ?? (await turnOf(person, commitment)) };
  await asViewer(person.viewer, (db) => command.offerTerms(db, person.at(on), { ...seen, what, why, terms }));
}

export async function pauses(person: Person, commitment: string, returns: string, on = today): Promise<void> {
  const seen = { commitment, turn: await turnOf(person, commitment) };
  await asViewer(person.viewer, (db) =>
    command.pauseCommitment(db, person.at(on), { ...seen, returns: day(returns) }),
  );
}

export async function renews(person: Person, commitment: string, review: string, on: string): Promise<void> {
  const seen = { commitment, turn: await turnOf(person, commitment) };
  await asViewer(person.viewer, (db) =>
    command.renewCommitment(db, person.at(on), { ...seen, review: day(review) }),
  );
}

export async function offersEnding(person: Person, commitment: string, note = "", on = today): Promise<void> {
  const seen = { commitment, turn: await turnOf(person, commitment) };
  const step = { step: "ending_offered", texts: { closing_note: note } } as const;
  await asViewer(person.viewer, (db) => command.takeStep(db, person.at(on), seen, step));
}

export const putsAway = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => command.putAway(db, person.at(today), id));

/** A commitment of the first that the second has accepted. */
export async function agreedBetween(
  doer: Person,
  partner: Person,
  { on = today, ...offer }: Offer = {},
): Promise<string> {
  const id = await begins(doer, "mine", { ...offer, on });
  await takes(partner, id, "accepted", { on });
  return id;
}
