import "server-only";
import type { LockedOut } from "@/lib/auth/gate";
import { amendCheckIn, recordCheckIn, writeCheckIn } from "@/lib/check-ins/commands";
import { basisOf, checkInOn } from "@/lib/check-ins/queries";
import { saysSomething } from "@/lib/check-ins/rules";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import { asLocked } from "@/lib/db/locked";
import { unlessFull } from "@/lib/db/refused";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import type { Here } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { leftCheckIns } from "@/lib/left-check-ins/queries";
import { idOf, type LeftCheckIn } from "@/lib/left-check-ins/rules";
import type { LeftInput } from "@/lib/left-check-ins/schema";
import { addDays, dayIn, toColumn } from "@/lib/time/day";

/**
 * Leaves a check-in of today's on a locked device, or of the day before where its form was open over midnight. Whether there
 * is one of that day already is not known here, and is not told. Throws `nothing_entered`, `day_over`, `notice_unread` or
 * `left_full`.
 */
export async function leaveCheckIn(
  locked: LockedOut,
  { entry, day, nothing, ...content }: LeftInput,
): Promise<void> {
  if (!locked.noticeRead) throw new Refusal("notice_unread");
  if (!nothing && !saysSomething(content)) throw new Refusal("nothing_entered");
  const today = dayIn(locked.timeZone);
  if (![today, addDays(today, -1)].includes(day)) throw new Refusal("day_over");

  const key = { accountId: locked.id, id: idOf(entry, content), day };
  const said = JSON.stringify({ leftAt: new Date().toISOString(), content });
  await unlessFull(
    asLocked(locked, (db) =>
      db.leftCheckIn.createMany({
        data: { ...key, day: toColumn(day), ciphertext: seal(said, places.leftCheckIn(key)) },
        skipDuplicates: true,
      }),
    ),
  );
}

/**
 * Makes check-ins of what the viewer left, each for themselves, and answers what still waits: where a check-in of that day
 * is there, or half typed, nothing takes its place unasked.
 */
export async function takeIn(db: ViewerDb, here: Here): Promise<LeftCheckIn[]> {
  const { viewer, today } = here;
  const left = await leftCheckIns(db, viewer);
  if (left.length === 0) return left;
  for (const { id, day, content } of left) {
    if (day > today || (await draftFor(db, viewer, draftOf.checkIn(day)))) continue;
    const taken = await writeCheckIn(db, here, { ...content, entry: id, day, shown: "only_me" });
    if (taken) await forget(db, viewer, id);
  }
  // Another window may have taken them in at the same moment.
  return leftCheckIns(db, viewer);
}

/** Puts one in the place of what stands or is half typed for that day, for its author alone. Throws `not_found`. */
export async function takeOver(db: ViewerDb, here: Here, id: string): Promise<void> {
  const { viewer } = here;
  const left = (await leftCheckIns(db, viewer)).find((one) => one.id === id);
  if (!left) throw new Refusal("not_found");
  const { day, content } = left;
  const standing = await checkInOn(db, viewer, day);
  if (standing) {
    const input = { ...content, entry: standing.id, basis: basisOf(standing.content) };
    await amendCheckIn(db, here, input, "only_me");
  } else await recordCheckIn(db, here, { ...content, entry: id, day, shown: "only_me", nothing: "yes" });
  await forget(db, viewer, id);
}

/** Deletes one that waits. */
export async function forget(db: ViewerDb, viewer: Viewer, id: string): Promise<void> {
  await db.leftCheckIn.deleteMany({ where: { accountId: viewer.id, id } });
}
