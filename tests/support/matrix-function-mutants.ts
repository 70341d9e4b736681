import type pg from "pg";
import { functions } from "@/tests/privacy/tables/functions";
import { GROUPS, type Mutant, oneLine, type Span, tablesIn } from "@/tests/support/matrix-mutant";

type Routine = {
  readonly signature: string;
  readonly returns: string;
  readonly definition: string;
  readonly body: string;
  /** Tables whose triggers or policies call it. */
  readonly called_by: readonly string[];
};

export async function ofFunctions(owner: pg.Client): Promise<Mutant[]> {
  const { rows } = await owner.query<Routine>(
    `select 'app.' || proname || '(' || oidvectortypes(proargtypes) || ')' as signature, prorettype::regtype::text as returns,
            pg_get_functiondef(oid) as definition, prosrc as body,
            array(select tgrelid::regclass::text from pg_trigger where tgfoid = f.oid and not tgisinternal
                  union select polrelid::regclass::text from pg_policy join pg_depend on objid = pg_policy.oid
                  where classid = 'pg_policy'::regclass and refclassid = 'pg_proc'::regclass and refobjid = f.oid) as called_by
     from pg_proc f where pronamespace = 'app'::regnamespace order by 1`,
  );
  return rows.flatMap(({ signature, returns, definition, body, called_by }) => {
    const [called] = signature.split(/(?<=\()/);
    const becomes = (name: string, other: string) => ({
      tables: [...called_by, ...tablesIn(body), "functions"],
      called,
      about: "rows" as const,
      name: `${signature} ${name}`,
      sql: definition.replace(body, () => other),
    });
    const opened = GROUPS.filter((role) => !functions[signature]?.may.some((one) => one === role)).map(
      (role) => ({
        tables: ["functions"],
        called,
        role,
        about: "rights" as const,
        name: `${role} may call ${signature}`,
        sql: `grant usage on schema app to ${role}; grant execute on function ${signature} to ${role}`,
      }),
    );
    return [
      ...opened,
      ...conditionsOf(body, returns).flatMap(({ from, to, guards }) => {
        const condition = oneLine(body.slice(from, to));
        const without = becomes(`without "${condition}"`, `${body.slice(0, from)} true ${body.slice(to)}`);
        const never = becomes(`never "${condition}"`, `${body.slice(0, from)} false ${body.slice(to)}`);
        return guards ? [without, never] : [without];
      }),
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

const anybody = (signature: string) =>
  signature.includes("couple")
    ? "select couple_id from public.members where account_id = app.viewer_id() order by couple_id = (select current_couple_id from public.accounts where id = app.viewer_id()) limit 1"
    : "select id from public.accounts where id <> nullif(current_setting('app.viewer_id', true), '')::uuid order by id limit 1";

/** `guards`: it holds something back where it is true, so that it is weaker where it is never asked. */
type Condition = Span & { readonly guards: boolean };

/** Where a function's body asks something: after where, and, on, if, or a case it names, or at once, up to what ends it. */
function conditionsOf(body: string, returns: string): Condition[] {
  const code = body.replace(/--.*/g, (comment) => " ".repeat(comment.length));
  const asks =
    returns === "boolean"
      ? /\b(where|and|or|on|if|when '[a-z_]+' then)\s+|^\s*select\s+/gi
      : /\b(where|and|or|on(?! conflict)|if|when '[a-z_]+' then|else(?= \w+\.accepted\b))\s+/gi;
  return [...code.matchAll(asks)].flatMap((match) => {
    const from = match.index + match[0].length;
    const to = endOf(code, from);
    // A case is no condition: what it names is asked one by one. And what is always open is not made more so.
    if (/^(case|true)\b/i.test(code.slice(from))) return [];
    return [{ from, to, guards: /^(or|if)\b/i.test(match[0]) && returns === "trigger" }];
  });
}

function endOf(code: string, from: number): number {
  let depth = 0;
  for (let to = from; to < code.length; to++) {
    if (code[to] === "(") depth++;
    if (code[to] === ")" && depth-- === 0) return to;
    const over = /^(;|,|\s(and|or|then|when|else|end|join|left|order|limit)\b)/i;
    if (depth === 0 && over.test(code.slice(to, to + 8))) return to;
  }
  return code.length;
}
