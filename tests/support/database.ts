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
  const name = `keel_test_${randomUUID().replaceAll("-", "")}`;
  await asSuperuser(`create database ${name} template ${given("TEST_TEMPLATE")}`);
  const url = new URL(given("TEST_OWNER_URL"));
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    servingUrl: servingUrl(url.href, loadKeys(keysDir())),
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  };
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: given("TEST_OWNER_URL") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
