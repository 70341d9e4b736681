import "server-only";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import { asViewer, type Viewer, type ViewerDb } from "@/lib/db/viewer";
import type { Draft } from "@/lib/drafts/queries";
import { saysNothing } from "@/lib/drafts/rules";
import { Refusal } from "@/lib/errors";
import { sentByScript } from "@/lib/web/request";

/** Keeps what is half typed in a form, until it is sent or emptied. */
export async function saveDraft(db: ViewerDb, viewer: Viewer, form: string, fields: Draft): Promise<void> {
  if (saysNothing(fields)) return discardDraft(db, viewer, form);
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

/**
 * Sends an answer. Where what it answers was taken back meanwhile its words are kept as a draft: with script the form still
 * stands and says so (`taken_back`), without it the page they were typed on is gone, and the answer is where to find them.
 */
export async function sendOrKeep(
  viewer: Viewer,
  form: string,
  texts: Readonly<Record<string, string>>,
  send: (db: ViewerDb) => Promise<void>,
): Promise<{ goTo: string } | null> {
  try {
    await asViewer(viewer, send);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === "taken_back")) throw error;
    const fields = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, [text]]));
    await asViewer(viewer, (db) => saveDraft(db, viewer, form, fields));
    if (await sentByScript()) throw error;
    return { goTo: "/unsent" };
  }
}
