import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealedColumns } from "@/prisma/sealed-columns";
import { ofCouples, tables } from "@/tests/privacy/tables";
import { functions } from "@/tests/privacy/tables/functions";
import { aWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";

let world: World;

beforeAll(async () => {
  world = await aWorld(thisDatabase());
});

afterAll(() => world.owner.end());

async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const { rows } = await world.owner.query(sql, values);
  return rows;
}

type Key = {
  readonly table: string;
  readonly key: string;
  readonly kind: string;
  readonly columns: readonly string[];
};

/** Primary keys, unique indexes and foreign keys, each with its columns in order. */
const keys = () =>
  ask<Key>(`
    select c.relname as table, i.relname as key, case when x.indisprimary then 'primary' else 'unique' end as kind,
           array(select a.attname::text from unnest(x.indkey::int[]) with ordinality as k(number, place)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by place) as columns
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where c.relnamespace = 'public'::regnamespace and x.indisunique
    union all
    select conrelid::regclass::text, conname, 'foreign',
           array(select a.attname::text from unnest(conkey) with ordinality as k(number, place)
                 join pg_attribute a on a.attrelid = conrelid and a.attnum = k.number order by place)
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
    order by 1, 2`);

describe("the keys", () => {
  it("begin with the couple in every table with a couple's data", async () => {
    // A membership also reaches its account, which belongs to no couple.
    const known = ["members_account_id_fkey"];
    const loose = (await keys()).filter(
      ({ table, key, columns }) =>
        ofCouples.includes(table) && columns[0] !== "couple_id" && !known.includes(key),
    );
    expect(loose).toEqual([]);
  });

  it("name the author wherever a person's rows must differ from each other, so that nobody's row is in another's way", async () => {
    // What belongs to both has one history, and not one for each: their keys name no author.
    const ofBoth: Readonly<Record<string, string>> = {
      commitment_events_pkey:
        "the policy refuses whoever does not read the commitment before the key is asked; of two steps at once one is taken",
      commitment_sources_pkey: "the policy lets only whoever began a commitment name where it came from",
      commitment_terms_pkey: "the policy lets only whoever took the step say them, once",
      commitments_pkey:
        "its id is made at random for a form, and only who read it knows it; from whoever declined it the key keeps back all but whether it is still kept",
      follow_throughs_pkey: "both read all that was said of a day: a turn that is taken is no secret",
      mutual_words_pkey: "the policy lets only whoever took the step say them, once",
      space_words_pkey: "both read all the sentences for needing space: a turn that is taken is no secret",
    };
    const loose = (await keys()).filter(
      ({ table, kind, columns }) =>
        ofCouples.includes(table) &&
        kind !== "foreign" &&
        !columns.includes("author_id") &&
        !columns.includes("account_id"),
    );
    expect(loose.map(({ key }) => key).sort()).toEqual(Object.keys(ofBoth));
  });

  it("are found by every policy without reading what it hides: the columns policies compare are indexed", async () => {
    const rows = await ask<{ table: string; first: string }>(`
      select c.relname as table, a.attname as first from pg_index x join pg_class c on c.oid = x.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] where c.relnamespace = 'public'::regnamespace`);
    const unindexed = ofCouples.filter(
      (table) => !rows.some((row) => row.table === table && row.first === "couple_id"),
    );
    expect(unindexed).toEqual([]);
  });
});

describe("the rules", () => {
  it("are on for every table but Prisma's ledger, which nobody may touch", async () => {
    const off = await ask<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity",
    );
    expect(off).toEqual([{ name: "_prisma_migrations" }]);
  });

  it("are never just true", async () => {
    const open = await ask("select policyname from pg_policies where qual = 'true' or with_check = 'true'");
    expect(open).toEqual([]);
  });

  it("are for one of the two roles, never for everyone", async () => {
    const wide = await ask(
      "select policyname, roles from pg_policies where roles <> '{keel_app}' and roles <> '{keel_system}'",
    );
    expect(wide).toEqual([]);
  });

  it("hold for views too", async () => {
    const views = await ask(
      `select oid::regclass::text as view from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
       and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)`,
    );
    expect(views).toEqual([]);
  });

  it("grant nothing to everyone, and no right that no policy judges", async () => {
    const grants = await ask(
      `select table_name, grantee, privilege_type from information_schema.table_privileges
       where table_schema = 'public' and (grantee = 'PUBLIC' or (grantee like 'keel%' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')))
         and not (table_name = 'rate_limits' and grantee = 'keel_jobs')`,
    );
    expect(grants).toEqual([]);
  });
});

describe("the functions", () => {
  it("are all known, and those that run with their owner's rights say why", async () => {
    const there = await ask<{ signature: string; definer: boolean; pinned: boolean }>(
      `select 'app.' || proname || '(' || oidvectortypes(proargtypes) || ')' as signature, prosecdef as definer,
              coalesce(proconfig @> array['search_path=""'], false) as pinned
       from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace)`,
    );
    expect(there.map(({ signature }) => signature).sort()).toEqual(Object.keys(functions).sort());
    expect(
      there.filter(({ signature, definer }) => definer !== (functions[signature]?.definer !== undefined)),
    ).toEqual([]);
    expect(there.filter(({ pinned }) => !pinned)).toEqual([]);
  });

  it("run with nobody else's rights anywhere", async () => {
    const elsewhere = await ask(
      "select oid::regprocedure::text as name from pg_proc where prosecdef and pronamespace not in ('app'::regnamespace, 'pg_catalog'::regnamespace)",
    );
    expect(elsewhere).toEqual([]);
  });
});

describe("the serving login", () => {
  const name = () => new URL(process.env.SERVING_DATABASE_URL ?? "").username;

  it("has no power, inherits nothing and belongs to exactly the three groups", async () => {
    const [role] = await ask(
      `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolinherit,
              array(select roleid::regrole::text from pg_auth_members where member = r.oid order by 1) as groups,
              (select bool_or(admin_option) from pg_auth_members where member = r.oid) as hands_on
       from pg_roles r where rolname = $1`,
      [name()],
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
      rolinherit: false,
      groups: ["keel_app", "keel_jobs", "keel_system"],
      hands_on: false,
    });
  });

  it("owns nothing, and neither do the groups of viewers and of the system", async () => {
    const owned = await ask(
      `select c.oid::regclass::text as thing from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ($1, 'keel_app', 'keel_system')
       union all select p.oid::regprocedure::text from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ($1, 'keel_app', 'keel_system')`,
      [name()],
    );
    expect(owned).toEqual([]);
  });

  it("and its groups can do nothing a superuser can", async () => {
    const groups = await ask(
      "select rolname from pg_roles where rolname ~ '^keel_(app|system|jobs)$' and (rolcanlogin or rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)",
    );
    expect(groups).toEqual([]);
  });

  it("reads what is committed at the moment it reads, whatever the database begins with", async () => {
    const [{ name } = { name: "" }] = await ask<{ name: string }>(
      "select quote_ident(current_database()) as name",
    );
    await ask(`alter database ${name} set default_transaction_isolation = 'repeatable read'`);
    const login = new pg.Client({ connectionString: process.env.SERVING_DATABASE_URL });
    await login.connect();
    const { rows } = await login.query("show transaction_isolation");
    await login.end();
    await ask(`alter database ${name} reset default_transaction_isolation`);
    expect(rows).toEqual([{ transaction_isolation: "read committed" }]);
  });

  it("cannot make a table, a schema or a function of its own", async () => {
    const login = new pg.Client({ connectionString: process.env.SERVING_DATABASE_URL });
    await login.connect();
    for (const role of ["none", "keel_app", "keel_system"]) {
      for (const sql of [
        "create table public.x ()",
        "create schema x",
        "create function app.x() returns int language sql as 'select 1'",
      ]) {
        await login.query(`set role ${role}`);
        await expect(login.query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: "42501" });
      }
    }
    await login.end();
  });
});

describe("a migrated database", () => {
  it("lets nobody but the serving login in, and nobody leave a temporary table", async () => {
    const rights = ["connect", "temporary"].map(
      (right) => `has_database_privilege('keel_app', $1, '${right}') as ${right}`,
    );
    // A copy does not take over who may connect, so the template itself is asked.
    const [may] = await ask(
      `select ${rights.join(", ")}, has_database_privilege($2, $1, 'connect') as login from pg_database where datname = $1`,
      [process.env.TEST_TEMPLATE, new URL(process.env.SERVING_DATABASE_URL ?? "").username],
    );
    expect(may).toEqual({ connect: false, temporary: false, login: true });
  });
});

describe("what lies in the database", () => {
  it("is written down column by column: ciphertext, hash or plain", async () => {
    const columns = await ask<{ table: string; column: string; bytes: boolean }>(
      `select c.relname as table, attname as column, atttypid = 'bytea'::regtype as bytes from pg_attribute a join pg_class c on c.oid = attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and attnum > 0 and not attisdropped order by 1, attnum`,
    );
    const written = Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect(columns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(written.sort());
    const plainBytes = columns.filter(
      ({ table, column, bytes }) => bytes && tables[table]?.columns[column] === "plain",
    );
    expect(plainBytes).toEqual([]);
  });

  it("is sealed anew with every column of ciphertext when keys are rotated, and with no other", () => {
    const ciphertext = Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.keys(columns).flatMap((column) =>
        columns[column] === "ciphertext" ? [`${table}.${column}`] : [],
      ),
    );
    expect(Object.keys(sealedColumns).sort()).toEqual(ciphertext.sort());
  });

  it("holds nobody's words as they were written, in no column of no table", async () => {
    const names = await ask<{ name: string }>(
      `select format('%I.%I', n.nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p', 'm') and nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_toast'`,
    );
    let dump = "";
    for (const { name } of names) {
      const rows = await ask<{ row: string; bytes: string }>(
        `select t::text as row, convert_from(decode(replace(encode(t::text::bytea, 'hex'), '00', '20'), 'hex'), 'LATIN1') as bytes from ${name} t`,
      );
      dump += rows.map(({ row, bytes }) => row + bytes).join("\n");
    }
    const words = world.canaries.all.filter(({ place }) =>
      /note|feeling|draft|promise|would help|sentence|words/.test(place),
    );
    const found = world.canaries.foundIn(dump).filter((canary) => words.includes(canary));
    expect(words.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it("can be opened by nobody who takes one row's bytes to another row", async () => {
    const sealed = Object.keys(sealedColumns).map((name) => name.split("."));
    const ciphertexts = await ask<{ ciphertext: Buffer }>(
      sealed.map(([table, column]) => `select ${column} as ciphertext from ${table}`).join(" union all "),
    );
    expect(ciphertexts.every(({ ciphertext }) => ciphertext.length >= 33 && ciphertext[0] === 1)).toBe(true);
    expect(
      new Set(ciphertexts.map(({ ciphertext }) => ciphertext.subarray(5, 17).toString("hex"))).size,
    ).toBe(ciphertexts.length);
  });
});
