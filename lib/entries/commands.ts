import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { open, seal } from "@/lib/crypto/words";
import type { Audience, EntryKind, WordsField } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import type {
  AnnotationView,
  CareView,
  QuestionView,
  ReflectionView,
  StruggleView,
} from "@/lib/entries/rules";
import { Refusal } from "@/lib/errors";
import { type Day, dayIn, toColumn } from "@/lib/time/day";
import { audiencesOf, type Shown } from "@/lib/visibility/rules";

/** Who writes, and the day it is for them. */
export type Here = { readonly viewer: SignedIn; readonly today: Day };
export const hereAndNow = (viewer: SignedIn): Here => ({ viewer, today: dayIn(viewer.timeZone) });

/** What the rows a person writes in their present space have in common. */
export const own = (viewer: Viewer) => ({ coupleId: viewer.coupleId, authorId: viewer.id });

type NewEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly audience: Audience;
  /** The day it is about; today unless it is filled in later. */
  readonly about?: Day;
};

/** Makes an entry, or answers false where its form was sent before. */
export async function begin(
  db: ViewerDb,
  { viewer, today }: Here,
  { about = today, ...entry }: NewEntry,
): Promise<boolean> {
  const when = { happenedOn: toColumn(about), writtenOn: toColumn(today), timeZone: viewer.timeZone };
  const { count } = await db.entry.createMany({
    data: { ...own(viewer), ...entry, ...when },
    skipDuplicates: true,
  });
  return count === 1;
}

export type Written = Readonly<Partial<Record<WordsField, string>>>;

/** Seals what was written and puts it beside its entry. What is empty was not written. */
export async function writeWords(
  db: ViewerDb,
  viewer: Viewer,
  { entryId, audience, version = 1 }: { entryId: string; audience: Audience; version?: number },
  texts: Written,
): Promise<void> {
  const rows = Object.entries(texts).flatMap(([field, text]) => {
    if (!text) return [];
    const key = { ...own(viewer), entryId, field: field as WordsField, version };
    return [{ ...key, audience, ciphertext: seal(text, places.entryWords(key)) }];
  });
  if (rows.length > 0) await db.entryWords.createMany({ data: rows });
}

/** The same form with the same words, for the same eyes, is done; otherwise it is not what was sent. Throws `sent_already`. */
export async function refuseUnlessSent(
  db: ViewerDb,
  viewer: Viewer,
  { entryId, audience }: { entryId: string; audience: Audience },
  texts: Written,
): Promise<void> {
  const entry = await db.entry.findFirst({ where: { ...own(viewer), id: entryId } });
  const rows = await db.entryWords.findMany({ where: { ...own(viewer), entryId, supersededOn: null } });
  const sent = rows.map((row) => [row.field, open(row.ciphertext, places.entryWords(row))]).sort();
  const given = Object.entries(texts)
    .filter(([, text]) => text)
    .sort();
  if (entry?.audience !== audience || JSON.stringify(sent) !== JSON.stringify(given))
    throw new Refusal("sent_already");
}

type WordsAlone = {
  readonly entry: string;
  readonly kind:
    | CareView["kind"]
    | ReflectionView["kind"]
    | QuestionView["kind"]
    | StruggleView["kind"]
    | AnnotationView["kind"];
  /** The day it is about; today unless another is named. */
  readonly about?: Day;
  readonly note: string;
  readonly shown: Shown;
};
/** These say something by themselves. */
const wordless: readonly EntryKind[] = ["therapy", "anniversary", "hard_day"];

/**
 * Writes an entry that is words and nothing else, or a mark with or without some, for oneself or to be seen. Sent twice it is one.
 * Throws `nothing_written`, or `not_in_a_couple` where nobody could see it.
 */
export async function writeDown(
  db: ViewerDb,
  here: Here,
  { entry, kind, about = here.today, note, shown }: WordsAlone,
): Promise<void> {
  if (!note && !wordless.includes(kind)) throw new Refusal("nothing_written");
  const { words: audience } = audiencesOf(shown);
  if (audience === "partner" && !here.viewer.partnerId) throw new Refusal("not_in_a_couple");
  if (!(await begin(db, here, { id: entry, kind, audience, about })))
    return refuseUnlessSent(db, here.viewer, { entryId: entry, audience }, { note });
  await writeWords(db, here.viewer, { entryId: entry, audience }, { note });
}

/** Deletes one's own entry, wherever it was written. Nothing of it stays, and nothing tells that it was there. */
export async function deleteEntry(db: ViewerDb, viewer: Viewer, entryId: string): Promise<void> {
  const { count } = await db.entry.deleteMany({ where: { authorId: viewer.id, id: entryId } });
  if (count === 0) throw new Refusal("not_found");
}
