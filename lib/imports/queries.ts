import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { type Summary, summaryOf } from "@/lib/copies/rules";
import { copyIn } from "@/lib/copies/schema";
import { places } from "@/lib/crypto/places";
import { hashCopy } from "@/lib/crypto/tokens";
import { open } from "@/lib/crypto/words";
import type { ViewerDb } from "@/lib/db/viewer";
import type { ExportedFile } from "@/lib/export/schema";
import { type Day, fromColumn } from "@/lib/time/day";

/** What the viewer's file holds that waits to be taken in, and the day on which it was taken in before, if it was. */
export type Waiting = { readonly summary: Summary; readonly takenOn: Day | null };

export async function waitingFile(db: ViewerDb, viewer: SignedIn): Promise<Waiting | null> {
  const file = await db.importFile.findUnique({
    where: { accountId: viewer.id },
    select: { ciphertext: true },
  });
  const found = file && opened(viewer, file);
  return found && { summary: summaryOf(found.copy), takenOn: await takenOn(db, viewer, found.text) };
}

/** What a file says, or null where another version of this program left it. */
export function opened(
  { id }: SignedIn,
  { ciphertext }: { readonly ciphertext: Uint8Array },
): { readonly text: string; readonly copy: ExportedFile } | null {
  const text = open(ciphertext, places.importFile(id));
  const copy = copyIn(text);
  return typeof copy === "string" ? null : { text, copy };
}

/** The day on which the viewer took in the same file last; null where they never did. */
export async function takenOn(db: ViewerDb, { id: authorId }: SignedIn, text: string): Promise<Day | null> {
  const last = await db.import.findFirst({
    where: { authorId, digest: hashCopy(text) },
    orderBy: { takenOn: "desc" },
  });
  return last && fromColumn(last.takenOn);
}
