import type pg from "pg";
import { ofFunctions } from "@/tests/support/matrix-function-mutants";
import { GROUPS, type Mutant, oneLine, type Span, tablesIn } from "@/tests/support/matrix-mutant";

/** Every way in which one policy, grant, function, trigger or switch can be wrong by itself, found in the catalogue. */
export async function mutantsOf(owner: pg.Client): Promise<Mutant[]> {
  return [
    ...(await ofPolicies(owner)),
    ...(await ofSwitches(owner)),
    ...(await ofGrants(owner)),
    ...(await ofFunctions(owner)),
    ...(await ofTriggers(owner)),
  ];
}

type Policy = {
  readonly table: string;
  readonly role: string;
  readonly policy: string;
  readonly qual: string | null;
  readonly with_check: string | null;
};

async function ofPolicies(owner: pg.Client): Promise<Mutant[]> {
  const { rows } = await owner.query<Policy>(
    `select tablename as table, roles[1] as role, policyname as policy, qual, with_check
     from pg_policies where schemaname = 'public' order by 1, 3`,
  );
  return rows.flatMap(({ table, role, policy, qual, with_check }) => {
    const likely = { tables: [table], role, about: "rows" } as const;
    const weakened = (clause: "using" | "with check", condition: string | null) =>
      condition === null
        ? []
        : ["true", ...withoutOneCondition(condition)].map((weaker) => ({
            ...likely,
            name: `${policy} ${clause} ${oneLine(weaker)}`,
            sql: `alter policy ${policy} on public.${table} ${clause} (${weaker})`,
          }));
    const gone = { ...likely, name: `${policy} dropped`, sql: `drop policy ${policy} on public.${table}` };
    return [gone, ...weakened("using", qual), ...weakened("with check", with_check)];
  });
}

/** The same condition with one operand of an "and" taken as true, or one of an "or" as false, however deep it lies. */
function withoutOneCondition(condition: string): string[] {
  return groupsIn(condition).flatMap(({ from, to }) => {
    const inside = condition.slice(from, to);
    const operands = operandsOf(inside);
    if (operands.length === 0) return [];
    return operands.map((operand) => {
      const replaced = inside.slice(0, operand.from) + operand.neutral + inside.slice(operand.to);
      return condition.slice(0, from) + replaced + condition.slice(to);
    });
  });
}

function groupsIn(text: string): Span[] {
  const opened: number[] = [];
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") opened.push(at + 1);
    if (text[at] === ")") found.push({ from: opened.pop() ?? 0, to: at });
  }
  return found;
}

function operandsOf(group: string): (Span & { neutral: "true" | "false" })[] {
  const cuts: { at: number; by: " AND " | " OR " }[] = [];
  let depth = 0;
  for (let at = 0; at < group.length; at++) {
    if (group[at] === "(") depth++;
    if (group[at] === ")") depth--;
    for (const by of [" AND ", " OR "] as const)
      if (depth === 0 && group.startsWith(by, at)) cuts.push({ at, by });
  }
  const [first] = cuts;
  if (!first) return [];
  const neutral = first.by === " AND " ? "true" : "false";
  const starts = [0, ...cuts.map(({ at, by }) => at + by.length)];
  return starts.map((from, index) => ({ from, to: cuts[index]?.at ?? group.length, neutral }));
}

async function ofSwitches(owner: pg.Client): Promise<Mutant[]> {
  const { rows } = await owner.query<{ table: string }>(
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by 1`,
  );
  return rows.map(({ table }) => ({
    tables: [table],
    role: "keel_app",
    about: "rows",
    name: `${table} without row level security`,
    sql: `alter table public.${table} disable row level security`,
  }));
}

/** Whatever a role may do only with some columns, or not at all, given for the whole table; and everything it may do, taken. */
async function ofGrants(owner: pg.Client): Promise<Mutant[]> {
  const { rows } = await owner.query<{ table: string; role: string; verb: string }>(
    `select relname as table, role, verb
     from pg_class, unnest($1::text[]) as role, unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as verb
     where relnamespace = 'public'::regnamespace and relkind = 'r' and not has_table_privilege(role, pg_class.oid, verb) order by 1, 2, 3`,
    [GROUPS],
  );
  const { rows: held } = await owner.query<{ table: string; role: string }>(
    `select distinct table_name as table, grantee as role from information_schema.column_privileges
     where table_schema = 'public' and grantee = any ($1) and table_name <> 'rate_limits' order by 1, 2`,
    [GROUPS],
  );
  return [
    ...rows.map(({ table, role, verb }) => ({
      tables: [table],
      role,
      about: "rights" as const,
      name: `${role} may ${verb} all of ${table}`,
      sql: `grant ${verb} on public.${table} to ${role}`,
    })),
    ...held.map(({ table, role }) => ({
      tables: [table],
      role,
      about: "rights" as const,
      name: `${role} has lost ${table}`,
      sql: `revoke all on public.${table} from ${role}`,
    })),
  ];
}

async function ofTriggers(owner: pg.Client): Promise<Mutant[]> {
  const { rows } = await owner.query<{ table: string; name: string; body: string }>(
    `select tgrelid::regclass::text as table, tgname as name, prosrc as body from pg_trigger
     join pg_proc on pg_proc.oid = tgfoid join pg_class on pg_class.oid = tgrelid where relnamespace = 'public'::regnamespace and not tgisinternal order by 1, 2`,
  );
  return rows.map(({ table, name, body }) => ({
    tables: [table, ...tablesIn(body)],
    role: "keel_app",
    about: "rows",
    name: `${table} without trigger ${name}`,
    sql: `drop trigger ${name} on public.${table}`,
  }));
}
