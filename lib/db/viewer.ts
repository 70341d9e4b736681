import "server-only";
import { type Db, pool } from "@/lib/db/client";

declare const proven: unique symbol;
declare const asked: unique symbol;

/** A signed-in person in a space. Only lib/auth mints one. */
export type Viewer = { readonly id: string; readonly coupleId: string; readonly [proven]: true };

/** A transaction in which Postgres knows who is asking. */
export type ViewerDb = Db & { readonly [asked]: "viewer" };

/** Runs `work` in one transaction in which Postgres knows who is asking. There is no other way in. */
export function asViewer<T>(viewer: Viewer, work: (db: ViewerDb) => Promise<T>): Promise<T> {
  return pool().$transaction(async (db) => {
    await db.$queryRaw`select set_config('role', 'keel_app', true), set_config('app.viewer_id', ${viewer.id}, true)`;
    return work(db as ViewerDb);
  });
}
