import pg from "pg";
import { places } from "@/lib/crypto/places";
import type { Place } from "@/lib/crypto/sealing";

/** Every column of ciphertext, and where its bytes are bound to, from the fields of its row. */
export const sealedColumns: Readonly<Record<string, (row: never) => Place>> = {
  "agreed_words.ciphertext": places.agreedWords,
  "drafts.ciphertext": places.draft,
  "entry_words.ciphertext": places.entryWords,
  "guest_links.ciphertext": places.guestLink,
  "import_files.ciphertext": ({ accountId }: { accountId: string }) => places.importFile(accountId),
  "left_check_ins.ciphertext": places.leftCheckIn,
  "mutual_words.ciphertext": places.mutualWords,
  "packet_items.ciphertext": places.packetItem,
  "packet_parts.ciphertext": places.packetPart,
  "passkeys.ciphertext": places.passkeyLabel,
  "safety_checks.ciphertext": ({ accountId }: { accountId: string }) => places.safetyCheck(accountId),
};

/** A row read with `asInTheApp`, with its fields as Prisma names them. */
export const fieldsOf = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  ) as never;

/** A day is YYYY-MM-DD, as it was when something was bound to it, and no moment. */
export const asInTheApp: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.DATE ? (day: string) => day : pg.types.getTypeParser(type, format),
};
