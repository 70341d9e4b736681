import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { equivalent } from "@/tests/privacy/equivalent-mutants";
import { tables } from "@/tests/privacy/tables";
import { askersIn, everythingIn, naming } from "@/tests/support/matrix-askers";
import type { Mutant } from "@/tests/support/matrix-mutant";
import { mutantsOf } from "@/tests/support/matrix-mutants";
import { probesOf, probesOfFunctions } from "@/tests/support/matrix-probes";
import { judge } from "@/tests/support/matrix-run";
import type { Probe } from "@/tests/support/matrix-statement";
import { aWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";

let world: World;
let mutants: Mutant[];
let probes: Probe[];

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  const all = await everythingIn(world.owner);
  const askers = askersIn(world, all);
  const named = naming(world, all);
  probes = [
    ...Object.keys(tables).flatMap((table) => probesOf(table, askers, all, named)),
    ...probesOfFunctions(askers, named),
  ];
  mutants = await mutantsOf(world.owner);
});

afterAll(() => world.owner.end());

/** Every statement, those most likely to miss the mutant first: a rule may guard more than its own table. */
function against(mutant: Mutant): Probe[] {
  const isRight = ({ ends }: Probe) => ends === "allowed" || ends === "permission denied";
  const likelihood = (probe: Probe) =>
    (probe.table === mutant.table ? 4 : 0) +
    (probe.role === mutant.role ? 2 : 0) +
    (isRight(probe) === (mutant.about === "rights") ? 1 : 0);
  return probes.toSorted((one, other) => likelihood(other) - likelihood(one));
}

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
  it("is missed when it is weakened: no mutant survives", { timeout: 600_000 }, async () => {
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
