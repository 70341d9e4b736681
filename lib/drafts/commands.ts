import "server-only";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import type { Draft } from "@/lib/drafts/queries";

/** Keeps what is half typed in a form, until it is sent. */
export async function saveDraft(db: ViewerDb, viewer: Viewer, form: string, fields: Draft): Promise<void> {
  const key = { accountId: viewer.id, form };
  const ciphertext = seal(JSON.stringify(fields), places.draft(key));
  await db.draft.upsert({
    where: { accountId_form: key },
    create: { ...key, ciphertext },
    update: { ciphertext },
    select: { form: true },
  });
}

/** Forgets it: the form was sent. */
export async function discardDraft(db: ViewerDb, viewer: Viewer, form: string): Promise<void> {
  await db.draft.deleteMany({ where: { accountId: viewer.id, form } });
}
