import { randomUUID } from "node:crypto";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/questions/commands";
import * as query from "@/lib/questions/queries";
import type { AnswerInput, QuestionInput } from "@/lib/questions/schema";
import type { Person } from "@/tests/support/people";
import { today } from "../voices";

/** Puts a question in the box, asked unless it says otherwise, and answers its entry's id. */
export async function asks(person: Person, says: Partial<QuestionInput>, on = today): Promise<string> {
  const input = { entry: randomUUID(), note: "", shown: "numbers_and_words" as const, ...says };
  await asViewer(person.viewer, (db) => command.askQuestion(db, person.at(on), input));
  return input.entry;
}

/** Asks what was kept, and answers the id it is asked under. */
export async function asksAfterAll(person: Person, of: string, on = today): Promise<string> {
  const entry = randomUUID();
  await asViewer(person.viewer, (db) => command.askKept(db, person.at(on), { entry, of }));
  return entry;
}

export const keeps = (person: Person, note: string) => asks(person, { note, shown: "only_me" });

/** Answers a question, in words unless it says otherwise, and answers the answer's id. */
export async function answers(person: Person, to: string, says: Partial<AnswerInput> = {}): Promise<string> {
  const input = { entry: randomUUID(), standing: "answered" as const, note: "", ...says, to };
  await asViewer(person.viewer, (db) => command.answerQuestion(db, person.at(today), input));
  return input.entry;
}

export const boxOf = (person: Person) =>
  asViewer(person.viewer, (db) => query.questionBox(db, person.viewer));

export const reads = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => query.questionPage(db, person.viewer, id));

/** The notes of the answers somebody reads under a question, in their order; null for one without words. */
export const answersRead = async (person: Person, id: string) =>
  (await reads(person, id))?.answers.map(({ texts }) => texts.note ?? null);

/** How a question stands in the box of each: what both find, or an error where they do not find the same. */
export async function standsForBoth(people: readonly Person[], id: string) {
  const found = await Promise.all(people.map((person) => standsFor(person, id)));
  if (new Set(found).size > 1) throw new Error(`not the same for both: ${found.join(" and ")}`);
  return found[0];
}

/** "open", or the standing it was settled with, in the words of the box; null where it is not asked. */
async function standsFor(person: Person, id: string) {
  const { open, answered } = await boxOf(person);
  const isIt = ({ question }: query.Question) => question.id === id;
  const one = [...open, ...answered].find(isIt);
  if (!one) return null;
  return `${open.some(isIt) ? "open" : "settled"}: ${one.standing ?? "no answer"}`;
}

/** How many rows a person has written: answers and everything. */
export const rowsOf = ({ viewer }: Person) =>
  asViewer(viewer, async (db) => {
    const where = { authorId: viewer.id };
    return {
      entries: await db.entry.count({ where }),
      answers: await db.questionAnswer.count({ where }),
      words: await db.entryWords.count({ where }),
    };
  });
