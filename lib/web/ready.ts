import "server-only";
import { z } from "zod";
import { keys } from "@/lib/crypto/words";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { letInAtMost } from "@/lib/web/crowd";
import { standAtTheDoor } from "@/lib/web/door";

/** Ends the process where it cannot serve: Next would go on and answer every request with an error. */
export function refuseToServe(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Refuses to serve without keys or under a database role with power. */
export async function makeReady(): Promise<void> {
  keys();
  // Each wraps what was there before, so the door is asked first.
  letInAtMost(env().POOL_SIZE);
  standAtTheDoor(env().TRUSTED_PROXIES);
  await requirePowerless();
}

const power = z.array(z.object({ powerful: z.boolean() })).length(1);

async function requirePowerless(): Promise<void> {
  const [role] = power.parse(
    await pool().$queryRaw`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit
        or exists (select from pg_class where relowner = pg_roles.oid)
        or exists (select from pg_database where datname = current_database() and datdba = pg_roles.oid) as powerful
      from pg_roles where rolname = current_user`,
  );
  if (!role?.powerful) return;
  throw new Error(
    "Keel was given a database login that can read past its own rules, and does not serve under it. Start it with npm start.",
  );
}
