import "server-only";
import { type Db, pool } from "@/lib/db/client";

declare const proven: unique symbol;
declare const asked: unique symbol;

/** A signed-in person in a space. Only lib/auth mints one. */
export type Viewer = { readonly id: string; readonly coupleId: string; readonly [proven]: true };

/** From whose side rows are told as mine and theirs. It opens nothing: only a Viewer does. */
export type Reader = Pick<Viewer, "id" | "coupleId">;

/** A transaction in which Postgres knows who is asking. */
export type ViewerDb = Db & { readonly [asked]: "viewer" };

/**
 * Runs `work` in one transaction in which Postgres knows who is asking. There is no other way in. `timeout`: milliseconds,
 * where it may take longer than what a page asks.
 */
export function asViewer<T>(
  viewer: Viewer,
  work: (db: ViewerDb) => Promise<T>,
  more?: { readonly timeout: number },
): Promise<T> {
  return pool().$transaction(async (db) => {
    await db.$queryRaw`select set_config('role', 'keel_app', true), set_config('app.viewer_id', ${viewer.id}, true)`;
    return work(db as ViewerDb);
  }, more);
}

/** The same, narrowed to what the viewer's partner reads too (prisma/policies/95-lens.sql). Nothing can be written in it. */
export function throughPartnersEyes<T>(viewer: Viewer, work: (db: ViewerDb) => Promise<T>): Promise<T> {
  return asViewer(viewer, async (db) => {
    await db.$queryRaw`select set_config('app.through_partners_eyes', 'on', true), set_config('transaction_read_only', 'on', true)`;
    return work(db);
  });
}
