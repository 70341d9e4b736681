import "server-only";
import { createHash } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { SpaceWords } from "@/lib/db/generated/client";
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

export type ChosenWords = {
  readonly agreed: string | null;
  /** What one of them proposes in its place, while the other has not agreed. */
  readonly proposal: { readonly turn: string; readonly mine: boolean; readonly sentence: string } | null;
};

/** The sentence two people chose for asking for space, and what is proposed in its place. */
export async function chosenWords(db: ViewerDb, { id, coupleId }: Viewer): Promise<ChosenWords> {
  const newestFirst = { where: { coupleId }, orderBy: { turn: "desc" } } as const;
  const newest = await db.spaceWords.findFirst(newestFirst);
  const agreed = newest?.agreed
    ? newest
    : await db.spaceWords.findFirst({ ...newestFirst, where: { coupleId, agreed: true } });
  return {
    agreed: agreed && opened(agreed),
    proposal:
      newest && !newest.agreed
        ? { turn: nameOf(newest), mine: newest.authorId === id, sentence: opened(newest) }
        : null,
  };
}

/** Words by the name they were read under, or null where others stand in their place by now. */
export async function wordsNamed(
  db: ViewerDb,
  { coupleId }: Viewer,
  name: string,
): Promise<SpaceWords | null> {
  const words = await db.spaceWords.findMany({ where: { coupleId } });
  return words.find((row) => nameOf(row) === name) ?? null;
}

/** A turn is taken anew when a proposal is replaced, so it is named with what it says: nobody agrees to words they have not read. */
const nameOf = (row: SpaceWords) =>
  `${row.turn}-${createHash("sha256").update(opened(row)).digest("hex").slice(0, 32)}`;

const opened = (row: SpaceWords) => open(row.ciphertext, places.spaceWords(row));
