import type pg from "pg";
import { tables } from "@/tests/privacy/tables";
import { type Asker, type Row, type Snapshot, SPARE } from "@/tests/privacy/tables/promise";
import type { Name, World } from "@/tests/support/matrix-world";

/** Everything in every table, as only the owner sees it; `_key` is the row's key as text. */
export async function everythingIn(owner: pg.Client): Promise<Snapshot> {
  const all: Record<string, readonly Row[]> = {};
  for (const [name, { key }] of Object.entries(tables)) {
    const { rows } = await owner.query<Row>(`select *, ${keySql(key)} as _key from public.${name}`);
    all[name] = rows;
  }
  return all;
}

export const keySql = (key: readonly string[]) =>
  `concat_ws('/', ${key.map((column) => `${column}::text`).join(", ")})`;

/** The personas of the matrix, by name: viewers of Ada's rows, and the system about some people. */
export type Askers = ReadonlyMap<string, Asker>;

export const viewers = ["ada", "ben", "dan", "cleo", "anonymous"] as const;
export const systems = ["the system about ada", "the system about dan", "the system about nobody"] as const;
/** What each is to Ada, whose rows the matrix is about. */
export const persona = {
  ada: "author",
  ben: "partner",
  dan: "ex-partner",
  cleo: "stranger",
  anonymous: "anonymous",
} as const;

export function askersIn({ people }: World, all: Snapshot): Askers {
  const viewer = (name: Name): Asker => {
    const { id, coupleId, partnerId } = people[name].viewer;
    return { name, role: "keel_app", id, couple: coupleId, partner: partnerId, subjects: [] };
  };
  const system = (about: string, id: string | null, ...subjects: string[]): Asker => ({
    name: `the system about ${about}`,
    role: "keel_system",
    id,
    couple: null,
    partner: null,
    subjects: id ? [id, ...Object.values(SPARE), ...subjects] : subjects,
  });
  const invitation = (all.invitations ?? []).find(
    (row) => row.author_id === people.dan.viewer.id && row.accepted_at === null,
  );
  const [byLink, byWords] = [invitation?.link_hash, invitation?.code_hash].map((hash) =>
    (hash as Buffer).toString("hex"),
  ) as [string, string];
  const { ada, dan } = people;
  const askers: Asker[] = [
    viewer("ada"),
    viewer("ben"),
    viewer("dan"),
    viewer("cleo"),
    { name: "anonymous", role: "keel_app", id: null, couple: null, partner: null, subjects: [] },
    system("ada", ada.viewer.id, ada.viewer.coupleId),
    system("dan", dan.viewer.id, byLink, byWords),
    system("nobody", null),
    system("ada's address", null, ada.email),
    system("dan's link", null, byLink),
    system("dan's words", null, byWords),
  ];
  return new Map(askers.map((asker) => [asker.name, asker]));
}

/** Puts ids where a sentence of SQL names people: {ada}, {ada.couple}, {ada.hidden}, {dan.ended}. */
export function naming({ people }: World, all: Snapshot): (sql: string) => string {
  const coupleOf = (name: Name) => people[name].viewer.coupleId;
  const hidden = (all.entries ?? []).find(
    (row) =>
      row.couple_id === coupleOf("ada") &&
      row.author_id === people.ada.viewer.id &&
      row.audience === "only_me" &&
      !(all.check_ins ?? []).some((of) => of.entry_id === row.id),
  );
  const ended = (all.entries ?? []).find(
    (row) => row.author_id === people.dan.viewer.id && row.couple_id !== coupleOf("dan"),
  );
  const known: Record<string, unknown> = {
    ada: people.ada.viewer.id,
    ben: people.ben.viewer.id,
    dan: people.dan.viewer.id,
    "ada.couple": coupleOf("ada"),
    "dan.couple": coupleOf("dan"),
    "cleo.couple": coupleOf("cleo"),
    "ada.hidden": hidden?.id,
    "dan.ended": ended?.couple_id,
  };
  return (sql) =>
    sql.replace(/\{([a-z.]+)\}/g, (_whole, name: string) => {
      if (!known[name]) throw new Error(`nobody is called ${name}`);
      return String(known[name]);
    });
}
