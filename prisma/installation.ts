import { fingerprintsOf, type Keys, keysExist, loadKeys, makeKeys } from "@/lib/crypto/keys";
import { MigrationRefused, type Owner } from "@/prisma/owner";

/** The keys that belong to this database. Makes them for a database that has never been used; never overwrites any. */
export async function keysFor({ client }: Owner, dir: string): Promise<Keys> {
  const known = await knownFingerprints(client);
  if (known === undefined) return keysExist(dir) ? loadKeys(dir) : makeKeys(dir);
  const keys = loadKeys(dir);
  const given = fingerprintsOf(keys);
  if (known.every((one) => given.includes(one))) return keys;
  throw new MigrationRefused(
    `The key files in ${dir} belong to another installation, or to this one at another time, and not all words in this database can be read with them. Put back the files that belong to it, or point KEYS_DIR or DATABASE_URL at the right pair. A backup from before npm run keys:rotate also needs the line of the key that was retired (words.key.retired-…), as a last line of words.key. Nothing was changed.`,
  );
}

/** Whether words may have been written in this database. */
export const isInUse = async ({ client }: Owner) => (await knownFingerprints(client)) !== undefined;

async function knownFingerprints(client: Owner["client"]): Promise<string[] | undefined> {
  const { rows: found } = await client.query("select 1 where to_regclass('public.installation') is not null");
  if (found.length === 0) return undefined;
  const { rows } = await client.query<{ key_fingerprint: string }>(
    "select key_fingerprint from public.installation",
  );
  return rows[0]?.key_fingerprint.split(" ");
}

/** From now on all of these keys are needed: words may lie under any of them. */
export async function rememberKeys({ client }: Owner, keys: Keys): Promise<void> {
  await client.query(
    `insert into public.installation (id, key_fingerprint) values (true, $1)
     on conflict (id) do update set key_fingerprint = excluded.key_fingerprint`,
    [fingerprintsOf(keys).join(" ")],
  );
}
