import "server-only";
import { type Db, pool } from "@/lib/db/client";

declare const proven: unique symbol;

/** The person a locked device belongs to. It is no Viewer, so that nothing that reads takes it. Only lib/auth mints one. */
export type Locked = { readonly id: string; readonly [proven]: true };

/** The one thing that can be done without unlocking. Postgres grants this transaction nothing else either. */
export type LockedDb = { readonly leftCheckIn: Pick<Db["leftCheckIn"], "createMany"> };

/** Runs `work` in one transaction of a role that reads nothing, and leaves check-ins of this person's alone. */
export function asLocked<T>(locked: Locked, work: (db: LockedDb) => Promise<T>): Promise<T> {
  return pool().$transaction(async (db) => {
    await db.$queryRaw`select set_config('role', 'keel_locked', true), set_config('app.viewer_id', ${locked.id}, true)`;
    return work(db);
  });
}
