import type { Place } from "@/lib/crypto/sealing";
import type { CommitmentWordsField, WordsField } from "@/lib/db/generated/enums";

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
  draft: (of: { accountId: string; form: string }): Place => ({
    column: "drafts.ciphertext",
    couple: "",
    row: of.form,
    author: of.accountId,
  }),
  passkeyLabel: (of: { accountId: string; id: string }): Place => ({
    column: "passkeys.ciphertext",
    couple: "",
    row: of.id,
    author: of.accountId,
  }),
  leftCheckIn: (of: { accountId: string; id: string; day: string }): Place => ({
    column: "left_check_ins.ciphertext",
    couple: "",
    row: `${of.id}/${of.day}`,
    author: of.accountId,
  }),
  /** Both people's, so bound to neither: it outlives its author's account. */
  spaceWords: (of: { coupleId: string; turn: number }): Place => ({
    column: "space_words.ciphertext",
    couple: of.coupleId,
    row: String(of.turn),
    author: "",
  }),
  /** Both people's too. */
  mutualWords: (of: {
    coupleId: string;
    commitmentId: string;
    turn: number;
    field: CommitmentWordsField;
  }): Place => ({
    column: "mutual_words.ciphertext",
    couple: of.coupleId,
    row: `${of.commitmentId}/${of.turn}/${of.field}`,
    author: "",
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
