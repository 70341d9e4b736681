import "server-only";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";

/** The viewer's live devices, the most recently used first. */
export function devicesOf(db: ViewerDb, viewer: Viewer) {
  return db.session.findMany({
    where: { accountId: viewer.id, revokedAt: null },
    select: { id: true, deviceLabel: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
}

/** What the viewer has set about their own account. */
export function settingsOf(db: ViewerDb, viewer: Viewer) {
  return db.account.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { email: true, timeZone: true, recoveryByMail: true },
  });
}
