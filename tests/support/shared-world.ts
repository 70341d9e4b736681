import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { whoHolds } from "@/lib/auth/gate";
import { pool } from "@/lib/db/client";
import { Canaries, type Canary } from "@/tests/support/canaries";
import { asSuperuser, copyDatabase, dropDatabase } from "@/tests/support/database";
import { makeWorld, type Name, type World } from "@/tests/support/matrix-world";
import { Person } from "@/tests/support/people";

/** What is known of a world beside its database. */
type Known = {
  readonly people: Record<Name, { readonly email: string; readonly token: string }>;
  readonly canaries: readonly Canary[];
};

/** Before the first file of a run: a place for its world. After the last: away with it. */
export default function setup() {
  const folder = mkdtempSync(join(tmpdir(), "keel-world-"));
  process.env.TEST_WORLD = folder;
  return async () => {
    if (existsSync(knownIn(folder))) await dropDatabase(databaseOf(folder));
    rmSync(folder, { recursive: true });
  };
}

/** The world of five in this file's database: made by the first file of a run that needs it, copied by all others. */
export async function aWorld(ownerUrl: string): Promise<World> {
  const folder = process.env.TEST_WORLD ?? "";
  const own = new URL(ownerUrl).pathname.slice(1);
  await asSuperuser(async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [folder]);
    if (existsSync(knownIn(folder))) return copyDatabase(databaseOf(folder), own);
    const { people, canaries, owner } = await makeWorld(ownerUrl);
    await owner.end();
    await pool().$disconnect();
    await copyDatabase(own, databaseOf(folder));
    writeFileSync(knownIn(folder), JSON.stringify({ people, canaries: canaries.all }));
  });
  return opened(JSON.parse(readFileSync(knownIn(folder), "utf8")), ownerUrl);
}

const knownIn = (folder: string) => join(folder, "known.json");
const databaseOf = (folder: string) => basename(folder).toLowerCase().replaceAll("-", "_");

async function opened(known: Known, ownerUrl: string): Promise<World> {
  const canaries = new Canaries();
  for (const { text, place, readers } of known.canaries) canaries.mark(text, place, readers);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // However long ago the first file made it: a device locks when nobody has touched it for a while.
  await owner.query("update sessions set last_seen_at = now()");
  const people = {} as Record<Name, Person>;
  for (const [name, { email, token }] of Object.entries(known.people)) {
    const viewer = await whoHolds(token);
    if (!viewer) throw new Error(`${name}'s session opens nothing any more`);
    people[name as Name] = new Person(email, token, viewer);
  }
  return { people, canaries, owner };
}
