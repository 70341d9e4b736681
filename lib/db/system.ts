import "server-only";
import { type Db, pool } from "@/lib/db/client";

declare const asked: unique symbol;

/** A transaction of the system's own: signing up and in, linking, leaving, erasing, reminding. It reaches no one's entries. */
export type SystemDb = Db & { readonly [asked]: "system" };

/**
 * Runs `work` in one transaction that sees only those it is `about`: account and couple ids, an e-mail address,
 * the hex of a token's hash. Row-level security holds it to them (prisma/policies).
 */
export function asSystem<T>(about: readonly string[], work: (db: SystemDb) => Promise<T>): Promise<T> {
  return pool().$transaction(async (db) => {
    const subjects = about.join(" ");
    await db.$queryRaw`select set_config('role', 'keel_system', true), set_config('app.subjects', ${subjects}, true)`;
    return work(db as SystemDb);
  });
}
