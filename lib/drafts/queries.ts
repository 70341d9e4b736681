import "server-only";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { isAnswer, toWhich } from "@/lib/drafts/schema";

/** Raw field values by name, as a form starts with them. */
export type Draft = Readonly<Record<string, readonly string[]>>;

/** What the viewer had typed in a form and not yet sent, or null. */
export async function draftFor(db: ViewerDb, viewer: Viewer, form: string): Promise<Draft | null> {
  const key = { accountId: viewer.id, form };
  const draft = await db.draft.findUnique({ where: { accountId_form: key } });
  return draft && opened(draft);
}

/** Words to something that can no longer be read: they cannot be sent, and are not lost. */
export type Unsent = { readonly form: string; readonly texts: readonly string[] };

export async function unsent(db: ViewerDb, { id: accountId, coupleId }: Viewer): Promise<Unsent[]> {
  const drafts = (await db.draft.findMany({ where: { accountId } })).filter(({ form }) => isAnswer(form));
  const there = await db.entry.findMany({
    where: { coupleId, id: { in: drafts.map(({ form }) => toWhich(form)) } },
    select: { id: true },
  });
  return drafts.flatMap(({ form, ciphertext }) => {
    if (there.some(({ id }) => id === toWhich(form))) return [];
    const { note = [], promise = [] } = opened({ accountId, form, ciphertext });
    const texts = [...note, ...promise].filter((text) => text.trim() !== "");
    return texts.length > 0 ? [{ form, texts }] : [];
  });
}

const opened = ({ ciphertext, ...key }: { accountId: string; form: string; ciphertext: Uint8Array }): Draft =>
  JSON.parse(open(ciphertext, places.draft(key)));
