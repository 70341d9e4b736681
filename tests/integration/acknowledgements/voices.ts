import { randomUUID } from "node:crypto";
import * as command from "@/lib/acknowledgements/commands";
import * as query from "@/lib/acknowledgements/queries";
import type { AcknowledgeInput, ReceiveInput } from "@/lib/acknowledgements/schema";
import { openAnnounced } from "@/lib/announcements/commands";
import { unopened, wayToTheOther } from "@/lib/announcements/queries";
import { asViewer } from "@/lib/db/viewer";
import type { Person } from "@/tests/support/people";
import { today } from "../voices";

export const words = {
  did: "I wrote to her for a year.",
  broke: "That we tell each other.",
  cost_you: "A year of your own memory.",
  regret: "",
  will_do: "I tell you before you ask.\nI keep Thursdays free.",
};

/** Takes responsibility on a form that was opened just now, unless it says otherwise, and answers its entry's id. */
export async function acknowledges(person: Person, says: Partial<AcknowledgeInput> = {}): Promise<string> {
  const way = await asViewer(person.viewer, wayToTheOther);
  const form = { entry: randomUUID(), after: null, agreement: null, way, given: "now" } as const;
  const input = { ...form, ...words, ...says };
  await asViewer(person.viewer, (db) => command.acknowledge(db, person.at(today), input));
  return input.entry;
}

/** Gives what was kept, and answers the id of what it is from then on. */
export async function gives(person: Person, kept: string, entry: string = randomUUID()): Promise<string> {
  const way = await asViewer(person.viewer, wayToTheOther);
  await asViewer(person.viewer, (db) => command.give(db, person.at(today), { entry, kept, way }));
  return entry;
}

export const opens = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => openAnnounced(db, person.at(today), { kind: "acknowledgement", id }));

export async function says(person: Person, to: string, how: Partial<ReceiveInput> = {}): Promise<string> {
  const form = { entry: randomUUID(), to, before: null, received: "complete", missing: "", shown: "only_me" };
  const input = { ...form, ...how } as ReceiveInput;
  await asViewer(person.viewer, (db) => command.receive(db, person.at(today), input));
  return input.entry;
}

export const reads = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => query.acknowledgementHere(db, person.viewer, id));

export const listed = async (person: Person) =>
  (await asViewer(person.viewer, (db) => query.statementsHere(db, person.viewer))).map(({ id }) => id);

export const announcedTo = async (person: Person) =>
  (await asViewer(person.viewer, (db) => unopened(db, person.viewer))).map(({ id }) => id);
