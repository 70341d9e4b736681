import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { equivalent } from "@/tests/privacy/equivalent-mutants";
import { tables } from "@/tests/privacy/tables";
import { askersIn, everythingIn, naming } from "@/tests/support/matrix-askers";
import { type Mutant, mutantsOf } from "@/tests/support/matrix-mutants";
import { type Probe, probesOf, probesOfFunctions } from "@/tests/support/matrix-probes";
import { judge } from "@/tests/support/matrix-run";
import { aWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";

let world: World;
let mutants: Mutant[];
const probes = new Map<string, Probe[]>();

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  const all = await everythingIn(world.owner);
  const askers = askersIn(world, all);
  const named = naming(world, all);
  for (const table of Object.keys(tables)) probes.set(table, probesOf(table, askers, all, named));
  probes.set("functions", probesOfFunctions(askers, named));
  mutants = await mutantsOf(world.owner);
});

afterAll(() => world.owner.end());

/** The statements about the mutant's own table first, then all others, since a rule may guard more than its table. */
const against = ({ table }: Mutant): Probe[] => [
  ...(probes.get(table ?? "entries") ?? []),
  ...[...probes].filter(([name]) => name !== (table ?? "entries")).flatMap(([, some]) => some),
];

/** The first sentence that a mutant breaks, or null where it lives. */
async function killerOf(mutant: Mutant): Promise<string | null> {
  await world.owner.query("begin");
  try {
    await world.owner.query(`${mutant.sql}; savepoint probe`);
    for (const probe of against(mutant)) {
      const verdict = await judge(world.owner, probe);
      if (verdict) return verdict.sentence;
    }
    return null;
  } finally {
    await world.owner.query("rollback");
  }
}

describe("every rule of the database", () => {
  it("is missed when it is weakened: no mutant survives", async () => {
    const survivors: string[] = [];
    for (const mutant of mutants) if ((await killerOf(mutant)) === null) survivors.push(mutant.name);

    const expected = equivalent.map(({ mutant }) => mutant);
    const killed = mutants.length - survivors.length;
    console.info(
      `mutation: ${mutants.length} mutants, ${killed} killed, ${expected.length} proved equivalent`,
    );
    expect(survivors.sort()).toEqual([...expected].sort());
  });
});
