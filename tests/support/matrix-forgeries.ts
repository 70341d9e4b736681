import pg from "pg";
import {
  type Asker,
  isBare,
  type Row,
  type Snapshot,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import type { Askers } from "@/tests/support/matrix-askers";
import { type Ending, type Probe, rightsOf } from "@/tests/support/matrix-statement";

/** What they may add, and the same row forged: as somebody else, into another space, onto somebody else's entry. */
export function additions(
  table: string,
  promised: TablePromise,
  asker: Asker,
  askers: Askers,
  all: Snapshot,
): Probe[] {
  const { add } = rightsOf(promised, asker);
  if (!add) return [];
  const own = add.row(asker, all);
  const pattern =
    own ??
    [...askers.values()]
      .filter(({ role }) => role === asker.role)
      .map((other) => add.row(other, all))
      .find(Boolean);
  if (!pattern) return [];
  const probe = (says: string, row: Row, ends: Ending): Probe => ({
    table,
    role: asker.role,
    asker,
    says: `${asker.name} ${says}`,
    sql: insert(table, row),
    ends,
    ...(add.first ? { given: add.first } : {}),
  });
  return [
    ...(own ? [probe(`adds a row of their own to ${table}`, own, "done")] : []),
    ...forgeries(table, pattern, all)
      .filter((forged) => JSON.stringify(forged) !== JSON.stringify(own))
      .map((forged) =>
        probe(
          `does not add to ${table} as ${String(forged.author_id ?? forged.account_id)} in ${String(forged.couple_id)} at ${String(forged.entry_id)}`,
          forged,
          "refused",
        ),
      ),
  ];
}

function forgeries(table: string, pattern: Row, all: Snapshot): Row[] {
  const members = all.members ?? [];
  if (table === "couples" || table === "accounts")
    return (all[table] ?? []).map(({ id }) => ({
      ...pattern,
      id,
      ...(pattern.email ? { email: "forged@example.org" } : {}),
    }));
  if (table === "members") return members.map(({ account_id }) => ({ ...pattern, account_id }));
  if ("account_id" in pattern)
    return [...new Set(members.map((row) => row.account_id))].map((account_id) => ({
      ...pattern,
      account_id,
    }));
  const elsewhere = members.map((row) => ({
    ...pattern,
    couple_id: row.couple_id,
    author_id: row.account_id,
  }));
  if (!("entry_id" in pattern)) return elsewhere;
  const others = attachable(table, all).filter(
    ({ author_id, couple_id }) => author_id !== pattern.author_id || couple_id !== pattern.couple_id,
  );
  return [
    ...others.map(({ couple_id, author_id, entry_id }) => ({ ...pattern, couple_id, author_id, entry_id })),
    ...others.map(({ entry_id }) => ({ ...pattern, entry_id })),
  ];
}

/** Everything that a row of this table could still be part of. */
function attachable(table: string, all: Snapshot): readonly Row[] {
  if (table === "feeling_parts") return all.shared_feelings ?? [];
  const bare = (all.entries ?? []).filter((entry) => isBare(entry, all));
  return bare.map((entry) => ({ ...entry, entry_id: entry.id }));
}

function insert(table: string, row: Row): string {
  const columns = Object.keys(row);
  return `insert into public.${table} (${columns.join(", ")}) values (${columns.map((column) => literal(row[column])).join(", ")})`;
}

const literal = (value: unknown) =>
  Buffer.isBuffer(value)
    ? `'\\x${value.toString("hex")}'`
    : value === null
      ? "null"
      : pg.escapeLiteral(String(value));
