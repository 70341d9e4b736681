import "server-only";
import { linesOf } from "@/lib/acknowledgements/rules";
import type { SignedIn } from "@/lib/auth/gate";
import {
  namesOf,
  type Party,
  type Standing,
  type StepName,
  standingOf,
  type Taken,
} from "@/lib/commitments/rules";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { CommitmentTerms, CommitmentWords, Prisma, Commitment as Row } from "@/lib/db/generated/client";
import type { Area, CommitmentWordsField, Cost } from "@/lib/db/generated/enums";
import type { Reader, Viewer, ViewerDb } from "@/lib/db/viewer";
import { groupBy } from "@/lib/group-by";
import { type Day, fromColumn } from "@/lib/time/day";
import { fromRule } from "@/lib/time/recurrence";

/** A step as it is read: whose, what it was, and its words by what they are. */
export type StepView = Taken & {
  readonly mine: boolean;
  readonly name: StepName;
  readonly texts: Readonly<Partial<Record<CommitmentWordsField, string>>>;
};

export type CommitmentView = {
  readonly id: string;
  readonly coupleId: string;
  /** Whether the promise is the viewer's own. */
  readonly mine: boolean;
  /** Of the present space; what an earlier one left is read and never changed. */
  readonly here: boolean;
  readonly area: Area;
  readonly cost: Cost;
  /** The newest step. */
  readonly turn: number;
  readonly standing: Standing;
  readonly steps: readonly StepView[];
  /** The step whose terms and words hold, will next, or did last. */
  readonly holds: StepView;
  /** The step that was agreed on last, which may be still to come; null where none was. */
  readonly agreed: StepView | null;
  /** What both agreed on that it is part of, by its id. */
  readonly partOf: string | null;
};

/** Which of the two a person is in a commitment. */
export const partyOf = (mine: boolean): Party => (mine ? "doer" : "partner");

/** Commitments the viewer may read, with their steps: a statement for each table, however many there are. */
export async function commitmentsAmong(
  db: ViewerDb,
  reader: Reader,
  where: Prisma.CommitmentWhereInput,
  today: Day,
): Promise<CommitmentView[]> {
  const rows = await db.commitment.findMany({ where, orderBy: { id: "asc" } });
  if (rows.length === 0) return [];
  const theirs = {
    coupleId: { in: [...new Set(rows.map(({ coupleId }) => coupleId))] },
    commitmentId: { in: rows.map(({ id }) => id) },
  };
  const inOrder = { where: theirs, orderBy: { turn: "asc" } } as const;
  const events = groupBy(await db.commitmentEvent.findMany(inOrder), keyOf);
  const terms = groupBy(await db.commitmentTerms.findMany(inOrder), keyOf);
  const words = groupBy(await db.commitmentWords.findMany(inOrder), keyOf);
  return rows.flatMap((row) => {
    const key = keyOf({ ...row, commitmentId: row.id });
    const steps = stepsOf(reader, row, events.get(key) ?? [], terms.get(key) ?? [], words.get(key) ?? []);
    const standing = standingOf(steps, today);
    const holds = steps.find(({ turn }) => turn === standing.termsOf);
    const agreed = steps.find(({ turn }) => turn === standing.agreedOf) ?? null;
    // Taken away between two statements.
    if (!holds?.terms) return [];
    const { id, coupleId, area, cost, turn, agreementId: partOf } = row;
    const mine = row.doerId === reader.id;
    const here = row.coupleId === reader.coupleId;
    return { id, coupleId, mine, here, area, cost, turn, standing, steps, holds, agreed, partOf };
  });
}

/** One commitment, of the present space or of an earlier one, or null. */
export async function commitmentNamed(
  db: ViewerDb,
  viewer: Viewer,
  id: string,
  today: Day,
): Promise<CommitmentView | null> {
  const [found] = await commitmentsAmong(db, viewer, { id }, today);
  return found ?? null;
}

const keyOf = (of: { coupleId: string; commitmentId: string }) => `${of.coupleId}/${of.commitmentId}`;

type Event = Prisma.CommitmentEventGetPayload<object>;

function stepsOf(
  reader: Reader,
  { doerId }: Row,
  events: readonly Event[],
  terms: readonly CommitmentTerms[],
  words: readonly CommitmentWords[],
): StepView[] {
  const taken = events.map((event) => {
    const of = terms.find(({ turn }) => turn === event.turn);
    const texts = Object.fromEntries(
      words
        .filter(({ turn }) => turn === event.turn)
        .map((row) => [row.field, open(row.ciphertext, places.mutualWords(row))]),
    ) as StepView["texts"];
    return {
      turn: event.turn,
      by: partyOf(event.authorId === doerId),
      mine: event.authorId === reader.id,
      step: event.step,
      on: fromColumn(event.happenedOn),
      terms: of ? termsOf(of) : null,
      returnsOn: event.returnsOn && fromColumn(event.returnsOn),
      texts,
      what: texts.what ?? "",
      why: texts.why ?? "",
    };
  });
  const names = namesOf(taken);
  return taken.map(({ what: _what, why: _why, ...step }, at) => ({ ...step, name: names[at] ?? "proposed" }));
}

const termsOf = (row: CommitmentTerms) => {
  const from = fromColumn(row.startsOn);
  return { often: fromRule(row, from), from, review: fromColumn(row.reviewOn) };
};

const MINE_TO_DO = { field: "note", entry: { kind: "mine_to_do" } } as const;
const WILL_DO = { field: "will_do", entry: { kind: "acknowledgement" } } as const;
const HOMEWORK = { field: "note", entry: { kind: "session_homework" } } as const;
/**
 * What a commitment can begin with, by whose it is to be: a promise in a reply, what an acknowledgement says one will do,
 * or what is one's own to do, or a request in a review; and homework of a session, which is anybody's.
 */
const BEGINS_WITH = {
  mine: { OR: [{ field: "promise" }, WILL_DO, MINE_TO_DO, HOMEWORK] },
  theirs: { OR: [{ field: "note", entry: { reviewParts: { some: { step: "request" } } } }, HOMEWORK] },
} as const satisfies Record<string, Prisma.EntryWordsWhereInput>;

/** The words in an entry of the viewer's own that a commitment begins with, of an acknowledgement one line; null where there are none. */
export async function wordsToBeginWith(
  db: ViewerDb,
  { id: authorId, coupleId }: SignedIn,
  whose: "mine" | "theirs",
  entryId: string,
  line = 1,
): Promise<string | null> {
  const row = await db.entryWords.findFirst({
    where: { coupleId, authorId, entryId, supersededOn: null, ...BEGINS_WITH[whose] },
  });
  const words = row && open(row.ciphertext, places.entryWords(row));
  return words && row.field === "will_do" ? (linesOf(words)[line - 1] ?? null) : words;
}

/** Whether an entry of the viewer's own says what one will do, in a reply or an acknowledgement, of which a commitment then came. */
export async function isPromise(
  db: ViewerDb,
  { id: authorId, coupleId }: Viewer,
  entryId: string,
): Promise<boolean> {
  const says: Prisma.EntryWordsWhereInput = { OR: [{ field: "promise" }, WILL_DO] };
  const of = { coupleId, authorId, entryId, supersededOn: null };
  return (await db.entryWords.count({ where: { ...of, ...says } })) > 0;
}

/** The page of what a commitment came from: the feeling that a promise answered, or an acknowledgement; null where there is none, or none to be read. */
export async function sourceOf(db: ViewerDb, { id, here }: CommitmentView, { coupleId }: Viewer) {
  const source = here && (await db.commitmentSource.findFirst({ where: { coupleId, commitmentId: id } }));
  if (!source) return null;
  const { authorId, entryId } = source;
  const key = { coupleId, authorId, entryId };
  if ((await db.acknowledgement.count({ where: key })) > 0)
    return { kind: "acknowledgement", id: entryId } as const;
  const reply = await db.reply.findFirst({ where: key });
  const feeling = reply && { coupleId, authorId: reply.toAuthorId, id: reply.toEntryId };
  return feeling && (await db.entry.count({ where: feeling })) > 0
    ? ({ kind: "feeling", id: feeling.id } as const)
    : null;
}

/** What became of promises in replies: the commitment, by the reply. Where nobody but its writer can read it, for them alone. */
export async function commitmentsFrom(
  db: ViewerDb,
  { coupleId }: Viewer,
  replies: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (replies.length === 0) return new Map();
  const rows = await db.commitmentSource.findMany({
    where: { coupleId, entryId: { in: [...replies] }, commitment: { coupleId } },
  });
  return new Map(rows.map(({ entryId, commitmentId }) => [entryId, commitmentId]));
}
