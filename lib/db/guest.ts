import "server-only";
import { type Db, pool } from "@/lib/db/client";

declare const asked: unique symbol;

/** A transaction of somebody without an account. It reads what the links they have open show, and nothing else. */
export type GuestDb = Db & { readonly [asked]: "guest" };

/**
 * Runs `work` in one transaction of whoever holds these visits, each the hex of its token's hash. Row-level security holds it
 * to what they open at this moment (prisma/policies/69-guests.sql).
 */
export function asGuest<T>(visits: readonly string[], work: (db: GuestDb) => Promise<T>): Promise<T> {
  return pool().$transaction(async (db) => {
    const subjects = visits.join(" ");
    await db.$queryRaw`select set_config('role', 'keel_guest', true), set_config('app.subjects', ${subjects}, true)`;
    return work(db as GuestDb);
  });
}
