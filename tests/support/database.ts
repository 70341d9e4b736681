import { randomUUID } from "node:crypto";
import pg from "pg";
import { loadKeys } from "@/lib/crypto/keys";
import { servingUrl } from "@/prisma/serving-login";

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly servingUrl: string;
  readonly drop: () => Promise<void>;
};

function given(name: "TEST_OWNER_URL" | "TEST_TEMPLATE" | "TEST_KEYS_DIR"): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run the tests through npm test, which prepares a Postgres for them.`,
    );
  return value;
}

export const keysDir = () => given("TEST_KEYS_DIR");

/** A migrated database of its own: a copy of the template, dropped afterwards. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { make, ...database } = databaseNamed(`keel_test_${randomUUID().replaceAll("-", "")}`);
  await make();
  return database;
}

/** The same under a name, before it is there. */
export function databaseNamed(name: string): TestDatabase & { readonly make: () => Promise<void> } {
  const url = new URL(given("TEST_OWNER_URL"));
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    servingUrl: servingUrl(url.href, loadKeys(keysDir())),
    make: () => copyDatabase(given("TEST_TEMPLATE"), name),
    drop: () => dropDatabase(name),
  };
}

/** A copy under a name, in place of what has that name. Nobody may be connected to what is copied. */
export const copyDatabase = (from: string, to: string) =>
  asSuperuser(async (client) => {
    await client.query(`drop database if exists ${to} with (force)`);
    await client.query(`create database ${to} template ${from}`);
  });

export const dropDatabase = (name: string) =>
  asSuperuser(async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
  });

export async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: given("TEST_OWNER_URL") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
