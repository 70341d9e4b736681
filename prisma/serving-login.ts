import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import { derive, type Keys } from "@/lib/crypto/keys";
import { MigrationRefused, type Owner } from "@/prisma/owner";

const GROUPS = ["keel_app", "keel_locked", "keel_guest", "keel_system", "keel_jobs"] as const;

/** The roles that policies speak of. They belong to the whole server, so another database may have made them. */
export async function ensureGroups(owner: Owner): Promise<void> {
  for (const group of GROUPS) {
    await owner.client.query(`
      do $$ begin create role ${group} nologin noinherit;
      exception when duplicate_object or unique_violation then null; end $$
    `);
  }
  await refuseForeignGroups(owner);
  // The owner acts as keel_jobs to make what that role owns.
  await owner.client.query(`
    do $$ begin
      if not pg_has_role('keel_jobs', '${owner.version >= 16 ? "set" : "member"}') then
        execute format('grant keel_jobs to %I', current_user);
      end if;
    end $$
  `);
}

/** Since Postgres 16 only who made a role, or was told so, may hand it on; before, CREATEROLE was enough. */
async function refuseForeignGroups({ client, version }: Owner): Promise<void> {
  if (version < 16) return;
  const { rowCount } = await client.query(
    "select 1 from unnest($1::text[]) as name where not pg_has_role(name, 'member with admin option')",
    [GROUPS],
  );
  if (!rowCount) return;
  throw new MigrationRefused(
    `The roles ${GROUPS.join(", ")} on this Postgres were made by another owner. As that owner or as superuser, grant all of them to the owner in DATABASE_URL "with admin option", then start again.`,
  );
}

/**
 * Makes or renews the login the server works under, and answers its URL. Both its name and its password follow
 * from the app's secret, so there is nothing to remember and each installation has its own.
 */
export async function servingLogin(owner: Owner, keys: Keys): Promise<string> {
  const { client } = owner;
  const { name, password } = credentials(keys);
  const verifier = scramVerifier(password, derive(keys, "serving login salt", 16));
  await client.query("begin");
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  const powerless = "nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit";
  if (rowCount) await client.query(`alter role ${name} login password '${verifier}'`);
  else await client.query(`create role ${name} login ${powerless} password '${verifier}'`);
  await client.query(`grant ${GROUPS.join(", ")} to ${name}`);
  // Whatever this Postgres starts with: under a stricter isolation an open transaction outlives the end of a couple.
  await client.query(`alter role ${name} set default_transaction_isolation = 'read committed'`);
  // The one thing it may do by itself: ask whom a session's token belongs to.
  await client.query(`grant usage on schema app to ${name}`);
  await client.query(`grant execute on function app.enter(bytea, boolean) to ${name}`);
  await closeDatabaseToOthers(owner, name);
  await refusePower(owner, name);
  await client.query("commit");
  return servingUrl(owner.url, keys);
}

function credentials(keys: Keys): { name: string; password: string } {
  return {
    name: `keel_serving_${derive(keys, "serving login name", 4).toString("hex")}`,
    password: derive(keys, "serving login password").toString("hex"),
  };
}

/** The owner's URL with the serving login in the owner's place. */
export function servingUrl(ownerUrl: string, keys: Keys): string {
  const { name, password } = credentials(keys);
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = password;
  return url.href;
}

async function closeDatabaseToOthers({ client }: Owner, name: string): Promise<void> {
  const { rows } = await client.query<{ database: string }>("select current_database() as database");
  const database = client.escapeIdentifier(rows[0]?.database ?? "");
  await client.query(`revoke connect, temporary on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${name}`);
}

/** Someone may have given the login more since it was made; then it must not serve. */
async function refusePower({ client }: Owner, name: string): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from pg_roles r where rolname = $1 and (
       rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls or rolinherit
       or exists (select from pg_auth_members m where m.member = r.oid and m.roleid::regrole::text <> all ($2)))`,
    [name, GROUPS],
  );
  if (!rowCount) return;
  throw new MigrationRefused(
    `The role ${name} has been given more than Keel gives it, and serving under it could show one person's rows to another. Take back what was added, or drop the role: the next start makes it anew.`,
  );
}

/** What Postgres stores for a password (RFC 5802), so that the password itself never stands in a statement or a log. */
function scramVerifier(password: string, salt: Buffer): string {
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const keyed = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(keyed("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${keyed("Server Key").toString("base64")}`;
}
