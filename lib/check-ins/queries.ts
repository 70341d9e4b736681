import "server-only";
import { createHash } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { asText, contentFrom } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { CheckIn, Entry, EntryWords } from "@/lib/db/generated/client";
import type { EntryKind } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { groupBy } from "@/lib/group-by";
import { prefersNoJointPrompts } from "@/lib/safety/queries";
import { type Day, fromColumn, toColumn } from "@/lib/time/day";
import { startingPoint } from "@/lib/visibility/queries";
import type { Shown } from "@/lib/visibility/rules";
import { shownBy } from "@/lib/visibility/rules";

/** An earlier version that the partner could read, and the day a later one took its place. */
export type Earlier = { readonly key: string; readonly until: Day; readonly content: Content };

/** An entry as the viewer may read it: theirs whole, their partner's as far as it is shown. */
export type EntryView = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly mine: boolean;
  /** Written in the space the viewer is in now; elsewhere it can only be read, copied and deleted. */
  readonly here: boolean;
  readonly day: Day;
  readonly filledInLater: boolean;
  readonly shown: Shown;
  readonly content: Content;
  readonly earlier: readonly Earlier[];
};

/** An entry to be changed, and the name of what it says now. */
export type OwnEntry = EntryView & { readonly basis: string };

/** The details and words of some entries: two statements, however many entries. */
export async function withContent(
  db: ViewerDb,
  viewer: Viewer,
  entries: readonly Entry[],
): Promise<EntryView[]> {
  if (entries.length === 0) return [];
  const theirs = {
    coupleId: { in: [...new Set(entries.map((entry) => entry.coupleId))] },
    authorId: { in: [...new Set(entries.map((entry) => entry.authorId))] },
    entryId: { in: entries.map((entry) => entry.id) },
  };
  const checkIns = groupByEntry(await db.checkIn.findMany({ where: theirs }));
  const words = groupByEntry(await db.entryWords.findMany({ where: theirs }));
  return entries.map((entry) =>
    view(viewer, entry, checkIns.get(keyOf(entry)) ?? [], words.get(keyOf(entry)) ?? []),
  );
}

const keyOf = (of: { authorId: string; id: string }) => `${of.authorId}/${of.id}`;

function groupByEntry<T extends { authorId: string; entryId: string }>(rows: T[]): Map<string, T[]> {
  return groupBy(rows, (row) => keyOf({ authorId: row.authorId, id: row.entryId }));
}

function view(viewer: Viewer, entry: Entry, checkIns: CheckIn[], words: EntryWords[]): EntryView {
  const standing = words.filter((row) => row.supersededOn === null);
  return {
    id: entry.id,
    kind: entry.kind,
    mine: entry.authorId === viewer.id,
    here: entry.coupleId === viewer.coupleId,
    day: fromColumn(entry.happenedOn),
    filledInLater: entry.writtenOn > entry.happenedOn,
    shown: shownBy({
      numbers: entry.audience,
      words:
        standing.length > 0 && standing.every((row) => row.audience === "partner") ? "partner" : "only_me",
    }),
    content: contentFrom(
      checkIns.find((row) => row.supersededOn === null),
      standing.map(opened),
    ),
    earlier: earlierVersions(checkIns, words),
  };
}

const opened = (row: EntryWords) => ({
  field: row.field,
  text: open(row.ciphertext, places.entryWords(row)),
});

/** What was shown and then changed, one change at a time, newest first. */
function earlierVersions(checkIns: CheckIn[], words: EntryWords[]): Earlier[] {
  const byField = groupBy(words, (row) => row.field);
  return [
    ...changes("numbers", checkIns, (row) => contentFrom(row, [])),
    ...[...byField].flatMap(([field, rows]) =>
      changes(field, rows, (row) => contentFrom(undefined, [opened(row)])),
    ),
  ].sort((a, b) => b.until.localeCompare(a.until) || b.key.localeCompare(a.key));
}

/** The superseded versions of one thing, without those that a later one says again to the letter: nothing had changed. */
function changes<T extends Version>(of: string, rows: T[], contentOf: (row: T) => Content): Earlier[] {
  // Most entries were never changed: their words are opened once, for what stands.
  if (rows.every(({ supersededOn }) => supersededOn === null)) return [];
  const inOrder = rows
    .toSorted((a, b) => a.version - b.version)
    .map((row) => ({ ...row, content: contentOf(row) }));
  return inOrder.flatMap(({ supersededOn, version, content }, at) => {
    const next = inOrder[at + 1]?.content;
    if (!supersededOn || (next && asText(next) === asText(content))) return [];
    return [{ key: `${of}/${version}`, until: fromColumn(supersededOn), content }];
  });
}

type Version = { readonly version: number; readonly supersededOn: Date | null };

/** The viewer's check-in of a day in their present space, or null. */
export async function checkInOn(db: ViewerDb, viewer: Viewer, day: Day): Promise<EntryView | null> {
  const entry = await db.entry.findFirst({
    where: { coupleId: viewer.coupleId, authorId: viewer.id, kind: "check_in", happenedOn: toColumn(day) },
  });
  return entry ? ((await withContent(db, viewer, [entry]))[0] ?? null) : null;
}

/** One entry of the viewer's own, or null: not theirs, hidden and never written are the same answer. */
export async function ownEntry(db: ViewerDb, viewer: Viewer, id: string): Promise<OwnEntry | null> {
  const row = await db.entry.findFirst({ where: { authorId: viewer.id, id } });
  const [entry] = row ? await withContent(db, viewer, [row]) : [];
  return entry ? { ...entry, basis: basisOf(entry.content) } : null;
}

/** A name for exactly this content, so that a second tab can tell that the text it started from has changed. */
export const basisOf = (content: Content): string =>
  createHash("sha256").update(asText(content)).digest("hex").slice(0, 32);

/** What the viewer had typed for a day and not yet sent: raw field values by name, or null. */
export async function draftFor(
  db: ViewerDb,
  viewer: Viewer,
  day: Day,
): Promise<Record<string, string[]> | null> {
  const key = { accountId: viewer.id, kind: "check_in" as const };
  const draft = await db.draft.findUnique({
    where: { accountId_kind_happenedOn: { ...key, happenedOn: toColumn(day) } },
  });
  return draft ? JSON.parse(open(draft.ciphertext, places.draft({ ...key, day }))) : null;
}

/** Everything the Today page shows: one's own check-in of the day or what is typed of it, and what the partner shows of theirs. */
export async function todayPage(db: ViewerDb, viewer: SignedIn, day: Day) {
  const { id, coupleId, partnerId } = viewer;
  const on = toColumn(day);
  const rows = await db.entry.findMany({ where: { coupleId, authorId: id, happenedOn: on } });
  // By who shares them, as on the timeline: a hidden one takes no time to pass.
  if (partnerId)
    rows.push(...(await db.entry.findMany({ where: { coupleId, sharedBy: partnerId, happenedOn: on } })));
  const entries = await withContent(db, viewer, rows);
  const own = entries.find(({ mine, kind }) => mine && kind === "check_in") ?? null;
  const partners = entries.filter(({ mine }) => !mine);
  if (own) return { own, partners, draft: null, startsShown: own.shown, asksToInvite: false };
  return {
    own,
    partners,
    draft: await draftFor(db, viewer, day),
    startsShown: await startingPoint(db, viewer, "check_in"),
    asksToInvite: !viewer.partnerId && !(await prefersNoJointPrompts(db, viewer)),
  };
}
