import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/space/commands";
import * as query from "@/lib/space/queries";
import { askForSpace, theWords } from "@/lib/space/schema";
import type { Person } from "@/tests/support/people";
import { today } from "../voices";

type Wanted = { readonly length: number } | { readonly until: string };
type Asked = { readonly entry?: string; readonly now?: Temporal.Instant };

/** Asks for space, at this moment unless it says otherwise, and answers the request's id. */
export async function asksForSpace(
  person: Person,
  wanted: Wanted = { length: 20 },
  { entry = randomUUID(), now = Temporal.Now.instant() }: Asked = {},
): Promise<string> {
  const input = askForSpace.parse({ entry, length: "until", ...wanted });
  await asViewer(person.viewer, (db) => command.askForSpace(db, person.at(today), input, now));
  return entry;
}

/** Asks for twenty minutes, so many minutes ago. */
export const askedForSpace = (person: Person, minutesAgo: number) =>
  asksForSpace(person, { length: 20 }, { now: Temporal.Now.instant().subtract({ minutes: minutesAgo }) });

export const comesBack = (person: Person, entry: string) =>
  asViewer(person.viewer, (db) => command.comeBack(db, person.viewer, entry));

export const spaceOf = (person: Person) => asViewer(person.viewer, (db) => query.spaceNow(db, person.viewer));

/** Proposes a sentence and answers the name it can be agreed to by. */
export async function proposes(person: Person, sentence: string): Promise<string> {
  await asViewer(person.viewer, (db) => command.proposeWords(db, person.viewer, sentence));
  return proposalRead(person);
}

/** The name of what is proposed, as the page carries it. */
export async function proposalRead(person: Person): Promise<string> {
  const { proposal } = await wordsOf(person);
  if (!proposal) throw new Error("nothing is proposed");
  return theWords.parse({ turn: proposal.turn }).turn;
}

export const agrees = (person: Person, turn: string) =>
  asViewer(person.viewer, (db) => command.agreeToWords(db, person.viewer, turn));

export const takesWordsBack = (person: Person, turn: string) =>
  asViewer(person.viewer, (db) => command.takeWordsBack(db, person.viewer, turn));

export const wordsOf = (person: Person) =>
  asViewer(person.viewer, (db) => query.chosenWords(db, person.viewer));
