import { agreeTo, propose, takeProposalBack } from "@/lib/agreements/commands";
import { agreementOf, agreementsHere } from "@/lib/agreements/queries";
import { asViewer } from "@/lib/db/viewer";
import type { Person } from "@/tests/support/people";

export const here = ({ viewer }: Person) => asViewer(viewer, (db) => agreementsHere(db, viewer));
export const proposes = ({ viewer }: Person, id: string, text: string) =>
  asViewer(viewer, (db) => propose(db, viewer, agreementOf(viewer, id), text));
/** The name that what is proposed is read under. */
export const named = async (person: Person, id: string) =>
  (await here(person)).find((one) => one.id === id)?.proposal?.name ?? "";
export const agrees = ({ viewer }: Person, id: string, name: string) =>
  asViewer(viewer, (db) => agreeTo(db, viewer, agreementOf(viewer, id), name));
export const takesBack = ({ viewer }: Person, id: string, name: string) =>
  asViewer(viewer, (db) => takeProposalBack(db, viewer, agreementOf(viewer, id), name));

/** Has one propose words and the other agree to them. */
export async function agree(one: Person, other: Person, id: string, text: string): Promise<void> {
  await proposes(one, id, text);
  await agrees(other, id, await named(other, id));
}
