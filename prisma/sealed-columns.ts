import { places } from "@/lib/crypto/places";
import type { Place } from "@/lib/crypto/sealing";

/** Every column of ciphertext, and where its bytes are bound to, from a row with its fields as Prisma names them. */
export const sealedColumns: Readonly<Record<string, (row: never) => Place>> = {
  "drafts.ciphertext": places.draft,
  "entry_words.ciphertext": places.entryWords,
  "left_check_ins.ciphertext": places.leftCheckIn,
  "mutual_words.ciphertext": places.mutualWords,
  "passkeys.ciphertext": places.passkeyLabel,
  "safety_checks.ciphertext": ({ accountId }: { accountId: string }) => places.safetyCheck(accountId),
  "space_words.ciphertext": places.spaceWords,
};
