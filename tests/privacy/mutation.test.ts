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
  // A weakened rule that comes round to itself goes on until the stack is full.
  await world.owner.query("set max_stack_depth = '256kB'");
});

afterAll(() => world.owner.end());

/** How many mutants each statement has missed: what missed one is likely to miss the next. */
const missed = new Map<number, number>();

/** The statements most likely to miss the mutant, these first: what calls it, and what is said of its tables, one thing before many. */
function likelyFor({ tables, called, role, about }: Mutant): number[] {
  const isRight = ({ ends }: Probe) => ends === "allowed" || ends === "permission denied";
  const ofMany = ({ ends }: Probe) => typeof ends !== "string" && "count" in ends;
  const calls = ({ sql, given = "" }: Probe) => called !== undefined && `${given} ${sql}`.includes(called);
  return trial.probes
    .flatMap((probe, id) => {
      if (!tables.includes(probe.table)) return [];
      const fits = [
        isRight(probe) === (about === "rights"),
        !called || !ofMany(probe),
        calls(probe),
        probe.table !== "functions",
        probe.role === role,
      ];
      const likelihood = fits.reduce((sum, fit) => 2 * sum + Number(fit), 0);
      return [{ id, likelihood: 1_000 * likelihood + (missed.get(id) ?? 0) }];
    })
    .sort((one, other) => other.likelihood - one.likelihood)
    .map(({ id }) => id);
}

const everything = () => [...new Set([...missed.keys(), ...trial.probes.keys()])];

/** The statement that is first to miss what some mutants weaken together, or null where they live. */
async function killerOf(together: readonly Mutant[], ...turns: readonly (readonly number[])[]) {
  await world.owner.query(`begin; ${together.map(({ sql }) => sql).join(";")}`);
  try {
    for (const asked of turns) {
      const [verdict] = await trial.verdicts(world.owner, asked, 1);
      if (verdict) return verdict.probe;
    }
    return null;
  } finally {
    await world.owner.query("rollback");
  }
}

/** A rule may guard more than its own tables: of those that these do not miss, everything is asked. */
async function survives(mutant: Mutant): Promise<boolean> {
  const killer = await killerOf([mutant], likelyFor(mutant), everything());
  if (killer !== null) missed.set(killer, (missed.get(killer) ?? 0) + 1);
  return killer === null;
}

/** Mutants that are listed as equivalent, parted so that no two in a round weaken the same thing. */
function roundsOf(listed: readonly Mutant[]): Mutant[][] {
  const places = new Map<string, number>();
  const rounds: Mutant[][] = [];
  for (const mutant of listed) {
    const [place = ""] = mutant.sql.split(/ using | with check |\(/);
    const turn = places.get(place) ?? 0;
    places.set(place, turn + 1);
    rounds[turn] = [...(rounds[turn] ?? []), mutant];
  }
  return rounds;
}

/** Which of many live. Those that change nothing alone mostly change nothing together, and everything is asked of them at once. */
async function survivorsOf(listed: readonly Mutant[]): Promise<Mutant[]> {
  const living: Mutant[] = [];
  for (const round of roundsOf(listed)) {
    if ((await killerOf(round, everything())) === null) living.push(...round);
    else for (const mutant of round) if (await survives(mutant)) living.push(mutant);
  }
  return living;
}

describe("every rule of the database", () => {
  it("is missed when it is weakened: no mutant survives", { timeout: 600_000 }, async () => {
    const since = performance.now();
    const expected = equivalent.map(({ mutant }) => mutant);
    const survivors: Mutant[] = [];
    for (const mutant of mutants.filter(({ name }) => !expected.includes(name)))
      if (await survives(mutant)) survivors.push(mutant);
    survivors.push(...(await survivorsOf(mutants.filter(({ name }) => expected.includes(name)))));
    const counts = {
      mutants: mutants.length,
      killed: mutants.length - survivors.length,
      equivalent: expected.length,
    };
    report("mutation", counts, since);
    expect(survivors.map(({ name }) => name).sort()).toEqual([...expected].sort());
  });
});
