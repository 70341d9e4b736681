import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { noteCare } from "@/lib/care/commands";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { deleteEntry, type Here } from "@/lib/entries/commands";
import { replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { answerQuestion, askQuestion } from "@/lib/questions/commands";
import { askForSpace, comeBack } from "@/lib/space/commands";
import { showEntry } from "@/lib/visibility/commands";
import { day, type Person } from "@/tests/support/people";

const here = (person: Person): Here => person.at("2026-03-12");
type Shown = "only_me" | "numbers_and_words";

/** Writes something with an id of its own, and answers that id. */
async function writes(
  person: Person,
  work: (db: ViewerDb, here: Here, entry: string) => Promise<void>,
): Promise<string> {
  const entry = randomUUID();
  await asViewer(person.viewer, (db) => work(db, here(person), entry));
  return entry;
}

export const shares = (person: Person, note: string) =>
  writes(person, (db, here, entry) =>
    shareFeeling(db, here, { entry, wish: "comfort", parts: [], texts: { note, own_feeling: "" } }),
  );
export const answers = (person: Person, to: string, note: string) =>
  writes(person, (db, here, entry) => replyToFeeling(db, here, { entry, to, note, promise: "" }));
export const asks = (person: Person, note: string, shown: Shown) =>
  writes(person, (db, here, entry) => askQuestion(db, here, { entry, note, shown }));
export const answersQuestion = (person: Person, to: string, note: string) =>
  writes(person, (db, here, entry) => answerQuestion(db, here, { entry, to, standing: "answered", note }));
export const notesCare = (person: Person, note: string, shown: Shown) =>
  writes(person, (db, here, entry) => noteCare(db, here, { entry, kind: "caring_act", note, shown }));
export const asksForSpace = (person: Person, now?: Temporal.Instant) =>
  writes(person, (db, here, entry) => askForSpace(db, here, { entry, wanted: { length: 180 } }, now));
/** Space whose time has passed, from which nobody said to be back. */
export const askedForSpace = (person: Person) =>
  asksForSpace(person, Temporal.Now.instant().subtract({ hours: 10 }));
export const comesBack = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => comeBack(db, viewer, entry));
export const withdraws = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => showEntry(db, viewer, entry, "only_me", day("2026-03-12")));
export const deletes = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => deleteEntry(db, viewer, entry));

/** Whether one felt heard, in place of what was said before. */
export const keepsWhetherHeard = (person: Person, to: string, would_help: string) =>
  writes(person, async (db, here, entry) => {
    const before = await db.feltHeard.findFirst({ where: { authorId: person.viewer.id, toEntryId: to } });
    const said = { understood: "not_yet", accepted: null, cared_for: null, would_help } as const;
    await sayHeard(db, here, { entry, to, before: before?.entryId ?? null, ...said, shown: "only_me" });
  });
