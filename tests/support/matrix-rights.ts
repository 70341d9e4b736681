import type { Asker, Rights, TablePromise } from "@/tests/privacy/tables/promise";
import type { Askers } from "@/tests/support/matrix-askers";
import { one, type Probe, type Role, rightsOf } from "@/tests/support/matrix-statement";

/** Column by column, what each role may do at all; nothing is touched. */
export function rights(table: string, promised: TablePromise, askers: Askers): Probe[] {
  const may = (role: Role, asker: Asker | null): Rights | "anything" => {
    if (asker) return rightsOf(promised, asker);
    return role === "keel_jobs" && table === "rate_limits" ? "anything" : {};
  };
  const roles = [
    ["keel_app", one(askers, "ada")],
    ["keel_locked", one(askers, "ada's locked device")],
    ["keel_guest", one(askers, "a guest of ada")],
    ["keel_system", one(askers, "the system about ada")],
    ["keel_jobs", null],
    ["the login", null],
  ] as const;
  return roles.flatMap(([role, asker]) => {
    const allowed = may(role, asker);
    const whole = allowed === "anything";
    const probe = (says: string, sql: string, yes: boolean): Probe => ({
      table,
      says: `${role} ${yes ? "may" : "may not"} ${says}`,
      role,
      asker,
      sql,
      ends: yes ? "allowed" : "permission denied",
    });
    const columns = Object.keys(promised.columns).map((column) =>
      probe(
        `read ${table}.${column}`,
        `select ${column} from public.${table} where false`,
        whole || reading(allowed, promised).includes(column),
      ),
    );
    const given = Object.keys(promised.columns).filter((column) => !promised.generated?.includes(column));
    const written = given.flatMap((column) => [
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
      ...written,
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

/** The next time of a reminder that is due, and that its owner was told: by the system, row by row as the particulars say. */
const moves = (role: Role, table: string, column: string) =>
  role === "keel_system" && table === "reminders" && ["next_at", "told"].includes(column);
