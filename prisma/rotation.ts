import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { addWordsKey, retireWordsKeys } from "@/lib/crypto/key-file";
import { type Keys, loadKeys } from "@/lib/crypto/keys";
import { isInUse, keysFor, rememberKeys } from "@/prisma/installation";
import { asOnlyOwner, MigrationRefused } from "@/prisma/owner";
import { resealAll } from "@/prisma/reseal";
import { servingUrl } from "@/prisma/serving-login";

type Place = { readonly ownerUrl: string; readonly keysDir: string };
export type Rotation = {
  readonly key: number;
  readonly resealed: number;
  /** The files that the keys out of use were put into. */
  readonly retired: readonly string[];
};

/** Any fixed number: two rotations of one database must not meet. */
const LOCK = 7_403_116;
/** The server ends its own transactions after ten seconds. */
const PATIENCE_MS = 60_000;

/**
 * Makes a new words key, seals every word anew under it and takes the old one out of use, beside a running server or
 * without one. Each step can be repeated: what an earlier run left undone is done by the next, with the key it made.
 */
export async function rotateKeys(
  place: Place & { readonly say?: (sentence: string) => void },
): Promise<Rotation> {
  const { ownerUrl, say = () => {} } = place;
  return asOnlyRotation(ownerUrl, async (client) => {
    const keys = await beginWithNewKey(place, say);
    await untilNobodyWritesWithAnOlder(client, new URL(servingUrl(ownerUrl, keys)).username);
    const resealed = await resealAll(client, keys).catch((error) => {
      throw asSentence(error);
    });
    return { key: keys.writeWith, resealed, retired: await retireOlder(place, keys) };
  });
}

/** Holds the lock for as long as its connection lives: a rotation that is killed lets go of it. */
async function asOnlyRotation<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "keel keys" });
  client.on("error", () => {});
  await client.connect().catch((error: Error) => {
    throw new MigrationRefused(
      `The database in DATABASE_URL does not answer: ${error.message || "no connection"}. Nothing was changed.`,
    );
  });
  try {
    await client.query("set lock_timeout = '3s'; set default_transaction_isolation = 'read committed'");
    await client.query("select pg_advisory_lock($1)", [LOCK]).catch(() => {
      throw new MigrationRefused(
        "Another rotation of keys is at work on this database. Let it end; if it was stopped, run this again. Nothing was changed.",
      );
    });
    await client.query("set lock_timeout = default");
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Under the lock of starts, so that none sees the file and the database apart from each other. */
function beginWithNewKey({ ownerUrl, keysDir }: Place, say: (sentence: string) => void): Promise<Keys> {
  return asOnlyOwner(ownerUrl, async (owner) => {
    if (!(await isInUse(owner)))
      throw new MigrationRefused(
        "Keel has never been started on this database: there are no words and no key. Nothing was changed.",
      );
    const standing = await keysFor(owner, keysDir);
    const isBegun = standing.words.size > 1 && standing.writeWith === Math.max(...standing.words.keys());
    const keys = isBegun ? standing : addWordsKey(keysDir);
    await rememberKeys(owner, keys);
    say(
      isBegun
        ? `Going on with a rotation that was begun: key ${keys.writeWith} is there already.`
        : `Key ${keys.writeWith} is made. What is written from now on is written with it.`,
    );
    return keys;
  });
}

/**
 * What the server began before the new key was there may still be sealed with an older one and not yet be seen by us.
 * Its transactions of this moment are waited for, by the lock that each holds on itself; every later one looks at the
 * key file again as it seals.
 */
async function untilNobodyWritesWithAnOlder(client: pg.Client, login: string): Promise<void> {
  const open = async () => {
    const { rows } = await client.query<{ transaction: string }>(
      `select virtualtransaction as transaction from pg_locks join pg_stat_activity using (pid)
       where locktype = 'virtualxid' and usename = $1 and datname = current_database()`,
      [login],
    );
    return rows.map(({ transaction }) => transaction);
  };
  let before = await open();
  for (const until = Date.now() + PATIENCE_MS; before.length > 0; before = await stillAmong(before, open)) {
    if (Date.now() > until)
      throw new MigrationRefused(
        "A transaction of the running Keel has been open for a minute, which it should not. Both keys are in place and every word can be read. Restart Keel and run this again: it goes on where it stopped.",
      );
    await sleep(50);
  }
}

async function stillAmong(before: readonly string[], open: () => Promise<string[]>): Promise<string[]> {
  const now = await open();
  return before.filter((transaction) => now.includes(transaction));
}

/** The database first: until the file follows it, a start finds every key it asks for. */
function retireOlder({ ownerUrl, keysDir }: Place, { writeWith, words, secret }: Keys): Promise<string[]> {
  return asOnlyOwner(ownerUrl, async (owner) => {
    const found = loadKeys(keysDir);
    if (found.writeWith !== writeWith || found.words.size !== words.size)
      throw new MigrationRefused(
        "The key file was changed by somebody else meanwhile. No key was retired. Look at words.key, and run this again.",
      );
    await rememberKeys(owner, {
      secret,
      writeWith,
      words: new Map([...words].filter(([id]) => id === writeWith)),
    });
    return retireWordsKeys(keysDir);
  });
}

/** 23000: the trigger that keeps what was shown is an older one; 42…: so are the tables. 08…, 57… or none: nobody answers. */
function asSentence(error: unknown): unknown {
  const { code = "", message } = error as { code?: string; message: string };
  if (code === "23000" || code.startsWith("42"))
    return new MigrationRefused(
      "This database was brought up to date by another version of Keel. Start Keel once with this one (npm start, or npm run migrate), then run this again: it goes on where it stopped. Every word can be read.",
    );
  if (/^(08|57|ECONN)/.test(code) || /connection/i.test(message))
    return new MigrationRefused(
      `The database stopped answering: ${message}. Both keys are in place and every word can be read. Run this again: it goes on where it stopped.`,
    );
  return error;
}
