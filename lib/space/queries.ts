import "server-only";
import { chosenOn, ofTheSpace } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { OVERDUE_HOURS } from "@/lib/space/rules";

export type OwnSpace = {
  readonly id: string;
  /** ISO 8601. */
  readonly until: string;
  /** The time has passed and its author has not said that they are back. */
  readonly overdue: boolean;
};

/** What there is of space between the two at this moment, as far as the viewer may know it. */
export type SpaceNow = {
  readonly own: OwnSpace | null;
  /** The partner's, until the time they named; whether they came back after it is theirs. ISO 8601. */
  readonly theirs: { readonly until: string } | null;
  /** The sentence both agreed on, or null. */
  readonly sentence: string | null;
};

export async function spaceNow(db: ViewerDb, viewer: SignedIn): Promise<SpaceNow> {
  const { id, coupleId, partnerId } = viewer;
  const now = new Date();
  const running = await db.spaceRequest.findMany({
    where: {
      coupleId,
      over: false,
      until: { gt: new Date(now.getTime() - OVERDUE_HOURS * 3_600_000) },
      entry: { audience: "partner", spaceReturns: { none: {} } },
    },
    orderBy: { until: "desc" },
  });
  const mine = running.find(({ authorId }) => authorId === id);
  const theirs = running.find(({ authorId, until }) => authorId === partnerId && until > now);
  return {
    own: mine ? { id: mine.entryId, until: mine.until.toISOString(), overdue: mine.until <= now } : null,
    theirs: theirs ? { until: theirs.until.toISOString() } : null,
    sentence: mine || theirs ? (await chosenWords(db, viewer)).agreed : null,
  };
}

/** The sentence two people chose for asking for space, and what is proposed in its place. */
export const chosenWords = (db: ViewerDb, viewer: Viewer) =>
  chosenOn(db, viewer, ofTheSpace(viewer, "space_sentence"));
