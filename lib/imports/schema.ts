import { z } from "zod";
import { notRead } from "@/lib/copies/schema";

/** Bytes of a file that is taken in: well over ten thousand entries. The door lets through a little more, for the form around it. */
export const FILE_LIMIT = 8 * 1024 * 1024;

/** What may be said above the form once a file was sent: why it is not taken in, or that it was. */
export const outcomes = [
  ...notRead,
  "import_missing",
  "import_too_large",
  "import_nothing",
  "too_many_tries",
  "taken_in",
] as const;
export type Outcome = (typeof outcomes)[number];
export const importAddress = z.object({ said: z.enum(outcomes).optional().catch(undefined) });

export const takeIn = z.object({
  passphrase: z.string().max(256).default(""),
  /** A file that was taken in before is taken in again only where that is said. */
  again: z.literal("yes").optional(),
});
