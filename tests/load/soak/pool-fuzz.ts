// Many viewers on three connections for a minute and a half, while commits are slow and queries are cancelled and cut off.
import pg from "pg";
import { throwAwayDatabase } from "@/.run/throw-away.mjs";
import { pool } from "@/lib/db/client";
import { aCouple, type Person } from "@/tests/support/people";
import { fuzzThePool } from "@/tests/support/pool-fuzz";
import { inflict } from "./fault";

const LONG_MS = 90_000;
const COUPLES = 6;

await inflict("a small pool, slow commits, queries cut off", async (onEnd) => {
  const database = await throwAwayDatabase({ onEnd });
  process.env.KEYS_DIR = database.keysDir;
  process.env.LOG_LEVEL = "silent";
  process.env.SERVING_DATABASE_URL = database.servingUrl;
  process.env.POOL_SIZE = "3";
  const viewers: Person[] = [];
  for (let couple = 0; couple < COUPLES; couple++) viewers.push(...(await aCouple()));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const fuzzed = await fuzzThePool(viewers, { milliseconds: LONG_MS, inFlight: 16, owner });
  await owner.end();
  await pool().$disconnect();
  const { reads, writes, failed, crossed, lost } = fuzzed;
  return {
    figures: `${reads} reads, ${writes} writes acknowledged, ${failed} that failed; ${crossed.length} rows of another, ${lost.length} lost`,
    wrong: [...crossed, ...lost],
  };
});
