import { load } from "./load.mjs";

/** The owner's URL: the one that is set, or that of the Postgres that came with the packages, started for it. */
export async function openDatabase({ onEnd, onLost, home, url = process.env.DATABASE_URL, name = "keel" }) {
  if (url) return url;
  const { startLocalPostgres } = await load("prisma/local.ts");
  const postgres = await startLocalPostgres({
    home,
    database: name,
    say: (sentence) => console.log(sentence),
  });
  onEnd(postgres.stop);
  postgres.ended.then(() => onLost?.());
  return postgres.urlOf(name);
}

/** The same, beside whoever has started that Postgres already; a database that was never made is not made here. */
export async function reachDatabase({ onEnd, home, name = "keel" }) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { reachLocalPostgres } = await load("prisma/local.ts");
  const postgres = await reachLocalPostgres(home);
  onEnd(postgres.stop);
  return postgres.urlOf(name);
}

export async function rotateKeys(options) {
  const { rotateKeys } = await load("prisma/rotation.ts");
  return rotateKeys(options);
}

export async function migrate(ownerUrl, keysDir) {
  const { migrate } = await load("prisma/migrate.ts");
  return migrate({ ownerUrl, keysDir });
}
