import { afterAll, beforeAll } from "vitest";
import { pool } from "@/lib/db/client";
import { databaseNamed, keysDir } from "@/tests/support/database";

// Each file of tests gets a database to itself and talks to it as the server does: under the powerless login. Files that share a
// process have theirs one after the other by the same name, since a process reads once where its database is.
const database = databaseNamed(`keel_test_of_${process.pid}`);
process.env.SERVING_DATABASE_URL = database.servingUrl;
process.env.KEYS_DIR = keysDir();
process.env.LOG_LEVEL = "silent";

beforeAll(() => database.make());

afterAll(async () => {
  await pool().$disconnect();
  await database.drop();
});

/** The owner's URL of this file's database, for what a test must see past every policy. */
export const thisDatabase = () => database.ownerUrl;
