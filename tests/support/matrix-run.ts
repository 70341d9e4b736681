import { readFileSync } from "node:fs";
import type pg from "pg";
import { tables } from "@/tests/privacy/tables";
import { askersIn, everythingIn, naming } from "@/tests/support/matrix-askers";
import { probesOf, probesOfFunctions } from "@/tests/support/matrix-probes";
import type { Probe } from "@/tests/support/matrix-statement";
import type { World } from "@/tests/support/matrix-world";

export type Verdict = {
  readonly probe: number;
  readonly wrong: "leak" | "over-block";
  readonly sentence: string;
};

/** Every statement about a world, laid down in its database to be judged there. */
export class Trial {
  private constructor(readonly probes: readonly Probe[]) {}

  static async of({ owner, ...world }: World): Promise<Trial> {
    const all = await everythingIn(owner);
    const askers = askersIn({ owner, ...world }, all);
    const named = naming({ owner, ...world }, all);
    const probes = [
      ...Object.keys(tables).flatMap((table) => probesOf(table, askers, all, named)),
      ...probesOfFunctions(askers, named),
    ];
    await owner.query(readFileSync(new URL("matrix-judge.sql", import.meta.url), "utf8"));
    await owner.query(
      "insert into trial.probes select * from jsonb_populate_recordset(null::trial.probes, $1)",
      [JSON.stringify(probes.map(asStatement))],
    );
    return new Trial(probes);
  }

  /**
   * Runs statements as their askers and answers those that did not end as promised.
   * @param client the owner's, or the serving login's where nothing has to be given first
   * @param asked which statements, by their places, in this order
   */
  async verdicts(client: pg.ClientBase, asked: readonly number[], atMost?: number): Promise<Verdict[]> {
    const { rows } = await client.query<{ id: number; wrong: Verdict["wrong"]; got: string }>(
      "select * from trial.verdicts($1, $2)",
      [asked, atMost ?? null],
    );
    return rows.map(({ id, wrong, got }) => {
      const { says, ends } = this.probes[id] as Probe;
      const wanted =
        typeof ends === "string" ? ends : `${"keys" in ends ? ends.keys.length : ends.count} rows`;
      return { probe: id, wrong, sentence: `${says}: wanted ${wanted}, got ${got}` };
    });
  }
}

function asStatement({ given, role, asker, sql, ends }: Probe, id: number) {
  return {
    id,
    given,
    role: role === "the login" ? servingRole() : role,
    viewer: asker && asker.role !== "keel_system" ? (asker.id ?? "") : "",
    lens: asker?.through ? "on" : "",
    subjects: asker?.subjects.join(" ") ?? "",
    sql,
    ...(typeof ends === "string" ? { ends } : { ends: Object.keys(ends)[0], ...ends }),
  };
}

const servingRole = () => new URL(process.env.SERVING_DATABASE_URL ?? "").username;
