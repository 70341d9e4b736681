import "server-only";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";

/** Raw field values by name, as a form starts with them. */
export type Draft = Readonly<Record<string, readonly string[]>>;

/** What the viewer had typed in a form and not yet sent, or null. */
export async function draftFor(db: ViewerDb, viewer: Viewer, form: string): Promise<Draft | null> {
  const key = { accountId: viewer.id, form };
  const draft = await db.draft.findUnique({ where: { accountId_form: key } });
  return draft ? JSON.parse(open(draft.ciphertext, places.draft(key))) : null;
}
