import { randomUUID } from "node:crypto";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/struggles/commands";
import { strugglesHere } from "@/lib/struggles/queries";
import { type ByStanding, rests, type Struggle } from "@/lib/struggles/rules";
import type { PartInput, StruggleInput, TheStruggle } from "@/lib/struggles/schema";
import type { Person } from "@/tests/support/people";
import { today } from "../voices";

type Whose = TheStruggle["whose"];

/** Names a struggle, on the list of both unless it says otherwise, and answers its entry's id. */
export async function names(person: Person, says: Partial<StruggleInput>, on = today): Promise<string> {
  const input = { entry: randomUUID(), note: "", shown: "numbers_and_words" as const, ...says };
  await asViewer(person.viewer, (db) => command.addStruggle(db, person.at(on), input));
  return input.entry;
}

/** Writes one's own part, shown unless it says otherwise, in a form opened just now; answers its entry's id. */
export async function writes(person: Person, to: string, says: Partial<PartInput> = {}): Promise<string> {
  const whose = says.whose ?? (await whoseIs(person, to));
  const before = (await find(person, to, whose))?.ownPart?.id ?? null;
  const shown = "numbers_and_words" as const;
  const input = { entry: randomUUID(), before, note: "", shown, ...says, to, whose };
  await asViewer(person.viewer, (db) => command.writeOwnPart(db, person.at(today), input));
  return input.entry;
}

export const letsRest = async (person: Person, to: string, by?: Whose) => {
  const whose = by ?? (await whoseIs(person, to));
  await asViewer(person.viewer, (db) => command.letRest(db, person.viewer, { to, whose }));
};

export const takesUp = async (person: Person, to: string, by?: Whose) => {
  const whose = by ?? (await whoseIs(person, to));
  await asViewer(person.viewer, (db) => command.takeUpAgain(db, person.viewer, { to, whose }));
};

/** What its form would say; theirs, where there is none to be read. */
const whoseIs = async (person: Person, to: string): Promise<Whose> =>
  (await find(person, to))?.struggle.mine ? "mine" : "theirs";

export const listOf = (person: Person) => asViewer(person.viewer, (db) => strugglesHere(db, person.viewer));

export const notesIn = async (person: Person, part: keyof ByStanding) =>
  (await listOf(person))[part].map(({ struggle }) => struggle.texts.note);

/** A struggle on somebody's page, wherever it stands there, or null. */
export async function find(person: Person, id: string, whose?: Whose): Promise<Struggle | null> {
  const { open, resting, kept } = await listOf(person);
  const all = [...open, ...resting, ...kept].filter(({ struggle }) => struggle.id === id);
  return all.find(({ struggle }) => !whose || struggle.mine === (whose === "mine")) ?? null;
}

/** What somebody reads of both parts: their own and the other's; null where there is none. */
export async function partsRead(person: Person, id: string) {
  const found = await find(person, id);
  return [found?.ownPart?.texts.note ?? null, found?.theirPart?.texts.note ?? null];
}

/** Whether it rests, as each of them finds it. */
export const restsFor = async (people: readonly Person[], id: string) => {
  const found = await Promise.all(people.map((person) => find(person, id)));
  return found.map((one) => one && rests(one.rest));
};

/** How many rows a person has written. */
export const rowsOf = ({ viewer }: Person) =>
  asViewer(viewer, async (db) => {
    const where = { authorId: viewer.id };
    return {
      entries: await db.entry.count({ where }),
      parts: await db.strugglePart.count({ where }),
      rests: await db.struggleRest.count({ where }),
      words: await db.entryWords.count({ where }),
    };
  });
