import { randomUUID } from "node:crypto";
import type { EntryKind } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/feelings/commands";
import * as query from "@/lib/feelings/queries";
import type { HeardInput, ReplyInput, ShareInput } from "@/lib/feelings/schema";
import type { Person } from "@/tests/support/people";
import { today, tomorrow } from "../voices";

type Says = Partial<Omit<ShareInput, "texts">> & Partial<ShareInput["texts"]>;

/** A feeling with everything there is to one. */
export const hollow = {
  note: "the empty chair",
  own_feeling: "hollow",
  wish: "comfort",
  parts: [
    { feeling: "hurt", intensity: 8 },
    { feeling: "lonely", intensity: null },
  ],
} satisfies Says;

/** Shares a feeling and answers its entry's id. */
export async function shares(person: Person, says: Says = {}, on = today): Promise<string> {
  const { entry = randomUUID(), wish = "to_be_heard", parts = [], note = "", own_feeling = "" } = says;
  const input = { entry, wish, parts, texts: { note, own_feeling } };
  await asViewer(person.viewer, (db) => command.shareFeeling(db, person.at(on), input));
  return entry;
}

export async function sharesAgain(person: Person, of: string, on = tomorrow, entry: string = randomUUID()) {
  await asViewer(person.viewer, (db) => command.shareAgain(db, person.at(on), { entry, of }));
  return entry;
}

export async function replies(person: Person, to: string, says: Partial<ReplyInput> = {}): Promise<string> {
  const input = { entry: randomUUID(), note: "", promise: "", ...says, to };
  await asViewer(person.viewer, (db) => command.replyToFeeling(db, person.at(today), input));
  return input.entry;
}

export async function asksForTime(
  person: Person,
  to: string,
  until = "20:00",
  entry: string = randomUUID(),
): Promise<string> {
  await asViewer(person.viewer, (db) => command.askForTime(db, person.at(today), { entry, to, until }));
  return entry;
}

/** Says so in a window that was opened just now, unless `before` tells what stood there when it was. */
export async function saysHeard(person: Person, to: string, says: Partial<HeardInput> = {}): Promise<string> {
  const entry = says.entry ?? randomUUID();
  await asViewer(person.viewer, async (db) => {
    const standing = await db.feltHeard.findFirst({
      where: { authorId: person.viewer.id, toEntryId: to },
    });
    const nothing = { understood: null, accepted: null, cared_for: null, would_help: "" };
    const form = { before: standing?.entryId ?? null, shown: "only_me" as const };
    await command.sayHeard(db, person.at(today), { ...nothing, ...form, ...says, entry, to });
  });
  return entry;
}

export const feelingsOf = (person: Person) =>
  asViewer(person.viewer, (db) => query.shownFeelings(db, person.viewer));

export const reads = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => query.conversationOf(db, person.viewer, id));

/** The notes of the replies somebody reads under a feeling, in their order; null for a time that was asked for. */
export const notesRead = async (person: Person, id: string) =>
  (await reads(person, id))?.exchanges.map(({ reply }) => reply.texts.note ?? null);

/** How many rows of each kind of their own a person has, words included. */
export const rowsOf = ({ viewer }: Person) =>
  asViewer(viewer, async (db) => {
    const where = { authorId: viewer.id };
    const entries = (kind: EntryKind) => db.entry.count({ where: { ...where, kind } });
    return {
      feelings: [await entries("shared_feeling"), await db.sharedFeeling.count({ where })],
      replies: [await entries("reply"), await db.reply.count({ where })],
      heard: [await entries("felt_heard"), await db.feltHeard.count({ where })],
      parts: await db.feelingPart.count({ where }),
      words: await db.entryWords.count({ where }),
    };
  });
