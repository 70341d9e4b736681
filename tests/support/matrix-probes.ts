import { tables } from "@/tests/privacy/tables";
import { functions, sentences } from "@/tests/privacy/tables/functions";
import {
  type Asker,
  entryOf,
  type Particular,
  type Rights,
  type Row,
  type Snapshot,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import { type Askers, guests, keySql, lenses, locked, systems, viewers } from "@/tests/support/matrix-askers";
import { additions } from "@/tests/support/matrix-forgeries";
import { rights } from "@/tests/support/matrix-rights";
import { one, type Probe, rightsOf, roles } from "@/tests/support/matrix-statement";

/** All statements about one table. */
export function probesOf(
  table: string,
  askers: Askers,
  all: Snapshot,
  named: (sql: string) => string,
): Probe[] {
  const promised = tables[table];
  if (!promised) throw new Error(`${table} is not classified in tests/privacy/tables`);
  const asking = [...viewers, ...locked, ...guests, ...systems].map((name) => one(askers, name));
  return [
    ...rights(table, promised, askers),
    ...asking.flatMap((asker) => [
      ...reads(table, promised, asker, all),
      ...changes(table, promised, asker, all),
      ...removals(table, promised, asker, all),
      ...additions(table, promised, asker, askers, all),
    ]),
    ...lenses.flatMap((name) => seen(table, promised, one(askers, name), all)),
    ...particulars(table, promised.particulars ?? [], askers, named),
  ];
}

/** Through the partner's eyes a viewer sees what both of them may read, and nothing else. */
function seen(table: string, promised: TablePromise, asker: Asker, all: Snapshot): Probe[] {
  const { read } = promised.viewer;
  if (!read || !asker.through) return [];
  const partner = asker.through;
  const both = (all[table] ?? []).filter(
    (row) =>
      read.rows(row, asker, all) &&
      (read.rows(row, partner, all) || waitsForTheOthersTime(row, table, asker, all)),
  );
  const { sql, nameOf } = keyOf(table, promised, read);
  return [
    {
      table,
      role: asker.role,
      asker,
      says: `${asker.name} sees exactly what both read in ${table}`,
      sql,
      ends: { keys: both.map(nameOf).sort() },
    },
  ];
}

/** How a table's rows are told apart by whoever reads it. */
function keyOf(table: string, { key }: TablePromise, read: Rights["read"]) {
  const by = read?.by;
  return {
    sql: `select ${keySql(by ?? key)} from public.${table}`,
    nameOf: (row: Row) => (by ? by.map((column) => row[column]).join("/") : String(row._key)),
  };
}

/** The one exception: whether what is announced has reached the other by now is told to nobody, its author included. */
function waitsForTheOthersTime(row: Row, table: string, { id, couple }: Asker, all: Snapshot): boolean {
  const entry = table === "entries" ? row : entryOf(row, all);
  return (
    entry?.kind === "correction" &&
    (table === "entries" || "entry_id" in row) &&
    entry.author_id === id &&
    entry.couple_id === couple &&
    entry.audience === "partner" &&
    (table !== "entry_words" || row.audience === "partner") &&
    ["entries", "entry_words", "announcements"].includes(table) &&
    (all.announcements ?? []).some((of) => of.entry_id === entry.id && of.way === "at_time")
  );
}

/** All statements about the functions: who may call which, and what a cookie's token opens. */
export function probesOfFunctions(askers: Askers, named: (sql: string) => string): Probe[] {
  const calls = Object.entries(functions).flatMap(([signature, { may }]) =>
    roles.map((role): Probe => {
      const yes = may.some((one) => one === role);
      const sql = `select ${signature.replace(/\w+(?=[,)])/g, (type) => `null::${type}`)}`;
      const asker = role === "keel_app" ? one(askers, "anonymous") : null;
      const says = `${role} ${yes ? "may" : "may not"} call ${signature}`;
      return { table: "functions", says, role, asker, sql, ends: yes ? "allowed" : "permission denied" };
    }),
  );
  return [...calls, ...particulars("functions", sentences, askers, named)];
}

function particulars(
  table: string,
  some: readonly Particular[],
  askers: Askers,
  named: (sql: string) => string,
): Probe[] {
  return some.map(({ says, by, given, try: sql, ends }) => {
    const asker = by === "the login" ? null : one(askers, by);
    const role = asker?.role ?? "the login";
    return { table, says, role, asker, sql: named(sql), ends, ...(given ? { given: named(given) } : {}) };
  });
}

function reads(table: string, promised: TablePromise, asker: Asker, all: Snapshot): Probe[] {
  const { read, change } = rightsOf(promised, asker);
  const about = { table, role: asker.role, asker };
  const { sql: key, nameOf: named } = keyOf(table, promised, read);
  if (!read)
    return [
      {
        ...about,
        says: `${asker.name} reads nothing in ${table}`,
        sql: `select 1 from public.${table}`,
        ends: "permission denied",
      },
    ];
  const readable = (all[table] ?? []).filter((row) => read.rows(row, asker, all));
  const lockable = readable.filter((row) => change?.rows(row, asker, all) === true);
  return [
    {
      ...about,
      says: `${asker.name} reads exactly what is theirs to read in ${table}`,
      sql: key,
      ends: { keys: readable.map(named).sort() },
    },
    ...(change || table !== "reminders" || asker.role === "keel_app"
      ? [
          {
            ...about,
            says: `${asker.name} locks only what they may change in ${table}`,
            sql: `${key} for update`,
            ends: change ? { keys: lockable.map(named).sort() } : ("permission denied" as const),
          },
        ]
      : []),
  ];
}

function changes(table: string, promised: TablePromise, asker: Asker, all: Snapshot): Probe[] {
  const { change } = rightsOf(promised, asker);
  if (!change) return [];
  const inReach = (row: Row) => !change.onlyHere || row.couple_id === asker.couple;
  const count = (all[table] ?? []).filter((row) => change.rows(row, asker, all) && inReach(row)).length;
  const where = change.onlyHere ? ` where couple_id = '${asker.couple ?? SPARE.couple}'` : "";
  return Object.entries(change.columns).map(([column, value]) => ({
    table,
    role: asker.role,
    asker,
    says: `${asker.name}, changing every ${column} in ${table} at once, changes only what is theirs to change`,
    sql: `update public.${table} set ${column} = ${value}${where}`,
    ends: { count },
  }));
}

function removals(table: string, promised: TablePromise, asker: Asker, all: Snapshot): Probe[] {
  const { remove } = rightsOf(promised, asker);
  if (!remove) return [];
  const count = (all[table] ?? []).filter((row) => remove.rows(row, asker, all)).length;
  return [
    {
      table,
      role: asker.role,
      asker,
      says: `${asker.name}, deleting everything in ${table}, deletes only what is theirs to delete`,
      sql: `delete from public.${table}`,
      ends: { count },
    },
  ];
}
