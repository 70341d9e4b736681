export type Row = Readonly<Record<string, unknown>>;
export type Snapshot = Readonly<Record<string, readonly Row[]>>;

/** Who runs a statement: a viewer in the space they are in now, their locked device, or the system about some subjects. */
export type Asker = {
  readonly name: string;
  readonly role: "keel_app" | "keel_locked" | "keel_guest" | "keel_system";
  /** The viewer, whose device is locked, or whom the system is about by id. */
  readonly id: string | null;
  readonly couple: string | null;
  readonly partner: string | null;
  readonly subjects: readonly string[];
  /** Of a viewer who looks through their partner's eyes: the partner, in the same space. */
  readonly through?: Asker;
};

/** Whether a row is for this asker, said apart from any policy. */
export type Rule = (row: Row, asker: Asker, all: Snapshot) => boolean;

/** What one role may do with a table. What is not named here is refused with "permission denied". */
export type Rights = {
  /** `by`: the columns that tell rows apart for whoever may not read the key. */
  readonly read?: {
    readonly rows: Rule;
    readonly never?: readonly string[];
    readonly by?: readonly string[];
  };
  /** Columns that may be given, and a row that this asker may add, or null where there is none. */
  readonly add?: {
    readonly columns?: readonly string[];
    readonly row: (asker: Asker, all: Snapshot) => Row | null;
    readonly first?: string;
  };
  /** Columns that may be changed, each with the SQL of a harmless value; `onlyHere`: a change in an earlier space is refused as an error. */
  readonly change?: {
    readonly rows: Rule;
    readonly columns: Readonly<Record<string, string>>;
    readonly onlyHere?: true;
  };
  readonly remove?: { readonly rows: Rule };
};

/** How a column's bytes lie in the database, a dump and a backup. `public half`: a key that opens nothing without its other half. */
export type Storage = "plain" | "ciphertext" | "hash" | "public half";

/** A sentence about one statement that no rule of rows can say. */
export type Particular = {
  readonly says: string;
  readonly by: string;
  /** Run by the owner before, to make a state that the rules do not allow; taken back afterwards. */
  readonly given?: string;
  readonly try: string;
  readonly ends:
    | "refused by policy"
    | "refused by trigger"
    | "refused by check"
    | "refused"
    | "no rows"
    | "done"
    | { readonly count: number };
};

export type TablePromise = {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Storage>>;
  /** Columns that Postgres fills in from others: it refuses whoever gives or changes one. */
  readonly generated?: readonly string[];
  readonly viewer: Rights;
  readonly system: Rights;
  /** Of a locked device; where it is left out, nothing. */
  readonly locked?: Rights;
  /** Of somebody without an account; where it is left out, nothing. */
  readonly guest?: Rights;
  readonly particulars?: readonly Particular[];
};

export const mine: Rule = (row, asker) => asker.id !== null && (row.author_id ?? row.account_id) === asker.id;
export const here: Rule = (row, asker) => asker.couple !== null && row.couple_id === asker.couple;
export const inASpaceOf: Rule = (row, asker, all) =>
  (all.members ?? []).some((one) => one.couple_id === row.couple_id && one.account_id === asker.id);
export const mineHere: Rule = (row, asker, all) => mine(row, asker, all) && here(row, asker, all);
export const concerned =
  (...of: ((row: Row) => unknown)[]): Rule =>
  (row, asker) =>
    of.some((subject) => asker.subjects.includes(String(subject(row))));
export const hexOf = (column: string) => (row: Row) => (row[column] as Buffer).toString("hex");
export const nobody: Rights = {};

/** The system's subjects that belong to nobody yet: what it may make. */
export const SPARE = {
  account: "00000000-0000-4000-8000-000000000001",
  couple: "00000000-0000-4000-8000-000000000002",
  email: "spare@example.org",
} as const;

export const BYTES = Buffer.from([0]);
export const FREE_DAY = "2026-10-10";

type InSpace = { readonly id: string | null; readonly couple: string | null };

/** Where the asker may write now. */
export const spaceOf = (asker: InSpace) =>
  asker.id && asker.couple ? { couple_id: asker.couple, author_id: asker.id } : null;

/** Whether nothing is attached to an entry yet. */
export const isBare = (entry: Row, all: Snapshot) =>
  entry.kind === "check_in" && !(all.check_ins ?? []).some((of) => of.entry_id === entry.id);

/** An entry of the asker's own to which nothing is attached yet. */
export function bareOf(asker: InSpace, all: Snapshot, audience: string) {
  const entry = (all.entries ?? []).find(
    (row) =>
      row.author_id === asker.id &&
      row.couple_id === asker.couple &&
      row.audience === audience &&
      isBare(row, all),
  );
  return entry ? { couple_id: entry.couple_id, author_id: entry.author_id, entry_id: entry.id } : null;
}

export const entryOf = (row: Row, all: Snapshot) =>
  (all.entries ?? []).find(
    (entry) =>
      entry.couple_id === row.couple_id && entry.author_id === row.author_id && entry.id === row.entry_id,
  );
/** Of what is announced: whether its time has come. Everything else is there at once. */
export const hasReached = (entry: Row, all: Snapshot) =>
  (entry.kind !== "correction" && entry.kind !== "acknowledgement") ||
  (all.announcements ?? []).some(
    (row) =>
      row.couple_id === entry.couple_id &&
      row.author_id === entry.author_id &&
      row.entry_id === entry.id &&
      row.reaches_at instanceof Date &&
      row.reaches_at <= new Date(),
  );
export const inShownEntry: Rule = (row, asker, all) => {
  const entry = entryOf(row, all);
  return here(row, asker, all) && entry?.audience === "partner" && hasReached(entry, all);
};
/** Of what has nothing of its own to ask. */
export const asItsEntry: { readonly rows: Rule } = {
  rows: (row, asker, all) => mine(row, asker, all) || inShownEntry(row, asker, all),
};
