import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Keys } from "@/lib/crypto/keys";
import { headerOf, openWith, type Place, sealWith } from "@/lib/crypto/sealing";
import { MigrationRefused } from "@/prisma/owner";
import { asInTheApp, fieldsOf, sealedColumns } from "@/prisma/sealed-columns";

/** Pages of a table that are read at once: some hundred rows, or a dozen megabytes of long texts. */
const PAGES = 32;
/** How long a row may be held by somebody else before we give up waiting for it. */
const PATIENCE_MS = 60_000;

type Passed = { readonly resealed: number; readonly held: number; readonly damaged: number };
type Sealed = { readonly at: string; readonly stale: Buffer; readonly place: Place };

/** Seals every word anew that lies under another key than the one written with, and answers how many those were. */
export async function resealAll(
  client: pg.Client,
  keys: Keys,
  columns: typeof sealedColumns = sealedColumns,
): Promise<number> {
  const stale = [...keys.words.keys()].filter((id) => id !== keys.writeWith).map(headerOf);
  let resealed = 0;
  let moved = Date.now();
  for (;;) {
    const passed = await passThrough(client, keys, stale, columns);
    resealed += passed.resealed;
    if (passed.held + passed.resealed === 0) {
      if (passed.damaged > 0) throw unreadable(passed.damaged);
      break;
    }
    if (passed.resealed > 0) moved = Date.now();
    else if (Date.now() - moved > PATIENCE_MS) throw heldTooLong();
    else await sleep(100);
  }
  await refuseWordsElsewhere(client, stale);
  return resealed;
}

async function passThrough(
  client: pg.Client,
  keys: Keys,
  stale: readonly Buffer[],
  columns: typeof sealedColumns,
): Promise<Passed> {
  const sum = { resealed: 0, held: 0, damaged: 0 };
  for (const [name, placeOf] of Object.entries(columns)) {
    const [table = "", column = ""] = name.split(".").map((part) => client.escapeIdentifier(part));
    for (let page = 0, pages = await pagesOf(client, table); page < pages; page += PAGES) {
      const { rows } = await client.query<Pick<Sealed, "at" | "stale">>({
        text: `select t.*, t.ctid::text as at, ${column} as stale from public.${table} t
               where ctid >= $1::tid and ctid < $2::tid and substring(${column} from 1 for 5) = any ($3)`,
        values: [`(${page},0)`, `(${page + PAGES},0)`, stale],
        types: asInTheApp,
      });
      if (rows.length === 0) continue;
      const found = rows.map((row) => ({ ...row, place: placeOf(fieldsOf(row)) }));
      const anew = found.flatMap((one) => sealedAnew(keys, one));
      const replaced = await replace(client, table, column, anew);
      sum.resealed += replaced;
      sum.held += anew.length - replaced;
      sum.damaged += found.length - anew.length;
    }
  }
  return sum;
}

async function pagesOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ pages: number }>(
    `select (pg_relation_size('public.${table}') / current_setting('block_size')::int)::int as pages`,
  );
  return rows[0]?.pages ?? 0;
}

type Fresh = { readonly at: string; readonly stale: Buffer; readonly fresh: Uint8Array };

function sealedAnew(keys: Keys, { at, stale, place }: Sealed): Fresh[] {
  try {
    return [{ at, stale, fresh: sealWith(keys, openWith(keys, stale, place), place) }];
  } catch {
    return [];
  }
}

/**
 * Each row only where its bytes still are what was read. Whoever holds one is not waited for, so that nobody ever waits
 * for us and we for them: what they leave is found by the next pass.
 */
export async function replace(
  client: pg.Client,
  table: string,
  column: string,
  rows: readonly Fresh[],
): Promise<number> {
  const { rowCount } = await client.query(
    `with held as materialized (
       select t.ctid as at, given.fresh
       from unnest($1::tid[], $2::bytea[], $3::bytea[]) as given (at, stale, fresh)
       join public.${table} t on t.ctid = given.at
       where t.${column} = given.stale for no key update of t skip locked)
     update public.${table} t set ${column} = held.fresh from held where t.ctid = held.at`,
    [rows.map(({ at }) => at), rows.map(({ stale }) => stale), rows.map(({ fresh }) => Buffer.from(fresh))],
  );
  return rowCount ?? 0;
}

/** A key is not retired while anything may need it, also what a newer version of Keel keeps in a column unknown to this one. */
async function refuseWordsElsewhere(client: pg.Client, stale: readonly Buffer[]): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select relname as table, attname as column from pg_attribute a join pg_class c on c.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and atttypid = 'bytea'::regtype and not attisdropped`,
  );
  for (const { table, column } of rows) {
    const [from, where] = [table, column].map((name) => client.escapeIdentifier(name));
    const { rowCount } = await client.query(
      `select 1 from public.${from} where substring(${where} from 1 for 5) = any ($1) limit 1`,
      [stale],
    );
    if (rowCount)
      throw new MigrationRefused(
        `${table}.${column} holds words under the old key, and this version of Keel does not know how to seal them anew. Run this with the version that made the column. No key was retired, and every word can be read.`,
      );
  }
}

const unreadable = (count: number) =>
  new MigrationRefused(
    `All words but ${count} are under the new key. Those do not open where they stand: they were damaged, or moved, before. In case they can be repaired from a backup, the old key was not retired; every other word can be read, and new ones are written with the new key. When they are repaired or deleted, run this again.`,
  );

const heldTooLong = () =>
  new MigrationRefused(
    "Somebody has held words of this database for a minute without letting go, so not all could be sealed anew. No key was retired, and every word can be read. Run this again: it goes on where it stopped.",
  );
