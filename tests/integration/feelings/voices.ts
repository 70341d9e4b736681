import { randomUUID } from "node:crypto";
import type { EntryKind } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import type { EntryView } from "@/lib/entries/rules";
import * as command from "@/lib/feelings/commands";
import * as query from "@/lib/feelings/queries";
import type { HeardInput, ReplyInput, ShareInput } from "@/lib/feelings/schema";
import { mineEverywhere, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry } from "@/lib/visibility/commands";
import type { Shown } from "@/lib/visibility/rules";
import { day, type Person } from "@/tests/support/people";

export const today = "2026-03-10";
export const tomorrow = "2026-03-11";

type Says = Partial<Omit<ShareInput, "texts">> & Partial<ShareInput["texts"]>;

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

export async function saysHeard(person: Person, to: string, says: Partial<HeardInput> = {}): Promise<string> {
  const nothing = { before: null, understood: null, accepted: null, cared_for: null, would_help: "" };
  const input = { ...nothing, entry: randomUUID(), shown: "only_me" as const, ...says, to };
  await asViewer(person.viewer, (db) => command.sayHeard(db, person.at(today), input));
  return input.entry;
}

export const shows = (person: Person, entry: string, shown: Shown) =>
  asViewer(person.viewer, (db) => showEntry(db, person.viewer, entry, shown, day(today)));

export const feelingsOf = (person: Person) =>
  asViewer(person.viewer, (db) => query.shownFeelings(db, person.viewer));

export const reads = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => query.conversationOf(db, person.viewer, id));

/** The notes of the replies somebody reads under a feeling, in their order; null for a time that was asked for. */
export const notesRead = async (person: Person, id: string) =>
  (await reads(person, id))?.exchanges.map(({ reply }) => reply.texts.note ?? null);

/** Everything somebody wrote, in any space. */
export const ownOf = (person: Person): Promise<EntryView[]> => listed(person, mineEverywhere);

/** Everything somebody finds on the timeline of their present space. */
export const timelineOf = (person: Person): Promise<EntryView[]> => listed(person, timelineFor);

async function listed(person: Person, query: typeof mineEverywhere): Promise<EntryView[]> {
  const page = await asViewer(person.viewer, (db) => query(db, person.viewer, timelineSearch.parse({})));
  return page.days.flatMap(({ entries }) => entries);
}

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

/**
 * Sends many forms at once and answers what was refused and why. Whom the server is too busy for may send again, and
 * is not counted here.
 */
export async function allAtOnce(sends: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const sent = await Promise.allSettled(sends.map((send) => send()));
  return sent
    .flatMap((one) => (one.status === "rejected" ? [one.reason.reason ?? one.reason.code] : []))
    .filter((why) => why !== "P2028");
}
