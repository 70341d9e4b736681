import type { Place } from "@/lib/crypto/sealing";
import type { AgreedOn, CommitmentWordsField, PacketPortion, WordsField } from "@/lib/db/generated/enums";

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
  agreedWords: (of: { coupleId: string; subject: AgreedOn; aboutId: string; turn: number }): Place => ({
    // The sentence for needing space had a table of its own once, and its bytes are bound to that.
    ...(of.subject === "space_sentence"
      ? { column: "space_words.ciphertext", row: String(of.turn) }
      : { column: "agreed_words.ciphertext", row: `${of.subject}/${of.aboutId}/${of.turn}` }),
    couple: of.coupleId,
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
  packetItem: (of: {
    coupleId: string;
    makerId: string;
    packetId: string;
    authorId: string;
    entryId: string;
    portion: PacketPortion;
  }): Place => ({
    column: "packet_items.ciphertext",
    couple: of.coupleId,
    row: `${of.makerId}/${of.packetId}/${of.entryId}/${of.portion}`,
    author: of.authorId,
  }),
  packetPart: (of: { coupleId: string; makerId: string; packetId: string; authorId: string }): Place => ({
    column: "packet_parts.ciphertext",
    couple: of.coupleId,
    row: `${of.makerId}/${of.packetId}`,
    author: of.authorId,
  }),
  guestLink: (of: { coupleId: string; authorId: string; id: string }): Place => ({
    column: "guest_links.ciphertext",
    couple: of.coupleId,
    row: of.id,
    author: of.authorId,
  }),
  /** In an address, not in a column: what was looked for stays out of the browser's history. */
  search: (accountId: string): Place => ({ column: "search", couple: "", row: accountId, author: accountId }),
  importFile: (accountId: string): Place => ({
    column: "import_files.ciphertext",
    couple: "",
    row: accountId,
    author: accountId,
  }),
  safetyCheck: (accountId: string): Place => ({
    column: "safety_checks.ciphertext",
    couple: "",
    row: accountId,
    author: accountId,
  }),
};
