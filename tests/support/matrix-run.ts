import pg from "pg";
import type { Ending, Probe } from "@/tests/support/matrix-statement";

const servingRole = () => new URL(process.env.SERVING_DATABASE_URL ?? "").username;

/** How a statement ended: the first column of its rows and how many there were, or why it did not run. */
type Outcome =
  | { readonly rows: readonly string[]; readonly count: number }
  | {
      readonly error:
        | "permission denied"
        | "refused by policy"
        | "refused by trigger"
        | "refused by check"
        | "not given"
        | "other";
      readonly code: string;
      readonly message: string;
    };

export type Verdict = {
  readonly probe: Probe;
  readonly wrong: "leak" | "over-block";
  readonly sentence: string;
};

/**
 * Runs statements as their askers in one transaction that is taken back, and answers those that did not end as promised.
 * @param client the owner's, or the serving login's where nothing has to be given first
 */
export async function verdictsOn(client: pg.ClientBase, probes: readonly Probe[]): Promise<Verdict[]> {
  const found: Verdict[] = [];
  await client.query("begin; savepoint probe");
  for (const probe of probes) {
    const verdict = await judge(client, probe);
    if (verdict) found.push(verdict);
  }
  await client.query("rollback");
  return found;
}

/** Runs one statement as its asker; what it did is taken back by the next. Null where it ended as promised. The savepoint `probe` must stand. */
export async function judge(client: pg.ClientBase, probe: Probe): Promise<Verdict | null> {
  const outcome = await attempt(client, probe);
  const wrong = compare(probe.ends, outcome);
  if (!wrong) return null;
  const got =
    "error" in outcome ? `${outcome.error}: ${outcome.code} ${outcome.message}` : `${outcome.count} rows`;
  const wanted =
    typeof probe.ends === "string"
      ? probe.ends
      : "keys" in probe.ends
        ? `${probe.ends.keys.length} rows`
        : `${probe.ends.count} rows`;
  return { probe, wrong, sentence: `${probe.says}: wanted ${wanted}, got ${got}` };
}

async function attempt(client: pg.ClientBase, { given, role, asker, sql }: Probe): Promise<Outcome> {
  const viewer = asker?.role === "keel_app" ? (asker.id ?? "") : "";
  const subjects = asker?.role === "keel_system" ? asker.subjects.join(" ") : "";
  const lens = asker?.through ? "on" : "";
  const become = role === "the login" ? `set local role ${servingRole()};` : `set local role ${role};`;
  const asAsker = `select set_config('app.viewer_id', '${viewer}', true), set_config('app.subjects', ${pg.escapeLiteral(subjects)}, true), set_config('app.through_partners_eyes', '${lens}', true); ${become}`;
  // One message for each statement: there are thousands. What must be given first goes apart, so that its own failure is not taken for a refusal.
  try {
    if (given) await client.query(`rollback to savepoint probe; ${given}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { error: "not given", code: error.code ?? "", message: error.message };
  }
  try {
    const results = await client.query<unknown[]>({
      text: `${given ? "" : "rollback to savepoint probe;"} ${asAsker} ${sql}`,
      rowMode: "array",
    });
    const { rows, rowCount } = last(results as unknown as pg.QueryArrayResult<unknown[]>[]);
    return { rows: rows.map(([first]) => String(first)).sort(), count: rowCount ?? 0 };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { error: reason(error), code: error.code ?? "", message: error.message };
  }
}

function last<T>(results: readonly T[]): T {
  const found = results.at(-1);
  if (found === undefined) throw new Error("a statement had no result");
  return found;
}

function reason({ code, message }: pg.DatabaseError) {
  if (code === "42501")
    return message.includes("row-level security") ? "refused by policy" : "permission denied";
  if (code === "23514") return "refused by check";
  return code === "23000" ? "refused by trigger" : "other";
}

function compare(ends: Ending, outcome: Outcome): "leak" | "over-block" | null {
  const error = "error" in outcome ? outcome.error : null;
  if (error === "not given") return "over-block";
  if (ends === "refused") return error ? null : "leak";
  if (
    ends === "permission denied" ||
    ends === "refused by policy" ||
    ends === "refused by trigger" ||
    ends === "refused by check"
  )
    return error === ends ? null : "leak";
  if ("error" in outcome) return "over-block";
  if (ends === "allowed") return null;
  if (ends === "done") return outcome.count > 0 ? null : "over-block";
  if (ends === "no rows") return outcome.count === 0 ? null : "leak";
  if ("count" in ends)
    return outcome.count === ends.count ? null : outcome.count > ends.count ? "leak" : "over-block";
  if (outcome.rows.some((key) => !ends.keys.includes(key))) return "leak";
  return outcome.rows.length === ends.keys.length ? null : "over-block";
}
