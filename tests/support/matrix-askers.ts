import type pg from "pg";
import type { Viewer } from "@/lib/db/viewer";
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
/** People without an account, by what was given to them and what has become of it. */
export const guests = [
  "a guest of ada",
  "a guest of ada and ben",
  "a guest of cleo",
  "a guest whose visit is over",
  "a guest whose link has run out",
  "a guest whose link was ended",
  "a guest of an ended space",
  "nobody's guest",
] as const;
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
    ...guestsOf(ada.viewer, ben.viewer, people.cleo.viewer, all),
  ];
  const [herself, himself] = [viewer("ada"), viewer("ben")];
  askers.push(
    { ...herself, name: "ada through ben's eyes", through: himself },
    { ...himself, name: "ben through ada's eyes", through: herself },
  );
  return new Map(askers.map((asker) => [asker.name, asker]));
}

type Of = Pick<Viewer, "id" | "coupleId">;

function guestsOf(ada: Of, ben: Of, cleo: Of, all: Snapshot): Asker[] {
  const packets = all.packets ?? [];
  const links = (all.guest_links ?? []).map((row): Row => {
    const packet = packets.find(({ id, author_id }) => id === row.packet_id && author_id === row.maker_id);
    return { ...row, kind: packet?.kind };
  });
  const link = (of: Of, kind: "joint" | "own", ended = false, maker = of) =>
    links.find(
      (row) =>
        row.author_id === of.id &&
        row.maker_id === maker.id &&
        row.couple_id === of.coupleId &&
        row.kind === kind &&
        (row.revoked_at !== null) === ended,
    );
  const visits = (row: Row | undefined, over = false) =>
    (all.guest_visits ?? [])
      .filter(({ link_id, open_until }) => link_id === row?.id && (open_until as Date) < new Date() === over)
      .map(({ token_hash }) => hexOf(token_hash));
  const earlier = links.find(
    (row) => row.author_id === ada.id && row.couple_id !== ada.coupleId && row.kind === "joint",
  );
  const guest = (name: (typeof guests)[number], ...subjects: string[]): Asker => {
    if (subjects.length === 0 && name !== "nobody's guest") throw new Error(`${name} was given nothing`);
    return { name, role: "keel_guest", id: null, couple: null, partner: null, subjects };
  };
  const finds = (what: string, ...subjects: string[]): Asker => ({
    name: `the system about ${what}`,
    role: "keel_system",
    id: null,
    couple: null,
    partner: null,
    subjects,
  });
  const adas = link(ada, "joint");
  const [address, words] = [hexOf(adas?.link_hash), hexOf(adas?.code_hash)];
  return [
    guest("a guest of ada", ...visits(adas)),
    guest("a guest of ada and ben", ...visits(adas), ...visits(link(ben, "joint", false, ada))),
    guest("a guest of cleo", ...visits(link(cleo, "joint"))),
    guest("a guest whose visit is over", ...visits(adas, true)),
    guest("a guest whose link has run out", ...visits(link(ada, "own"))),
    guest("a guest whose link was ended", ...visits(link(ada, "own", true))),
    guest("a guest of an ended space", ...visits(earlier)),
    guest("nobody's guest"),
    finds("ada's link and its words", address, words),
    finds("ada's link", address),
    finds("ada's link's words", words),
  ];
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
