import pg from "pg";
import { tables } from "@/tests/privacy/tables";
import { functions, sentences } from "@/tests/privacy/tables/functions";
import {
  type Asker,
  type Particular,
  type Rights,
  type Row,
  type Snapshot,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import { type Askers, keySql, systems, viewers } from "@/tests/support/matrix-askers";

const roles = ["keel_app", "keel_system", "keel_jobs", "the login"] as const;
export type Role = (typeof roles)[number];
/** One statement by one asker, and how it must end. */
export type Probe = {
  readonly table: string;
  readonly says: string;
  readonly role: Role;
  readonly asker: Asker | null;
  readonly given?: string;
  readonly sql: string;
  readonly ends: Ending;
};

/** `keys`: exactly these rows; `count`: so many; `refused`: an error of any kind; the others are named by their reason. */
export type Ending =
  | { readonly keys: readonly string[] }
  | { readonly count: number }
  | Particular["ends"]
  | "refused"
  | "permission denied"
  | "allowed";

/** All statements about one table. */
export function probesOf(
  table: string,
  askers: Askers,
  all: Snapshot,
  named: (sql: string) => string,
): Probe[] {
  const promised = tables[table];
  if (!promised) throw new Error(`${table} is not classified in tests/privacy/tables`);
  const asking = [...viewers, ...systems].map((name) => one(askers, name));
  return [
    ...rights(table, promised, askers),
    ...asking.flatMap((asker) => [
      ...reads(table, promised, asker, all),
      ...changes(table, promised, asker, all),
      ...removals(table, promised, asker, all),
      ...additions(table, promised, asker, askers, all),
    ]),
    ...particulars(table, promised.particulars ?? [], askers, named),
  ];
}

/** All statements about the functions: who may call which, and what a cookie's token opens. */
export function probesOfFunctions(askers: Askers, named: (sql: string) => string): Probe[] {
  const calls = Object.entries(functions).flatMap(([signature, { may }]) =>
    roles.map((role): Probe => {
      const yes = may.some((one) => one === role);
      const sql = `select ${signature.replace(/\((\w*)\)/, (_whole, type: string) => (type ? `(null::${type})` : "()"))}`;
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

function one(askers: Askers, name: string): Asker {
  const asker = askers.get(name);
  if (!asker) throw new Error(`there is no ${name}`);
  return asker;
}

const rightsOf = (promised: TablePromise, asker: Asker): Rights =>
  asker.role === "keel_app" ? promised.viewer : promised.system;

/** Column by column, what each role may do at all; nothing is touched. */
function rights(table: string, promised: TablePromise, askers: Askers): Probe[] {
  const may = (role: Role): Rights | "anything" =>
    role === "keel_app"
      ? promised.viewer
      : role === "keel_system"
        ? promised.system
        : role === "keel_jobs" && table === "rate_limits"
          ? "anything"
          : {};
  const roles = [
    ["keel_app", one(askers, "ada")],
    ["keel_system", one(askers, "the system about ada")],
    ["keel_jobs", null],
    ["the login", null],
  ] as const;
  return roles.flatMap(([role, asker]) => {
    const allowed = may(role);
    const whole = allowed === "anything";
    const probe = (says: string, sql: string, yes: boolean): Probe => ({
      table,
      says: `${role} ${yes ? "may" : "may not"} ${says}`,
      role,
      asker,
      sql,
      ends: yes ? "allowed" : "permission denied",
    });
    const columns = Object.keys(promised.columns).flatMap((column) => [
      probe(
        `read ${table}.${column}`,
        `select ${column} from public.${table} where false`,
        whole || reading(allowed, promised).includes(column),
      ),
      probe(
        `give ${table}.${column}`,
        `insert into public.${table} (${column}) select null where false`,
        whole || giving(allowed, promised).includes(column),
      ),
      probe(
        `change ${table}.${column}`,
        `update public.${table} set ${column} = null where false`,
        whole ||
          Object.keys(allowed.change?.columns ?? {}).includes(column) ||
          (!whole && moves(role, table, column)),
      ),
    ]);
    return [
      ...columns,
      probe(
        `delete from ${table}`,
        `delete from public.${table} where false`,
        whole || allowed.remove !== undefined,
      ),
      ...(whole ? [] : [probe(`empty ${table}`, `truncate public.${table}`, false)]),
    ];
  });
}

const reading = (allowed: Rights, promised: TablePromise) =>
  allowed.read
    ? Object.keys(promised.columns).filter((column) => !allowed.read?.never?.includes(column))
    : [];
const giving = (allowed: Rights, promised: TablePromise) =>
  allowed.add ? (allowed.add.columns ?? Object.keys(promised.columns)) : [];

/** The next time of a reminder that is due: moved by the system, row by row as the particulars of that table say. */
const moves = (role: Role, table: string, column: string) =>
  role === "keel_system" && table === "reminders" && column === "next_at";

function reads(table: string, promised: TablePromise, asker: Asker, all: Snapshot): Probe[] {
  const { read, change } = rightsOf(promised, asker);
  const about = { table, role: asker.role, asker };
  const key = `select ${keySql(promised.key)} from public.${table}`;
  if (!read)
    return [
      {
        ...about,
        says: `${asker.name} reads nothing in ${table}`,
        sql: `select 1 from public.${table}`,
        ends: "permission denied",
      },
    ];
  const rows = keysOf(all[table], (row) => read.rows(row, asker, all));
  const lockable = keysOf(
    all[table],
    (row) => read.rows(row, asker, all) && change?.rows(row, asker, all) === true,
  );
  return [
    {
      ...about,
      says: `${asker.name} reads exactly what is theirs to read in ${table}`,
      sql: key,
      ends: { keys: rows },
    },
    ...(change || table !== "reminders" || asker.role === "keel_app"
      ? [
          {
            ...about,
            says: `${asker.name} locks only what they may change in ${table}`,
            sql: `${key} for update`,
            ends: change ? { keys: lockable } : ("permission denied" as const),
          },
        ]
      : []),
  ];
}

function changes(table: string, promised: TablePromise, asker: Asker, all: Snapshot): Probe[] {
  const { change } = rightsOf(promised, asker);
  if (!change) return [];
  const inReach = (row: Row) => !change.onlyHere || row.couple_id === asker.couple;
  const count = keysOf(all[table], (row) => change.rows(row, asker, all) && inReach(row)).length;
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
  const count = keysOf(all[table], (row) => remove.rows(row, asker, all)).length;
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

/** What they may add, and the same row forged: as somebody else, into another space, onto somebody else's entry. */
function additions(
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
  const bare = (all.entries ?? []).filter(
    (entry) => !(all.check_ins ?? []).some((of) => of.entry_id === entry.id),
  );
  const others = bare.filter(
    (entry) => entry.author_id !== pattern.author_id || entry.couple_id !== pattern.couple_id,
  );
  return [
    ...others.map((entry) => ({
      ...pattern,
      couple_id: entry.couple_id,
      author_id: entry.author_id,
      entry_id: entry.id,
    })),
    ...others.map((entry) => ({ ...pattern, entry_id: entry.id })),
  ];
}

export function insert(table: string, row: Row): string {
  const columns = Object.keys(row);
  return `insert into public.${table} (${columns.join(", ")}) values (${columns.map((column) => literal(row[column])).join(", ")})`;
}

const literal = (value: unknown) =>
  Buffer.isBuffer(value)
    ? `'\\x${value.toString("hex")}'`
    : value === null
      ? "null"
      : pg.escapeLiteral(String(value));

const keysOf = (rows: readonly Row[] | undefined, theirs: (row: Row) => boolean) =>
  (rows ?? [])
    .filter(theirs)
    .map((row) => String(row._key))
    .sort();
