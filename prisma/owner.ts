import pg from "pg";

/** The message is a sentence for the person who runs the server and says what they can do. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

export type Owner = { readonly client: pg.Client; readonly url: string; readonly version: number };

const OLDEST = 15;
/** Any fixed number: starts of one database meet at this lock and pass one at a time. */
const LOCK = 7_403_115;

/** Connects as the owner, alone: a second start waits here until the first is through. */
export async function asOnlyOwner<T>(url: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "keel migrate" });
  client.on("error", () => {});
  await client.connect().catch((error: Error) => {
    throw new MigrationRefused(
      `The database in DATABASE_URL does not answer: ${error.message || "no connection"}.`,
    );
  });
  try {
    const version = await versionOf(client);
    await refuseWithoutRights(client);
    await client.query("set lock_timeout = '2min'");
    await client.query("select pg_advisory_lock($1)", [LOCK]).catch(() => {
      throw new MigrationRefused(
        "Another start has been preparing this database for two minutes. Wait for it to end, then start again.",
      );
    });
    await client.query("set lock_timeout = default");
    return await work({ client, url, version });
  } finally {
    await client.end();
  }
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST) return version;
  throw new MigrationRefused(
    `This database is Postgres ${version}. Keel needs Postgres ${OLDEST} or newer. Nothing was changed.`,
  );
}

type Rights = { name: string; makes_roles: boolean; owns_database: boolean; owns_tables: boolean };

async function refuseWithoutRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Rights>(`
    select current_user as name,
      (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as makes_roles,
      (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) as owns_database,
      not exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relname = 'installation' and not pg_has_role(c.relowner, 'usage')
      ) as owns_tables
  `);
  const [
    { name, makes_roles, owns_database, owns_tables } = {
      name: "",
      makes_roles: false,
      owns_database: false,
      owns_tables: false,
    },
  ] = rows;
  if (makes_roles && owns_database && owns_tables) return;
  const missing = owns_database && owns_tables ? "may not create roles" : "does not own this database";
  throw new MigrationRefused(
    `DATABASE_URL logs in as ${name}, who ${missing}. Keel's owner needs CREATEROLE and must own the database (and nothing more). Nothing was changed.`,
  );
}
