import "server-only";
import { createHash } from "node:crypto";
import { type Agreement, agreementsFrom } from "@/lib/agreements/rules";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { AgreedWords } from "@/lib/db/generated/client";
import type { AgreedOn } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { fromColumn } from "@/lib/time/day";

/** What two people say together: of a note the review it is of, of an agreement its own id, of all else their space. */
export type Subject = {
  readonly coupleId: string;
  readonly subject: AgreedOn;
  readonly aboutId: string;
};

export const ofTheSpace = ({ coupleId }: Viewer, subject: "space_sentence" | "review_time"): Subject => ({
  coupleId,
  subject,
  aboutId: coupleId,
});

export const noteOf = ({ coupleId }: Viewer, reviewId: string): Subject => ({
  coupleId,
  subject: "review_note",
  aboutId: reviewId,
});

export const agreementOf = ({ coupleId }: Viewer, id: string): Subject => ({
  coupleId,
  subject: "agreement",
  aboutId: id,
});

export type Chosen = {
  /** What holds: the newest that both agreed on, or null. */
  readonly agreed: string | null;
  /** What one of them proposes in its place, while the other has not agreed. */
  readonly proposal: { readonly turn: string; readonly mine: boolean; readonly text: string } | null;
};

/** What holds of a subject, and what is proposed in its place. */
export async function chosenOn(db: ViewerDb, { id }: Viewer, subject: Subject): Promise<Chosen> {
  const newest = await db.agreedWords.findFirst({ where: subject, orderBy: { turn: "desc" } });
  const agreed = newest?.agreed
    ? newest
    : await db.agreedWords.findFirst({ where: { ...subject, agreed: true }, orderBy: { turn: "desc" } });
  return {
    agreed: agreed && opened(agreed),
    proposal:
      newest && !newest.agreed
        ? { turn: nameOf(newest), mine: newest.authorId === id, text: opened(newest) }
        : null,
  };
}

/** The notes that both agreed on, by the review: one statement, however many there are. */
export async function agreedNotes(db: ViewerDb, { coupleId }: Viewer): Promise<ReadonlyMap<string, string>> {
  const rows = await db.agreedWords.findMany({
    where: { coupleId, subject: "review_note", agreed: true },
    orderBy: { turn: "asc" },
  });
  // Of one review the newest comes last, and stays.
  return new Map(rows.map((row) => [row.aboutId, opened(row)]));
}

/** What holds between the two of the present space, what is proposed, and what held before. */
export async function agreementsHere(db: ViewerDb, { id, coupleId }: Viewer): Promise<Agreement[]> {
  const rows = await db.agreedWords.findMany({
    where: { coupleId, subject: "agreement" },
    orderBy: [{ aboutId: "asc" }, { turn: "asc" }],
  });
  return agreementsFrom(
    rows.map((row) => ({
      about: row.aboutId,
      name: nameOf(row),
      mine: row.authorId === id,
      text: opened(row),
      agreed: row.agreed,
      on: row.agreedOn && fromColumn(row.agreedOn),
    })),
  );
}

/** What holds between the two, as it reads now. */
export async function holding(db: ViewerDb, viewer: Viewer): Promise<{ id: string; text: string }[]> {
  return (await agreementsHere(db, viewer)).flatMap(({ id, holds }) =>
    holds ? { id, text: holds.text } : [],
  );
}

export async function isAgreedOn(db: ViewerDb, viewer: Viewer, id: string): Promise<boolean> {
  return (await db.agreedWords.count({ where: { ...agreementOf(viewer, id), agreed: true } })) > 0;
}

/** Words by the name they were read under, or null where others stand in their place by now. */
export async function wordsNamed(db: ViewerDb, subject: Subject, name: string): Promise<AgreedWords | null> {
  const words = await db.agreedWords.findMany({ where: subject });
  return words.find((row) => nameOf(row) === name) ?? null;
}

/** A turn is taken anew when a proposal is replaced, so it is named with what it says: nobody agrees to words they have not read. */
const nameOf = (row: AgreedWords) =>
  `${row.turn}-${createHash("sha256").update(opened(row)).digest("hex").slice(0, 32)}`;

const opened = (row: AgreedWords) => open(row.ciphertext, places.agreedWords(row));
