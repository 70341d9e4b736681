import type { Place } from "@/lib/crypto/words";
import type { EntryKind, WordsField } from "@/lib/db/generated/enums";
import type { Day } from "@/lib/time/day";

/** Every column that holds ciphertext, and the place its bytes are bound to. */
export const places = {
  entryWords: (of: {
    coupleId: string;
    authorId: string;
    entryId: string;
    field: WordsField;
    version: number;
  }): Place => ({
    column: "entry_words.ciphertext",
    couple: of.coupleId,
    row: `${of.entryId}/${of.field}/${of.version}`,
    author: of.authorId,
  }),
  draft: (of: { accountId: string; kind: EntryKind; day: Day }): Place => ({
    column: "drafts.ciphertext",
    couple: "",
    row: `${of.kind}/${of.day}`,
    author: of.accountId,
  }),
  /** In an address, not in a column: what was looked for stays out of the browser's history. */
  search: (accountId: string): Place => ({ column: "search", couple: "", row: accountId, author: accountId }),
  safetyCheck: (accountId: string): Place => ({
    column: "safety_checks.ciphertext",
    couple: "",
    row: accountId,
    author: accountId,
  }),
};
