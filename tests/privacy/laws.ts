import { tables } from "@/tests/privacy/tables";
import { functions } from "@/tests/privacy/tables/functions";
import { GROUPS } from "@/tests/support/matrix-mutant";

/** Asks the catalogue of a database as its owner. */
export type Ask = <T extends object>(sql: string, values?: readonly unknown[]) => Promise<T[]>;

/** Something that holds of the whole database, read from its catalogue: what breaks it, which is nothing. */
export type Law = { readonly says: string; readonly breaches: (ask: Ask) => Promise<readonly unknown[]> };

type Key = {
  readonly table: string;
  readonly key: string;
  readonly kind: "primary" | "unique" | "foreign";
  readonly columns: readonly string[];
  /** Of a foreign key: where it leads. */
  readonly to: readonly string[] | null;
};

/** Primary keys, unique indexes and foreign keys, each with its columns in order. */
const keys = (ask: Ask) =>
  ask<Key>(`
    select c.relname as table, i.relname as key, case when x.indisprimary then 'primary' else 'unique' end as kind,
           array(select a.attname::text from unnest(x.indkey::int[]) with ordinality as k(number, place)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by place) as columns, null as to
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where c.relnamespace = 'public'::regnamespace and x.indisunique
    union all
    select conrelid::regclass::text, conname, 'foreign',
           array(select a.attname::text from unnest(conkey) with ordinality as k(number, place)
                 join pg_attribute a on a.attrelid = conrelid and a.attnum = k.number order by place),
           array(select a.attname::text from unnest(confkey) with ordinality as k(number, place)
                 join pg_attribute a on a.attrelid = confrelid and a.attnum = k.number order by place)
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
    order by 1, 2`);

/** Tables with a couple's data, by the catalogue and not by our list. */
const withCouple = async (ask: Ask) =>
  (
    await ask<{ table: string }>(
      `select relname as table from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attname = 'couple_id' and not attisdropped`,
    )
  ).map(({ table }) => table);

/** A membership also reaches its account, which belongs to no couple. */
const ACROSS_COUPLES = ["members_account_id_fkey"];

/** What belongs to both has one history, and not one for each: their keys name no author. */
const OF_BOTH: Readonly<Record<string, string>> = {
  commitment_events_pkey:
    "the policy refuses whoever does not read the commitment before the key is asked; of two steps at once one is taken",
  commitment_sources_pkey: "the policy lets only whoever began a commitment name where it came from",
  commitment_terms_pkey: "the policy lets only whoever took the step say them, once",
  commitments_pkey:
    "its id is made at random for a form, and only who read it knows it; from whoever declined it the key keeps back all but whether it is still kept",
  follow_throughs_pkey: "both read all that was said of a day: a turn that is taken is no secret",
  mutual_words_pkey: "the policy lets only whoever took the step say them, once",
  agreed_words_pkey: "both read all that is proposed and agreed on: a turn that is taken is no secret",
  reviews_couple_id_open_key: "both read the review that runs",
  reviews_pkey: "both read every review of theirs; its id is made at random for a form",
};

const ofKeys: readonly Law[] = [
  {
    says: "keys begin with the couple in every table with a couple's data, and lead to keys that do",
    breaches: async (ask) => {
      const couples = await withCouple(ask);
      return (await keys(ask)).filter(
        ({ table, key, columns, to }) =>
          couples.includes(table) &&
          !ACROSS_COUPLES.includes(key) &&
          (columns[0] !== "couple_id" || (to !== null && to[0] !== "couple_id" && to.join() !== "id")),
      );
    },
  },
  {
    says: "keys name the author wherever a person's rows must differ from each other, so that nobody's row is in another's way",
    breaches: async (ask) => {
      const couples = await withCouple(ask);
      const authorless = (await keys(ask))
        .filter(({ table, kind, columns }) => {
          const named = columns.includes("author_id") || columns.includes("account_id");
          return couples.includes(table) && kind !== "foreign" && !named;
        })
        .map(({ key }) => key);
      return [
        ...authorless.filter((key) => !(key in OF_BOTH)),
        ...Object.keys(OF_BOTH).filter((key) => !authorless.includes(key)),
      ];
    },
  },
  {
    says: "every table with a rule is found by an index on what its rules compare, so that none reads what it hides",
    breaches: (ask) =>
      ask(
        `with compared as (
           select p.tablename as table, a.attname as column from pg_policies p
           join pg_attribute a on a.attrelid = format('public.%I', p.tablename)::regclass
             and concat(p.qual, p.with_check) ~ format('\\m%s = (ANY )?[( ]*(SELECT )?app\\.viewer_', a.attname)
           where p.schemaname = 'public'
           union select oid::regclass::text, 'couple_id' from pg_class where oid in (select attrelid from pg_attribute where attname = 'couple_id')
             and relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         )
         select c.table, array_agg(c.column) from compared c
         where c.column = 'couple_id' or not exists (select from compared o where o.table = c.table and o.column = 'couple_id')
         group by 1 having not bool_or(exists (
           select from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
           where x.indrelid = format('public.%I', c.table)::regclass and a.attname = c.column))`,
      ),
  },
];

const ofRules: readonly Law[] = [
  {
    says: "row level security is on for every table but Prisma's ledger, which nobody may touch",
    breaches: (ask) =>
      ask(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity and relname <> '_prisma_migrations'",
      ),
  },
  {
    says: "nothing is read from a table anywhere that has no rules, but by the jobs' own role",
    breaches: (ask) =>
      ask(
        `select c.oid::regclass::text as table, r.rolname as role from pg_class c, pg_roles r
         where (r.rolname = any ($1) or r.rolname like 'keel_serving%') and c.relkind in ('r', 'p', 'm', 'f') and not c.relrowsecurity
           and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
           and has_schema_privilege(r.oid, c.relnamespace, 'usage') and has_any_column_privilege(r.oid, c.oid, 'select, insert, update, references')`,
        [GROUPS.filter((group) => group !== "keel_jobs")],
      ),
  },
  {
    says: "every table and view is known, and none is there that the suite does not ask about",
    breaches: async (ask) => {
      const there = await ask<{ name: string }>(
        "select relname as name from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace) and relkind in ('r', 'p', 'f', 'm', 'v', 'S')",
      );
      const names = there.map(({ name }) => name);
      return [
        ...names.filter((name) => !(name in tables)),
        ...Object.keys(tables).filter((name) => !names.includes(name)),
      ];
    },
  },
  {
    says: "no rule is just true, and each asks who is asking or what they may read of another table",
    breaches: (ask) =>
      ask(
        `select tablename, policyname from pg_policies where schemaname = 'public'
         and (qual ~* '^\\(*true\\)*$' or with_check ~* '^\\(*true\\)*$' or concat(qual, with_check) !~ 'app\\.|EXISTS')`,
      ),
  },
  {
    says: "every rule is for one of the groups, never for everyone",
    breaches: (ask) =>
      ask(
        "select policyname, roles from pg_policies where cardinality(roles) <> 1 or not roles <@ $1::name[]",
        [GROUPS],
      ),
  },
  {
    says: "rules hold for views too",
    breaches: (ask) =>
      ask(
        `select oid::regclass::text as view from pg_class where relkind in ('v', 'm') and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
         and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)
         and exists (select from unnest($1::name[]) as role where has_schema_privilege(role, relnamespace, 'usage'))`,
        [GROUPS.filter((group) => group !== "keel_jobs")],
      ),
  },
  {
    says: "nothing is granted to everyone, handed on, or granted that no rule judges",
    breaches: (ask) =>
      ask(
        `select a.thing, a.kind, coalesce(r.rolname, 'everyone') as role, a.privilege_type
         from (
           select c.oid::regclass::text as thing, 'table' as kind, (aclexplode(c.relacl)).*, c.relowner as owner from pg_class c where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
           union all select c.oid::regclass || '.' || attname, 'column', (aclexplode(attacl)).*, c.relowner from pg_attribute join pg_class c on c.oid = attrelid where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
           union all select p.oid::regprocedure::text, 'function', (aclexplode(coalesce(proacl, acldefault('f', proowner)))).*, proowner from pg_proc p where pronamespace in ('public'::regnamespace, 'app'::regnamespace)
           union all select nspname, 'schema', (aclexplode(nspacl)).*, nspowner from pg_namespace where nspname in ('public', 'app')
           union all select 'whatever is made later', 'default', (aclexplode(defaclacl)).*, defaclrole from pg_default_acl
         ) a left join pg_roles r on r.oid = a.grantee
         where a.grantee <> a.owner and (a.grantee = 0 or a.is_grantable or not (
           a.kind = 'table' and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
           or a.kind = 'column' and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE')
           or a.kind = 'function' and a.privilege_type = 'EXECUTE'
           or a.kind = 'schema' and a.privilege_type = 'USAGE'
           or a.thing = 'rate_limits' and r.rolname = 'keel_jobs'))`,
      ),
  },
];

const ofFunctions: readonly Law[] = [
  {
    says: "every function is known, and which run with their owner's rights",
    breaches: async (ask) => {
      const there = await ask<{ signature: string; definer: boolean }>(
        `select 'app.' || proname || '(' || oidvectortypes(proargtypes) || ')' as signature, prosecdef as definer
         from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace)`,
      );
      return [
        ...there.filter(
          ({ signature, definer }) => definer !== (functions[signature]?.definer !== undefined),
        ),
        ...there.filter(({ signature }) => !(signature in functions)),
        ...Object.keys(functions).filter((known) => !there.some(({ signature }) => signature === known)),
      ];
    },
  },
  {
    says: "every function looks for names nowhere but where it says",
    breaches: (ask) =>
      ask(
        `select oid::regprocedure::text as name from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace)
         and not coalesce(proconfig @> array['search_path=""'], false)`,
      ),
  },
  {
    says: "nothing runs with its owner's rights anywhere else",
    breaches: (ask) =>
      ask(
        "select oid::regprocedure::text as name from pg_proc where prosecdef and pronamespace not in ('app'::regnamespace, 'pg_catalog'::regnamespace)",
      ),
  },
];

const ofRoles: readonly Law[] = [
  {
    says: "the serving login and its groups have no power",
    breaches: (ask) =>
      ask(
        `select rolname from pg_roles where (rolname = any ($1) or rolname = $2)
         and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls or rolinherit or rolcanlogin <> (rolname = $2))`,
        [GROUPS, login()],
      ),
  },
  {
    says: "the serving login belongs to exactly the groups, inherits from none, and they belong to nothing",
    breaches: async (ask) => {
      const belongs = await ask<{ group: string; member: string; more: boolean }>(
        `select roleid::regrole::text as group, member::regrole::text as member, admin_option or inherit_option as more
         from pg_auth_members where member = any ($1::regrole[])`,
        [[...GROUPS, login()]],
      );
      return [
        ...belongs.filter(({ member, more, group }) => member !== login() || more || !isGroup(group)),
        ...GROUPS.filter((one) => !belongs.some(({ group }) => group === one)),
      ];
    },
  },
  {
    says: "the serving login owns nothing in any database, and of its groups only the jobs' own their queue",
    breaches: (ask) =>
      ask(
        `select refobjid::regrole::text as role, classid::regclass::text as kind, objid from pg_shdepend
         where deptype = 'o' and refclassid = 'pg_authid'::regclass and refobjid = any ($1::regrole[])`,
        [[...GROUPS.filter((group) => group !== "keel_jobs"), login()]],
      ),
  },
];

const isGroup = (name: string) => GROUPS.some((group) => group === name);
const login = () => new URL(process.env.SERVING_DATABASE_URL ?? "").username;

export const laws: readonly Law[] = [...ofKeys, ...ofRules, ...ofFunctions, ...ofRoles];

/** Everything that breaks a law, by what the law says. */
export async function lawsBroken(ask: Ask): Promise<string[]> {
  const broken: string[] = [];
  for (const { says, breaches } of laws)
    broken.push(...(await breaches(ask)).map((breach) => `${says}: ${JSON.stringify(breach)}`));
  return broken;
}
