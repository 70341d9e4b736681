import type pg from "pg";
import { tables } from "@/tests/privacy/tables";
import { type Asker, isBare, type Row, type Snapshot, SPARE } from "@/tests/privacy/tables/promise";
import { promisedBy } from "@/tests/support/matrix-promised";
import { saidBy } from "@/tests/support/matrix-said";
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
/** Viewers who look at what is theirs as their partner reads it. */
export const lenses = ["ada through ben's eyes", "ben through ada's eyes"] as const;
export const locked = ["ada's locked device"] as const;
export const systems = ["the system about ada", "the system about dan", "the system about nobody"] as const;
/** What each is to Ada, whose rows the matrix is about. */
export const persona = {
  ada: "author",
  ben: "partner",
  dan: "ex-partner",
  cleo: "stranger",
  anonymous: "anonymous",
  "ada's locked device": "locked",
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
  const [byLink, byWords] = [hexOf(invitation?.link_hash), hexOf(invitation?.code_hash)];
  const { ada, ben, dan } = people;
  const reset = (all.mail_resets ?? []).find((row) => row.account_id === ada.viewer.id);
  const ended = (all.entries ?? []).find(
    (row) => row.author_id === dan.viewer.id && row.couple_id !== dan.viewer.coupleId,
  );
  const askers: Asker[] = [
    viewer("ada"),
    viewer("ben"),
    viewer("dan"),
    viewer("cleo"),
    { name: "anonymous", role: "keel_app", id: null, couple: null, partner: null, subjects: [] },
    { ...viewer("ada"), name: "ada's locked device", role: "keel_locked", couple: null, partner: null },
    system("ada", ada.viewer.id, ada.viewer.coupleId, String(ended?.couple_id)),
    system("dan", dan.viewer.id, byLink, byWords),
    system("ben", ben.viewer.id),
    system("nobody", null),
    system("ada's reset", null, hexOf(reset?.token_hash)),
    system("ada's address", null, ada.email),
    system("dan's link", null, byLink),
    system("dan's words", null, byWords),
  ];
  const [herself, himself] = [viewer("ada"), viewer("ben")];
  askers.push(
    { ...herself, name: "ada through ben's eyes", through: himself },
    { ...himself, name: "ben through ada's eyes", through: herself },
  );
  return new Map(askers.map((asker) => [asker.name, asker]));
}

const hexOf = (hash: unknown) => (Buffer.isBuffer(hash) ? hash.toString("hex") : "");

/** Puts ids where a sentence of SQL names people and things: {ada}, {ada.couple}, {ada.kept}, {ben.feeling}, {dan.ended}. */
export function naming({ people }: World, all: Snapshot): (sql: string) => string {
  const viewer = (name: Name) => people[name].viewer;
  const adas = (all.entries ?? []).filter(
    (row) =>
      row.couple_id === viewer("ada").coupleId &&
      row.author_id === viewer("ada").id &&
      row.kind === "check_in",
  );
  const ended = (all.entries ?? []).find(
    (row) => row.author_id === viewer("dan").id && row.couple_id !== viewer("dan").coupleId,
  );
  const saying = (as: string, name: Name, couple: unknown) =>
    Object.fromEntries(
      Object.entries({
        ...saidBy(viewer(name).id, couple, all),
        ...promisedBy(viewer(name).id, couple, all),
      }).map(([what, id]) => [`${as}.${what}`, id]),
    );
  const session = (all.sessions ?? []).find((row) => row.id === viewer("ada").sessionId);
  const known: Record<string, unknown> = {
    ada: viewer("ada").id,
    ben: viewer("ben").id,
    dan: viewer("dan").id,
    cleo: viewer("cleo").id,
    "ada.name": viewer("ada").name,
    "ben.name": viewer("ben").name,
    "ada.couple": viewer("ada").coupleId,
    "dan.couple": viewer("dan").coupleId,
    "cleo.couple": viewer("cleo").coupleId,
    "dan.ended": ended?.couple_id,
    // An entry with numbers and words that was never shown, and two with nothing inside.
    "ada.kept": adas.find((row) => row.audience === "only_me" && !isBare(row, all) && neverShown(row, all))
      ?.id,
    "ada.hidden": adas.find((row) => row.audience === "only_me" && isBare(row, all))?.id,
    ...saying("ada", "ada", viewer("ada").coupleId),
    ...saying("ben", "ben", viewer("ben").coupleId),
    ...saying("cleo", "cleo", viewer("cleo").coupleId),
    ...saying("ada.ended", "ada", ended?.couple_id),
    ...saying("dan.ended", "dan", ended?.couple_id),
    "ada.session": session?.id,
    "ada.token": session && `\\x${(session.token_hash as Buffer).toString("hex")}`,
  };
  return (sql) =>
    sql.replace(/\{([a-z.]+)\}/g, (_whole, name: string) => {
      if (!known[name]) throw new Error(`nothing is called ${name}`);
      return String(known[name]);
    });
}

const neverShown = (entry: Row, all: Snapshot) =>
  !(all.entry_words ?? []).some((words) => words.entry_id === entry.id && words.shown);
