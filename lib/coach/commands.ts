import "server-only";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";

/** Turns help with writing on or off for oneself. The other does not learn of it. */
export async function chooseWritingHelp(db: ViewerDb, viewer: Viewer, writingHelp: boolean): Promise<void> {
  await db.account.updateMany({ where: { id: viewer.id }, data: { writingHelp } });
}
