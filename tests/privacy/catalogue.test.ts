import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealedColumns } from "@/prisma/sealed-columns";
import { laws } from "@/tests/privacy/laws";
import { tables } from "@/tests/privacy/tables";
import type { World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { aWorld } from "@/tests/support/shared-world";

let world: World;

beforeAll(async () => {
  world = await aWorld(thisDatabase());
});

afterAll(() => world.owner.end());

async function ask<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const { rows } = await world.owner.query(sql, [...values]);
  return rows;
}

describe("the catalogue", () => {
  it.each(laws.map(({ says }) => says))("holds: %s", async (law) => {
    expect(await laws.find(({ says }) => says === law)?.breaches(ask)).toEqual([]);
  });
});

describe("the serving login", () => {
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
    for (const role of ["none", "keel_app", "keel_locked", "keel_system"]) {
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
      /note|feeling|draft|promise|would help|sentence|words|left/.test(place),
    );
    const found = world.canaries.foundIn(dump).filter((canary) => words.includes(canary));
    expect(words.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it("can be opened by nobody who takes one row's bytes to another row", async () => {
    const sealed = Object.keys(sealedColumns).map((name) => name.split("."));
    const ciphertexts = await ask<{ ciphertext: Buffer }>(
      sealed
        .map(([table, column]) => `select ${column} as ciphertext from ${table} where ${column} is not null`)
        .join(" union all "),
    );
    expect(ciphertexts.every(({ ciphertext }) => ciphertext.length >= 33 && ciphertext[0] === 1)).toBe(true);
    expect(
      new Set(ciphertexts.map(({ ciphertext }) => ciphertext.subarray(5, 17).toString("hex"))).size,
    ).toBe(ciphertexts.length);
  });
});
