import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables } from "@/tests/privacy/tables";
import { everythingIn, persona, systems } from "@/tests/support/matrix-askers";
import { Trial, type Verdict } from "@/tests/support/matrix-run";
import type { World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { report } from "@/tests/support/report";
import { aWorld } from "@/tests/support/shared-world";

let world: World;
let trial: Trial;
let serving: pg.Client;

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  trial = await Trial.of(world);
  serving = new pg.Client({ connectionString: process.env.SERVING_DATABASE_URL });
  await serving.connect();
});

afterAll(async () => {
  await serving.end();
  await world.owner.end();
});

/** Under the serving login, as the app does; by the owner only where a state must be made that the rules do not allow. */
async function wrongs(): Promise<Verdict[]> {
  const needing = (given: boolean) =>
    [...trial.probes.keys()].filter((id) => (trial.probes[id]?.given !== undefined) === given);
  return [
    ...(await trial.verdicts(serving, needing(false))),
    ...(await trial.verdicts(world.owner, needing(true))),
  ];
}

describe("the database, table by table and person by person", () => {
  it("knows every table there is", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'm', 'v') order by 1",
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort());
  });

  it("has something of everyone's in every table that holds anything of a person's", async () => {
    const all = await everythingIn(world.owner);
    const empty = Object.entries(tables).filter(([name]) => (all[name] ?? []).length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it("shows, adds, changes and deletes exactly what is each person's: no leak, nothing held back", async () => {
    const since = performance.now();
    const found = await wrongs();
    const count = (wrong: Verdict["wrong"]) => found.filter((verdict) => verdict.wrong === wrong).length;
    report(
      "database",
      {
        tables: Object.keys(tables).length,
        personas: Object.keys(persona).length + systems.length,
        checks: trial.probes.length,
        leaks: count("leak"),
        "over-blocks": count("over-block"),
      },
      since,
    );
    expect(found.map(({ wrong, sentence }) => `${wrong}: ${sentence}`)).toEqual([]);
  });
});
