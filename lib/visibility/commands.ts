import "server-only";
import type { EntryKind } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";
import { type Day, toColumn } from "@/lib/time/day";
import { audiencesOf, type Shown, UNTIL_SHOWN_AGAIN } from "@/lib/visibility/rules";

/** Sets what new entries of a kind start with. Entries already written stay as they are. */
export async function startWith(db: ViewerDb, viewer: Viewer, kind: EntryKind, shown: Shown): Promise<void> {
  const key = { coupleId: viewer.coupleId, authorId: viewer.id, kind };
  const audiences = audiencesOf(shown);
  await db.sharingDefault.upsert({
    where: { coupleId_authorId_kind: key },
    create: { ...key, ...audiences },
    update: audiences,
  });
}

/** What is meant for the therapist's room is shown to nobody here. */
const FOR_THE_OTHER = { corrections: { none: { way: "with_therapist" } } } as const;

/**
 * Shows or hides one entry of the viewer's, numbers and words apart. Hidden takes effect on the partner's next statement.
 * What was changed while it was hidden counts as changed on the day it is shown again.
 * Throws `not_found` for an entry that is not theirs, or is of an earlier space.
 */
export async function showEntry(
  db: ViewerDb,
  viewer: Viewer,
  entryId: string,
  shown: Shown,
  today: Day,
): Promise<void> {
  const { numbers, words } = audiencesOf(shown);
  const mine = { coupleId: viewer.coupleId, authorId: viewer.id };
  const { count } = await db.entry.updateMany({
    where: { ...mine, id: entryId, ...(numbers === "partner" ? FOR_THE_OTHER : {}) },
    data: { audience: numbers },
  });
  if (count === 0) throw new Refusal("not_found");
  await db.entryWords.updateMany({ where: { ...mine, entryId }, data: { audience: words } });

  const left = {
    where: { ...mine, entryId, supersededOn: toColumn(UNTIL_SHOWN_AGAIN) },
    data: { supersededOn: toColumn(today) },
  };
  if (numbers === "partner") await db.checkIn.updateMany(left);
  if (words === "partner") await db.entryWords.updateMany(left);
}
