import "server-only";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";

/** The viewer's reminder, or null where they have not asked for one. */
export const ownReminder = (db: ViewerDb, viewer: Viewer) =>
  db.reminder.findUnique({ where: { accountId: viewer.id }, select: { localTime: true } });
