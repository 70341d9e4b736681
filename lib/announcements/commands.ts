import "server-only";
import { wayToTheOther } from "@/lib/announcements/queries";
import type { AnnouncedKind } from "@/lib/announcements/rules";
import type { WayInput } from "@/lib/announcements/schema";
import type { ReachWay } from "@/lib/db/generated/enums";
import { unlessTakenBack } from "@/lib/db/refused";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { type Here, own } from "@/lib/entries/commands";
import { entryHere } from "@/lib/entries/queries";
import { Refusal } from "@/lib/errors";

/** Throws `way_changed` where the other has chosen another way than the one that was told. */
export async function refuseUnlessStill(db: ViewerDb, told: ReachWay): Promise<void> {
  const way = await wayToTheOther(db);
  if (way !== told) throw new Refusal("way_changed", {}, { way });
}

/**
 * Announces an entry of one's own. It reaches the other as they have chosen, which Postgres sees to
 * (prisma/policies/90-announcements.sql). Throws `way_changed` where that is by now another way than the one that was told.
 */
export async function announce(db: ViewerDb, viewer: Viewer, entryId: string, told: ReachWay): Promise<void> {
  const key = { ...own(viewer), entryId };
  await db.announcement.createMany({ data: key });
  const { way } = await db.announcement.findFirstOrThrow({ where: key, select: { way: true } });
  if (way !== told) throw new Refusal("way_changed", {}, { way });
}

/** Opens what the other has announced. Nobody but its reader learns of it. Throws `taken_back`. */
export async function openAnnounced(
  db: ViewerDb,
  { viewer }: Here,
  { kind, id }: { kind: AnnouncedKind; id: string },
): Promise<void> {
  const found = await entryHere(db, viewer, kind, id);
  if (!found || found.view.mine) throw new Refusal("taken_back");
  const row = { coupleId: viewer.coupleId, authorId: found.authorId, entryId: id, readerId: viewer.id };
  await unlessTakenBack(db.announcementOpening.createMany({ data: row, skipDuplicates: true }));
}

/** Chooses how what is announced is to reach oneself from now on. */
export async function chooseWay(db: ViewerDb, viewer: Viewer, chosen: WayInput): Promise<void> {
  const key = own(viewer);
  await db.reachChoice.upsert({
    where: { coupleId_authorId: key },
    create: { ...key, ...chosen },
    update: chosen,
  });
}
