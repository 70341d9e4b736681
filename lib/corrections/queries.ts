import "server-only";
import { z } from "zod";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { CorrectionWay } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { entryHere } from "@/lib/entries/queries";
import type { CorrectionView, Texts } from "@/lib/entries/rules";

const ways = z.array(z.object({ way: z.enum(CorrectionWay) })).length(1);

/** How the other has chosen that a correction reaches them. */
export async function wayToTheOther(db: ViewerDb): Promise<CorrectionWay> {
  const [row] = ways.parse(await db.$queryRaw`select app.way_to_the_other() as way`);
  return row?.way ?? "now";
}

/** How the viewer has chosen, or null where they have not. */
export async function ownWay(db: ViewerDb, { coupleId, id: authorId }: Viewer) {
  return db.correctionChoice.findUnique({
    where: { coupleId_authorId: { coupleId, authorId } },
    select: { way: true, localTime: true },
  });
}

/** Corrections of the other's that have reached the viewer and were not opened yet: that they are there, and nothing more. */
export async function unopened(db: ViewerDb, { coupleId, partnerId }: SignedIn): Promise<readonly string[]> {
  if (!partnerId) return [];
  const of = { coupleId, authorId: partnerId };
  const there = await db.correction.findMany({
    where: of,
    orderBy: { entryId: "asc" },
    select: { entryId: true },
  });
  if (there.length === 0) return [];
  const opened = new Set((await db.correctionOpening.findMany({ where: of })).map(({ entryId }) => entryId));
  return there.flatMap(({ entryId }) => (opened.has(entryId) ? [] : [entryId]));
}

export type Correction = {
  readonly view: CorrectionView;
  /** Null until its reader has opened it. */
  readonly texts: Texts | null;
};

/** A correction the viewer may read, or null. Its words come once they have opened it; one's own are there. */
export async function correctionNamed(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
): Promise<Correction | null> {
  const found = await entryHere(db, viewer, "correction", id);
  if (!found) return null;
  const { view, authorId } = found;
  if (view.mine) return { view, texts: view.texts };
  const key = { coupleId: viewer.coupleId, authorId, entryId: id };
  if ((await db.correctionOpening.count({ where: key })) === 0) return { view, texts: null };
  const words = await db.entryWords.findMany({ where: { ...key, supersededOn: null } });
  return {
    view,
    texts: Object.fromEntries(words.map((row) => [row.field, open(row.ciphertext, places.entryWords(row))])),
  };
}
