import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables } from "@/tests/privacy/tables";
import type { Snapshot } from "@/tests/privacy/tables/promise";
import { askersIn, everythingIn, naming, persona, systems } from "@/tests/support/matrix-askers";
import { probesOf, probesOfFunctions } from "@/tests/support/matrix-probes";
import { type Verdict, verdictsOn } from "@/tests/support/matrix-run";
import type { Probe } from "@/tests/support/matrix-statement";
import { aWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";

let world: World;
let all: Snapshot;
let serving: pg.Client;
let probes: Probe[];

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  all = await everythingIn(world.owner);
  const askers = askersIn(world, all);
  const named = naming(world, all);
  probes = [
    ...Object.keys(tables).flatMap((table) => probesOf(table, askers, all, named)),
    ...probesOfFunctions(askers, named),
  ];
  serving = new pg.Client({ connectionString: process.env.SERVING_DATABASE_URL });
  await serving.connect();
});

afterAll(async () => {
  await serving.end();
  await world.owner.end();
});

// Under the serving login, as the app does; the owner only where a state must be made that the rules do not allow.
const wrongs = async (some: readonly Probe[]): Promise<Verdict[]> => [
  ...(await verdictsOn(
    serving,
    some.filter(({ given }) => !given),
  )),
  ...(await verdictsOn(
    world.owner,
    some.filter(({ given }) => given),
  )),
];

describe("the database, table by table and person by person", () => {
  it("knows every table there is", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'm', 'v') order by 1",
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort());
  });

  it("has something of everyone's in every table that holds anything of a person's", () => {
    const empty = Object.entries(tables).filter(([name]) => (all[name] ?? []).length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it("shows, adds, changes and deletes exactly what is each person's: no leak, nothing held back", async () => {
    const found = await wrongs(probes);
    const count = (wrong: Verdict["wrong"]) => found.filter((verdict) => verdict.wrong === wrong).length;
    console.info(
      `database matrix: ${Object.keys(tables).length} tables, ${Object.keys(persona).length} personas and ${systems.length} systems, ` +
        `${probes.length} checks, ${count("leak")} leaks, ${count("over-block")} over-blocks`,
    );
    expect(found.map(({ wrong, sentence }) => `${wrong}: ${sentence}`)).toEqual([]);
  });
});
