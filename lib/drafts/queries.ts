import "server-only";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { type Draft, WORDS } from "@/lib/drafts/rules";
import { isAnswer, isOfSpace, toWhich } from "@/lib/drafts/schema";

/** What the viewer had typed in a form and not yet sent, or null. */
export async function draftFor(db: ViewerDb, viewer: Viewer, form: string): Promise<Draft | null> {
  return (await draftsOf(db, viewer, [form])).get(form) ?? null;
}

/** The same of several forms of one page, by the form. */
export async function draftsOf(
  db: ViewerDb,
  viewer: Viewer,
  forms: readonly string[],
): Promise<ReadonlyMap<string, Draft>> {
  const drafts = await db.draft.findMany({ where: { accountId: viewer.id, form: { in: [...forms] } } });
  return new Map(drafts.map((draft) => [draft.form, opened(draft)]));
}

/** Words that have nowhere to be sent: to what can no longer be read, or of a space one is not in now. They are not lost. */
export type Unsent = { readonly form: string; readonly texts: readonly string[] };

export async function unsent(db: ViewerDb, { id: accountId, coupleId }: Viewer): Promise<Unsent[]> {
  const drafts = await db.draft.findMany({ where: { accountId } });
  const answers = drafts.filter(({ form }) => isAnswer(form));
  const there = answers.length > 0 ? await whatIsThere(answers.map(({ form }) => toWhich(form))) : [];
  const elsewhere = drafts.filter(({ form }) => isOfSpace(form) && toWhich(form) !== coupleId);
  const unanswerable = answers.filter(({ form }) => !there.includes(toWhich(form)));
  return [...unanswerable, ...elsewhere].flatMap((draft) => {
    const fields = opened(draft);
    const texts = WORDS.flatMap((field) => fields[field] ?? []).filter((text) => text.trim() !== "");
    return texts.length > 0 ? [{ form: draft.form, texts }] : [];
  });

  async function whatIsThere(ids: string[]): Promise<string[]> {
    const among = { where: { coupleId, id: { in: ids } }, select: { id: true } } as const;
    const rows = [
      ...(await db.entry.findMany(among)),
      ...(await db.commitment.findMany({ ...among, where: { ...among.where, ended: false } })),
    ];
    return rows.map(({ id }) => id);
  }
}

export const opened = ({
  ciphertext,
  ...key
}: {
  accountId: string;
  form: string;
  ciphertext: Uint8Array;
}): Draft => JSON.parse(open(ciphertext, places.draft(key)));
