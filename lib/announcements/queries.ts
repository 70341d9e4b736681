import "server-only";
import { z } from "zod";
import type { AnnouncedKind } from "@/lib/announcements/rules";
import { isAnnounced } from "@/lib/announcements/rules";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { ReachWay } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { inReadingOrder } from "@/lib/drafts/rules";
import { entryHere } from "@/lib/entries/queries";
import type { AcknowledgementView, CorrectionView, Texts } from "@/lib/entries/rules";

const ways = z.array(z.object({ way: z.enum(ReachWay) })).length(1);

/** How the other has chosen that what is announced reaches them. */
export async function wayToTheOther(db: ViewerDb): Promise<ReachWay> {
  const [row] = ways.parse(await db.$queryRaw`select app.way_to_the_other() as way`);
  return row?.way ?? "now";
}

/** How the viewer has chosen, or null where they have not. */
export async function ownWay(db: ViewerDb, { coupleId, id: authorId }: Viewer) {
  return db.reachChoice.findUnique({
    where: { coupleId_authorId: { coupleId, authorId } },
    select: { way: true, localTime: true },
  });
}

export type Unopened = { readonly kind: AnnouncedKind; readonly id: string };

/** What has reached the viewer and was not opened yet: that it is there, and nothing more. */
export async function unopened(
  db: ViewerDb,
  { coupleId, partnerId }: SignedIn,
): Promise<readonly Unopened[]> {
  if (!partnerId) return [];
  const of = { coupleId, authorId: partnerId };
  const rows = await db.announcement.findMany({
    where: of,
    orderBy: { entryId: "asc" },
    select: { entryId: true, entry: { select: { kind: true } } },
  });
  if (rows.length === 0) return [];
  const opened = new Set(
    (await db.announcementOpening.findMany({ where: of })).map(({ entryId }) => entryId),
  );
  return rows.flatMap(({ entryId: id, entry: { kind } }) =>
    isAnnounced(kind) && !opened.has(id) ? [{ kind, id }] : [],
  );
}

type Views = { readonly correction: CorrectionView; readonly acknowledgement: AcknowledgementView };
export type Announced<K extends AnnouncedKind> = {
  readonly view: Views[K];
  /** Null until its reader has opened it. */
  readonly texts: Texts | null;
};

/** Something announced that the viewer may read, or null. Its words come once they have opened it; one's own are there. */
export async function announcedNamed<K extends AnnouncedKind>(
  db: ViewerDb,
  viewer: SignedIn,
  kind: K,
  id: string,
): Promise<Announced<K> | null> {
  const found = await entryHere(db, viewer, kind, id);
  if (!found) return null;
  const view = found.view as Views[K];
  if (view.mine) return { view, texts: view.texts };
  const key = { coupleId: viewer.coupleId, authorId: found.authorId, entryId: id };
  if ((await db.announcementOpening.count({ where: key })) === 0) return { view, texts: null };
  const words = await db.entryWords.findMany({ where: { ...key, supersededOn: null } });
  return {
    view,
    texts: Object.fromEntries(
      inReadingOrder(words).map((row) => [row.field, open(row.ciphertext, places.entryWords(row))]),
    ),
  };
}
