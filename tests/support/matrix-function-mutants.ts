import type pg from "pg";
import { functions } from "@/tests/privacy/tables/functions";
import { GROUPS, type Mutant, oneLine, type Span } from "@/tests/support/matrix-mutant";

type Routine = {
  readonly signature: string;
  readonly returns: string;
  readonly definition: string;
  readonly body: string;
};

export async function ofFunctions(owner: pg.Client): Promise<Mutant[]> {
  const { rows } = await owner.query<Routine>(
    `select 'app.' || proname || '(' || oidvectortypes(proargtypes) || ')' as signature, prorettype::regtype::text as returns,
            pg_get_functiondef(oid) as definition, prosrc as body
     from pg_proc where pronamespace = 'app'::regnamespace order by 1`,
  );
  return rows.flatMap(({ signature, returns, definition, body }) => {
    const becomes = (name: string, other: string) => ({
      ...likelyFor(signature),
      name: `${signature} ${name}`,
      sql: definition.replace(body, () => other),
    });
    const opened = GROUPS.filter((role) => !functions[signature]?.may.some((one) => one === role)).map(
      (role) => ({
        table: "functions",
        role,
        about: "rights" as const,
        name: `${role} may call ${signature}`,
        sql: `grant usage on schema app to ${role}; grant execute on function ${signature} to ${role}`,
      }),
    );
    return [
      ...opened,
      ...conditionsOf(body, returns).map(({ from, to }) =>
        becomes(
          `without "${oneLine(body.slice(from, to))}"`,
          `${body.slice(0, from)} true ${body.slice(to)}`,
        ),
      ),
      ...(returns === "trigger" ? [becomes("doing nothing", "begin return coalesce(new, old); end")] : []),
      ...(returns === "uuid"
        ? [
            becomes("answering nobody", "select null::uuid"),
            becomes("answering somebody", anybody(signature)),
          ]
        : []),
      ...(returns === "boolean"
        ? [becomes("answering yes", "select true"), becomes("answering no", "select false")]
        : []),
    ];
  });
}

function likelyFor(signature: string): Pick<Mutant, "table" | "role" | "about"> {
  if (signature.startsWith("app.enter")) return { table: "functions", role: "the login", about: "rows" };
  if (signature.startsWith("app.concerns")) return { table: "accounts", role: "keel_system", about: "rows" };
  if (signature.startsWith("app.has_space"))
    return { table: "functions", role: "keel_system", about: "rows" };
  const [, table = "entry_words"] = likely.find(([part]) => signature.includes(part)) ?? [];
  return { table, role: "keel_app", about: "rows" };
}

const likely = [
  ["check_in", "check_ins"],
  ["viewer", "members"],
  ["news", "news"],
  ["return", "space_requests"],
] as const;

const anybody = (signature: string) =>
  signature.includes("couple")
    ? "select couple_id from public.members where account_id = app.viewer_id() order by couple_id = (select current_couple_id from public.accounts where id = app.viewer_id()) limit 1"
    : "select id from public.accounts where id <> nullif(current_setting('app.viewer_id', true), '')::uuid order by id limit 1";

/** Where a function's body asks something: after where, and, on and if, or at once, up to the next word that ends it. */
function conditionsOf(body: string, returns: string): Span[] {
  const asks =
    returns === "boolean"
      ? /\b(where|and|or|on|if)\s+|^\s*select\s+/gi
      : /\b(where|and|or|on(?! conflict)|if)\s+/gi;
  return [...body.matchAll(asks)].map((match) => {
    const from = match.index + match[0].length;
    let depth = 0;
    let to = from;
    for (; to < body.length; to++) {
      if (body[to] === "(") depth++;
      if (body[to] === ")" && depth-- === 0) break;
      if (
        depth === 0 &&
        (body[to] === ";" || /^\s(and|or|then|join|left|order|limit)\b/i.test(body.slice(to, to + 8)))
      )
        break;
    }
    return { from, to };
  });
}
