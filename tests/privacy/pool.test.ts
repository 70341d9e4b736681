import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, type Person } from "@/tests/support/people";
import { fuzzThePool } from "@/tests/support/pool-fuzz";
import { report } from "@/tests/support/report";

// Before anything asks for it: many people, and three connections.
process.env.POOL_SIZE = "3";

let owner: pg.Client;
const viewers: Person[] = [];

beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  for (let couple = 0; couple < 3; couple++) viewers.push(...(await aCouple()));
});

afterAll(() => owner.end());

describe("a small pool, when commits are slow and queries are cut off", () => {
  it("shows nobody a row of another's and loses nothing that was acknowledged", async () => {
    const since = performance.now();
    const { reads, writes, crossed, lost } = await fuzzThePool(viewers, {
      milliseconds: 8_000,
      inFlight: 12,
      owner,
    });
    const counts = { checks: reads + writes, leaks: crossed.length, personas: viewers.length };
    report("small pool", counts, since);
    expect(crossed).toEqual([]);
    expect(lost).toEqual([]);
    expect(Math.min(reads, writes)).toBeGreaterThan(10);
  });
});
