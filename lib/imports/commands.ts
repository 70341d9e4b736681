import "server-only";
import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { holdsSomething } from "@/lib/copies/rules";
import { copyIn } from "@/lib/copies/schema";
import { places } from "@/lib/crypto/places";
import { hashCopy } from "@/lib/crypto/tokens";
import { seal } from "@/lib/crypto/words";
import { unlessItDoesNotFit } from "@/lib/db/refused";
import { asSystem } from "@/lib/db/system";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";
import { opened, takenOn } from "@/lib/imports/queries";
import { type Part, type Rows, rowsOf } from "@/lib/imports/rules";
import { FILE_LIMIT } from "@/lib/imports/schema";
import { dayIn } from "@/lib/time/day";
import { describe, log } from "@/lib/web/log";

const EVERY_MS = 10 * 60_000;
/** Ten thousand entries are a few seconds' work; on a small machine some more. */
const PATIENCE = { timeout: 120_000 };

/**
 * Keeps a file until the viewer has looked at what is in it, in place of any other of theirs. Throws `import_` and why, where it
 * is none that can be taken in.
 */
export async function keepFile(viewer: SignedIn, bytes: Uint8Array): Promise<void> {
  if (bytes.length > FILE_LIMIT) throw new Refusal("import_too_large");
  const text = textOf(bytes);
  const copy = copyIn(text);
  if (typeof copy === "string") throw new Refusal(copy);
  if (!copy.spaces.some(holdsSomething)) throw new Refusal("import_nothing");
  await asViewer(viewer, async (db) => {
    await dropFile(db);
    await db.importFile.createMany({
      data: { accountId: viewer.id, ciphertext: seal(text, places.importFile(viewer.id)) },
    });
  });
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("import_not_whole");
  }
}

/** With no condition of its own: the policy says whose, and what has waited too long to be found goes as well. */
export async function dropFile(db: ViewerDb): Promise<void> {
  await db.importFile.deleteMany();
}

/**
 * Makes a past space of the viewer's own of each space in the file that waits: all of it, or nothing. Pressed twice it is taken
 * in once, because the file is gone with it. Throws `import_gone`; `import_seen` where the same was taken in before and it is
 * not said that it is meant `again`.
 */
export function takeIn(viewer: SignedIn, { again }: { readonly again: boolean }): Promise<void> {
  return asViewer(
    viewer,
    async (db) => {
      const [file] = await db.$queryRaw<{ ciphertext: Uint8Array }[]>`
      delete from import_files where account_id = ${viewer.id}::uuid returning ciphertext`;
      const found = file && opened(viewer, file);
      if (!found) throw new Refusal("import_gone");
      if (!again && (await takenOn(db, viewer, found.text))) throw new Refusal("import_seen");
      const digest = hashCopy(found.text);
      for (const space of found.copy.spaces.filter(holdsSomething)) {
        const coupleId = randomUUID();
        const rows = rowsOf(space, { me: viewer.id, coupleId, seal });
        await unlessItDoesNotFit(importSpace(db, viewer, { coupleId, digest, rows }));
      }
    },
    PATIENCE,
  );
}

type Imported = { readonly coupleId: string; readonly digest: Uint8Array; readonly rows: Rows };

async function importSpace(
  db: ViewerDb,
  { timeZone }: SignedIn,
  { coupleId, digest, rows }: Imported,
): Promise<void> {
  const [row] = await db.$queryRaw<{ made: number }[]>`
    select app.import_space(${coupleId}::uuid, ${digest}::bytea, ${dayIn(timeZone)}::date, ${asColumns(rows)}::jsonb) as made`;
  if (row?.made !== 1) throw new Refusal("notice_unread");
}

/** As Postgres names and reads it: columns in snake case, bytes in hex. */
function asColumns(rows: Rows): string {
  const tables = Object.entries(rows).map(([table, parts]: [string, readonly Part[]]) => [
    table,
    parts.map(({ mine, rows }) => ({ mine: mine.map(inSnakeCase), rows: rows.map(columnsOf) })),
  ]);
  return JSON.stringify(Object.fromEntries(tables));
}

const columnsOf = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      inSnakeCase(name),
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value,
    ]),
  );

const inSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Drops what has waited for an hour, whoever's it was. */
export const dropOldFiles = () => asSystem([], (db) => db.$queryRaw`select app.drop_old_files()`);

/** Looks every ten minutes, for as long as the server runs: nobody finds what is over an hour old, and then it is gone as well. */
export function keepDropping(): void {
  const look = () =>
    dropOldFiles().catch((error: unknown) => {
      log().error({ error: describe(error) }, "files that waited too long were not dropped");
    });
  setInterval(look, EVERY_MS).unref();
}
