import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { loadKeys } from "@/lib/crypto/keys";
import { places } from "@/lib/crypto/places";
import { keyIdOf } from "@/lib/crypto/sealing";
import { open, seal } from "@/lib/crypto/words";
import { rotateKeys } from "@/prisma/rotation";
import { asInTheApp, fieldsOf, sealedColumns } from "@/prisma/sealed-columns";
import { keysDir } from "@/tests/support/database";
import { thisDatabase } from "@/tests/support/own-database";
import type { Person } from "@/tests/support/people";

/** Keys of this file's own to rotate; the other files share theirs. Before anything asks for the configuration. */
export function takeOwnKeys(): string {
  const dir = mkdtempSync(join(tmpdir(), "keel-keys-"));
  cpSync(keysDir(), dir, { recursive: true });
  process.env.KEYS_DIR = dir;
  return dir;
}

export const ids = (dir: string) => [...loadKeys(dir).words.keys()];

export const rotates = (dir: string, ownerUrl = thisDatabase()) => rotateKeys({ ownerUrl, keysDir: dir });

/** The same as an operator runs it, in a process that can be killed. */
export function rotatesApart(dir: string): ChildProcess {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  return spawn(process.execPath, [".run/keys-rotate.mjs"], {
    env: { ...env, DATABASE_URL: thisDatabase(), KEYS_DIR: dir },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

type Word = { readonly place: string; readonly text: string; readonly key: number };

/** Every word there is, opened where it stands as the server would. */
export const everyWord = (): Promise<Word[]> =>
  asOwner(async (owner) => {
    const words: Word[] = [];
    for (const [name, placeOf] of Object.entries(sealedColumns)) {
      const [table, column = ""] = name.split(".");
      const { rows } = await owner.query<Record<string, unknown>>({
        text: `select * from ${table} where ${column} is not null`,
        types: asInTheApp,
      });
      for (const row of rows) {
        const place = placeOf(fieldsOf(row));
        const sealed = row[column] as Buffer;
        words.push({
          place: Object.values(place).join("|"),
          text: open(sealed, place),
          key: keyIdOf(sealed),
        });
      }
    }
    return words.sort((one, other) => (one.place < other.place ? -1 : 1));
  });

export const texts = (words: readonly Word[]) => words.map(({ place, text }) => `${place}: ${text}`);

/** So many shown notes of one person, written past the app for the sake of speed. */
export const manyNotes = ({ viewer: { id, coupleId } }: Person, count: number) =>
  asOwner(async (owner) => {
    await owner.query("set session_replication_role = replica");
    const { rows } = await owner.query<{ id: string }>(
      `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
       select $1, $2, gen_random_uuid(), 'from_my_day', '2026-01-01', 'UTC', '2026-01-01', 'partner'
       from generate_series(1, $3::int) returning id`,
      [coupleId, id, count],
    );
    const sealed = rows.map((row) =>
      seal(
        `A walk after dinner, and about the summer. ${row.id}`.repeat(2),
        places.entryWords({ coupleId, authorId: id, entryId: row.id, field: "note", version: 1 }),
      ),
    );
    await owner.query(
      `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, shown, ciphertext)
       select $1, $2, id, 'note', 1, 'partner', true, bytes from unnest($3::uuid[], $4::bytea[]) as n (id, bytes)`,
      [coupleId, id, rows.map((row) => row.id), sealed.map((bytes) => Buffer.from(bytes))],
    );
  });
