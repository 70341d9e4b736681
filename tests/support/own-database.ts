import { afterAll, beforeAll } from "vitest";
import { pool } from "@/lib/db/client";
import { freshDatabase, keysDir, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;

// Each file of tests gets a database to itself and talks to it as the server does: under the powerless login.
beforeAll(async () => {
  database = await freshDatabase();
  process.env.SERVING_DATABASE_URL = database.servingUrl;
  process.env.KEYS_DIR = keysDir();
  process.env.LOG_LEVEL = "silent";
  ownerUrl = database.ownerUrl;
});

afterAll(async () => {
  await pool().$disconnect();
  await database.drop();
});

let ownerUrl = "";

/** The owner's URL of this file's database, for what a test must see past every policy. */
export const thisDatabase = () => ownerUrl;
