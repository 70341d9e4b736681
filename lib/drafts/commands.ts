import "server-only";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import { asViewer, type Viewer, type ViewerDb } from "@/lib/db/viewer";
import { opened } from "@/lib/drafts/queries";
import { type Draft, nameOf, saysNothing } from "@/lib/drafts/rules";
import { isOfSpace, toWhich } from "@/lib/drafts/schema";
import { Refusal } from "@/lib/errors";
import { sentByScript } from "@/lib/web/request";

/**
 * Keeps what is half typed in a form, until it is sent or emptied, and answers the name it is kept by. `kept` is the name
 * of the draft the form began with or saved last. Throws `typed_elsewhere` where another stands by now, which stays.
 */
export async function saveDraft(
  db: ViewerDb,
  viewer: Viewer,
  form: string,
  fields: Draft,
  kept = "",
): Promise<string> {
  const key = { accountId: viewer.id, form };
  // Held until it is saved: of two windows at once the second finds what the first has kept.
  await db.$queryRaw`select form from drafts where account_id = ${viewer.id}::uuid and form = ${form} for update`;
  const standing = await db.draft.findUnique({ where: { accountId_form: key } });
  const found = nameOf(standing && opened(standing));
  const name = saysNothing(fields) ? "" : nameOf(fields);
  // Saved before, and the answer did not arrive.
  if (found === name) return name;
  if (found !== kept) throw new Refusal("typed_elsewhere", {}, { kept: found });
  const ciphertext = sealed(key, fields);
  const { count } = !standing
    ? await db.draft.createMany({ data: { ...key, ciphertext }, skipDuplicates: true })
    : name
      ? await db.draft.updateMany({ where: key, data: { ciphertext } })
      : await db.draft.deleteMany({ where: key });
  if (count === 0) throw new Refusal("typed_elsewhere", {}, { kept: found });
  return name;
}

const sealed = (key: { accountId: string; form: string }, fields: Draft) =>
  seal(JSON.stringify(fields), places.draft(key));

/** Forgets it: the form was sent. */
export async function discardDraft(db: ViewerDb, viewer: Viewer, form: string): Promise<void> {
  await db.draft.deleteMany({ where: { accountId: viewer.id, form } });
}

/** There is nobody, or nothing, to send it to any more. */
const GONE = ["taken_back", "not_in_a_couple", "other_space", "commitment_ended"];

/**
 * Sends what was written to somebody. Where it can no longer reach them its words are kept as a draft: with script the form
 * still stands and says so, without it the page they were typed on is gone, and the answer is where to find them.
 */
export async function sendOrKeep(
  viewer: Viewer,
  form: string,
  texts: Readonly<Record<string, string>>,
  send: (db: ViewerDb) => Promise<unknown>,
): Promise<{ goTo: string } | null> {
  try {
    // An old window may still hold what was meant for somebody else.
    if (isOfSpace(form) && toWhich(form) !== viewer.coupleId) throw new Refusal("other_space");
    await asViewer(viewer, send);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal && GONE.includes(error.reason))) throw error;
    const fields = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, [text]]));
    if (saysNothing(fields)) throw error;
    await asViewer(viewer, (db) => keepWords(db, viewer, form, fields));
    if (await sentByScript()) throw new Refusal(error.reason, error.params, { kept: nameOf(fields) });
    return { goTo: "/unsent" };
  }
}

/** What was sent is what its writer meant, whatever another window holds. */
async function keepWords(db: ViewerDb, viewer: Viewer, form: string, fields: Draft): Promise<void> {
  const key = { accountId: viewer.id, form };
  const ciphertext = sealed(key, fields);
  await db.draft.upsert({
    where: { accountId_form: key },
    create: { ...key, ciphertext },
    update: { ciphertext },
    select: { form: true },
  });
}
