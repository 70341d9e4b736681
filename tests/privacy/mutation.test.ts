import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { equivalent } from "@/tests/privacy/equivalent-mutants";
import type { Mutant } from "@/tests/support/matrix-mutant";
import { mutantsOf } from "@/tests/support/matrix-mutants";
import { Trial } from "@/tests/support/matrix-run";
import type { Probe } from "@/tests/support/matrix-statement";
import type { World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { report } from "@/tests/support/report";
import { aWorld } from "@/tests/support/shared-world";

let world: World;
let mutants: Mutant[];
let trial: Trial;

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  trial = await Trial.of(world);
  mutants = await mutantsOf(world.owner);
});

afterAll(() => world.owner.end());

/** How many mutants each statement has missed: what missed one is likely to miss the next. */
const missed = new Map<number, number>();

/** The statements most likely to miss the mutant, these first: what is said of its tables. */
function likelyFor({ tables, role, about }: Mutant): number[] {
  const isRight = ({ ends }: Probe) => ends === "allowed" || ends === "permission denied";
  return [...trial.probes.keys()]
    .filter((id) => tables.includes(trial.probes[id]?.table ?? ""))
    .map((id) => {
      const probe = trial.probes[id] as Probe;
      const fits = (isRight(probe) === (about === "rights") ? 2_000 : 0) + (probe.role === role ? 1_000 : 0);
      return { id, likelihood: fits + (missed.get(id) ?? 0) };
    })
    .sort((one, other) => other.likelihood - one.likelihood)
    .map(({ id }) => id);
}

/** The statement that a mutant breaks, or null where it lives: a rule may guard more than its own tables. */
async function killerOf(mutant: Mutant): Promise<number | null> {
  const everything = () => [...new Set([...missed.keys(), ...trial.probes.keys()])];
  await world.owner.query(`begin; ${mutant.sql}`);
  try {
    for (const asked of [likelyFor(mutant), everything()]) {
      const [verdict] = await trial.verdicts(world.owner, asked, 1);
      if (verdict) return verdict.probe;
    }
    return null;
  } finally {
    await world.owner.query("rollback");
  }
}

describe("every rule of the database", () => {
  it("is missed when it is weakened: no mutant survives", { timeout: 600_000 }, async () => {
    const since = performance.now();
    const survivors: string[] = [];
    for (const mutant of mutants) {
      const killer = await killerOf(mutant);
      if (killer === null) survivors.push(mutant.name);
      else missed.set(killer, (missed.get(killer) ?? 0) + 1);
    }
    const expected = equivalent.map(({ mutant }) => mutant);
    const counts = {
      mutants: mutants.length,
      killed: mutants.length - survivors.length,
      equivalent: expected.length,
    };
    report("mutation", counts, since);
    expect(survivors.sort()).toEqual([...expected].sort());
  });
});
