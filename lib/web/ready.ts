import "server-only";
import { z } from "zod";
import { keys } from "@/lib/crypto/words";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { standAtTheDoor } from "@/lib/web/door";

/** Refuses to serve without keys or under a database role with power. */
export async function makeReady(): Promise<void> {
  keys();
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
