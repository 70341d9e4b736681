import { createHash } from "node:crypto";

/** Raw field values by name, as a form starts with them. */
export type Draft = Readonly<Record<string, readonly string[]>>;

/** Fields that are never empty, whatever was typed: names of what is written, and choices that begin with an answer. */
const BEGUN_WITH = [
  ...[
    "entry",
    "to",
    "before",
    "kind",
    "day",
    "space",
    "shown",
    "wish",
    "standing",
    "after",
    "agreement",
    "given",
    "received",
  ],
  ...["commitment", "turn", "whose", "area", "cost", "of", "way", "often", "times", "from", "review"],
];

/** Fields of a form that hold words, in the order they are read. */
export const WORDS = [
  "own_feeling",
  "what",
  "why",
  "said",
  "is_true",
  "did",
  "broke",
  "cost_you",
  "regret",
  "will_do",
  "missing",
  "note",
  "promise",
  "would_help",
] as const;

/** Words in that order, whichever way they lay in their table. */
export const inReadingOrder = <T extends { readonly field: (typeof WORDS)[number] }>(
  rows: readonly T[],
): T[] => rows.toSorted((a, b) => WORDS.indexOf(a.field) - WORDS.indexOf(b.field));

/** Whether there is anything in a form that is worth keeping. */
export const saysNothing = (fields: Draft): boolean =>
  Object.entries(fields).every(
    ([name, values]) => BEGUN_WITH.includes(name) || values.every((value) => value.trim() === ""),
  );

/** A name for exactly this draft, so that a second window can tell that another stands by now. Empty for none. */
export const nameOf = (draft: Draft | null): string =>
  draft ? createHash("sha256").update(JSON.stringify(draft)).digest("hex").slice(0, 32) : "";
