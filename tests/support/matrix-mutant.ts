/** One rule made weaker (or, where that holds something back, narrower): what it is called, and the SQL that does it. */
export type Mutant = {
  readonly name: string;
  readonly sql: string;
  /** Where it is most likely missed: by what is said of these tables or calls this function, a role, and whether by what may be done at all or by whose rows. */
  readonly tables: readonly string[];
  readonly called?: string;
  readonly role?: string;
  readonly about: "rights" | "rows";
};

/** The roles the serving login can become. */
export const GROUPS = ["keel_app", "keel_locked", "keel_guest", "keel_system", "keel_jobs"] as const;

export type Span = { readonly from: number; readonly to: number };

/** The tables that a function's body speaks of. */
export const tablesIn = (body: string) =>
  [...body.matchAll(/\bpublic\.(\w+)/g)].map(([, table = ""]) => table);

export const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
