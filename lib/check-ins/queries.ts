import "server-only";
import { createHash } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { asText } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { ownEntryOfAnyKind, withContent } from "@/lib/entries/queries";
import type { CheckInView } from "@/lib/entries/rules";
import { prefersNoJointPrompts } from "@/lib/safety/queries";
import { type Day, toColumn } from "@/lib/time/day";
import { startingPoint } from "@/lib/visibility/queries";

/** An entry to be changed, and the name of what it says now. */
export type OwnEntry = CheckInView & { readonly basis: string };

/** The viewer's check-in of a day in their present space, or null. */
export async function checkInOn(db: ViewerDb, viewer: Viewer, day: Day): Promise<CheckInView | null> {
  const entry = await db.entry.findFirst({
    where: { coupleId: viewer.coupleId, authorId: viewer.id, kind: "check_in", happenedOn: toColumn(day) },
  });
  const [own] = entry ? await withContent(db, viewer, [entry]) : [];
  return own?.kind === "check_in" ? own : null;
}

/** One check-in of the viewer's own, or null. */
export async function ownEntry(db: ViewerDb, viewer: Viewer, id: string): Promise<OwnEntry | null> {
  const entry = await ownEntryOfAnyKind(db, viewer, id);
  return entry?.kind === "check_in" ? toBeChanged(entry) : null;
}

export const toBeChanged = (entry: CheckInView): OwnEntry => ({ ...entry, basis: basisOf(entry.content) });

/** A name for exactly this content, so that a second tab can tell that the text it started from has changed. */
export const basisOf = (content: Content): string =>
  createHash("sha256").update(asText(content)).digest("hex").slice(0, 32);

/** Everything the Today page shows: one's own check-in of the day or what is typed of it, and what the partner shows of theirs. */
export async function todayPage(db: ViewerDb, viewer: SignedIn, day: Day) {
  const { id, coupleId, partnerId } = viewer;
  const on = toColumn(day);
  const kind = "check_in";
  const rows = await db.entry.findMany({ where: { coupleId, authorId: id, kind, happenedOn: on } });
  // By who shares them, as on the timeline: a hidden one takes no time to pass.
  if (partnerId)
    rows.push(
      ...(await db.entry.findMany({ where: { coupleId, sharedBy: partnerId, kind, happenedOn: on } })),
    );
  const entries = await withContent(db, viewer, rows);
  const checkIns = entries.filter((entry) => entry.kind === "check_in");
  const own = checkIns.find(({ mine }) => mine) ?? null;
  const partners = checkIns.filter(({ mine }) => !mine);
  if (own) return { own, partners, draft: null, startsShown: own.shown, asksToInvite: false };
  return {
    own,
    partners,
    draft: await draftFor(db, viewer, draftOf.checkIn(day)),
    startsShown: await startingPoint(db, viewer, "check_in"),
    asksToInvite: !viewer.partnerId && !(await prefersNoJointPrompts(db, viewer)),
  };
}
