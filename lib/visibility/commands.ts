import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { own } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { type Day, toColumn } from "@/lib/time/day";
import {
  audiencesOf,
  type Choice,
  type Shown,
  type StartingKind,
  shownNow,
  UNTIL_SHOWN_AGAIN,
} from "@/lib/visibility/rules";

/** Sets what new entries of a kind start with. Entries already written stay as they are. */
export async function startWith(
  db: ViewerDb,
  viewer: Viewer,
  kind: StartingKind,
  shown: Shown,
): Promise<void> {
  const key = { ...own(viewer), kind };
  const audiences = audiencesOf(shown);
  await db.sharingDefault.upsert({
    where: { coupleId_authorId_kind: key },
    create: { ...key, ...audiences },
    update: audiences,
  });
}

/**
 * What is meant for the therapist's room, or is of a session of one's own, is shown to nobody here; an acknowledgement only
 * once it was given, so that it is announced; and what was said of one is said anew, on the day it is shown.
 */
const FOR_THE_OTHER = {
  kind: { not: "acknowledgement_answer" },
  OR: [{ kind: { not: "acknowledgement" } }, { announcements: { some: {} } }],
  announcements: { none: { way: "with_therapist" } },
  sessions: { none: { kind: "individual" } },
  sessionParts: { none: { kind: "individual" } },
} as const satisfies Prisma.EntryWhereInput;

/**
 * Shows or hides one entry of the viewer's, numbers and words apart. Hidden takes effect on the partner's next statement.
 * What was changed while it was hidden counts as changed on the day it is shown again.
 * Throws `not_found` for an entry that is not theirs, or is of an earlier space.
 */
export async function showEntry(
  db: ViewerDb,
  viewer: Viewer,
  entryId: string,
  choice: Choice,
  today: Day,
): Promise<void> {
  if ((await showAll(db, viewer, [entryId], choice, today)) === 0) throw new Refusal("not_found");
}

export type Listed = { readonly id: string; readonly was: Shown };

/**
 * Shows several entries alike: exactly those that were listed, as they were listed. Throws `list_changed` where one of them
 * is `now` shown otherwise; nothing is changed then.
 */
export async function showAlike(
  db: ViewerDb,
  viewer: Viewer,
  { listed, now }: { readonly listed: readonly Listed[]; readonly now: readonly Listed[] },
  shown: Shown,
  today: Day,
): Promise<void> {
  const standing = new Map(now.map(({ id, was }) => [id, was]));
  if (listed.some(({ id, was }) => standing.get(id) !== was)) throw new Refusal("list_changed");
  const ids = listed.map(({ id }) => id);
  if ((await showAll(db, viewer, ids, shown, today)) !== ids.length) throw new Refusal("list_changed");
}

/** Answers how many of the entries were the viewer's to show. */
async function showAll(
  db: ViewerDb,
  viewer: Viewer,
  ids: readonly string[],
  choice: Choice,
  today: Day,
): Promise<number> {
  const { numbers, words } = audiencesOf(shownNow(choice));
  const entry = { ...own(viewer), entryId: { in: [...ids] } };
  const { count } = await db.entry.updateMany({
    where: { ...own(viewer), id: { in: [...ids] }, ...(numbers === "partner" ? FOR_THE_OTHER : {}) },
    data: { audience: numbers },
  });
  if (count === 0) return count;
  await db.entryWords.updateMany({ where: entry, data: { audience: words } });

  const left = {
    where: { ...entry, supersededOn: toColumn(UNTIL_SHOWN_AGAIN) },
    data: { supersededOn: toColumn(today) },
  };
  if (numbers === "partner") await db.checkIn.updateMany(left);
  if (words === "partner") await db.entryWords.updateMany(left);
  await settleLater(db, viewer, ids, choice);
  return count;
}

const A_DAY_MS = 24 * 60 * 60_000;

/** Whoever chose "later" is asked again in a day; any other choice is the answer to it. */
export async function settleLater(
  db: ViewerDb,
  viewer: Viewer,
  ids: readonly string[],
  choice: Choice,
): Promise<void> {
  await db.laterChoice.deleteMany({ where: { ...own(viewer), entryId: { in: [...ids] } } });
  if (choice !== "later") return;
  const askAt = new Date(Date.now() + A_DAY_MS);
  await db.laterChoice.createMany({ data: ids.map((entryId) => ({ ...own(viewer), entryId, askAt })) });
}
