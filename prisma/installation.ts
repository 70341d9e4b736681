import { fingerprintOf, type Keys, keysExist, loadKeys, makeKeys } from "@/lib/crypto/keys";
import { MigrationRefused, type Owner } from "@/prisma/owner";

/** The keys that belong to this database. Makes them for a database that has never been used; never overwrites any. */
export async function keysFor({ client }: Owner, dir: string): Promise<Keys> {
  const known = await knownFingerprint(client);
  if (known === undefined) return keysExist(dir) ? loadKeys(dir) : makeKeys(dir);
  const keys = loadKeys(dir);
  if (fingerprintOf(keys) === known) return keys;
  throw new MigrationRefused(
    `The key files in ${dir} belong to another installation, and the words in this database cannot be read with them. Put back the files that belong to it, or point KEYS_DIR or DATABASE_URL at the right pair. Nothing was changed.`,
  );
}

async function knownFingerprint(client: Owner["client"]): Promise<string | undefined> {
  const { rows: found } = await client.query("select 1 where to_regclass('public.installation') is not null");
  if (found.length === 0) return undefined;
  const { rows } = await client.query<{ key_fingerprint: string }>(
    "select key_fingerprint from public.installation",
  );
  return rows[0]?.key_fingerprint;
}

export async function rememberKeys({ client }: Owner, keys: Keys): Promise<void> {
  await client.query(
    "insert into public.installation (id, key_fingerprint) values (true, $1) on conflict do nothing",
    [fingerprintOf(keys)],
  );
}
