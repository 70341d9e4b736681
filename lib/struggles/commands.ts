import "server-only";
import { unlessTakenBack } from "@/lib/db/refused";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, own, refuseUnlessSent, writeDown, writeWords } from "@/lib/entries/commands";
import { entryHere } from "@/lib/entries/queries";
import { Refusal } from "@/lib/errors";
import type { PartInput, StruggleInput, TheStruggle } from "@/lib/struggles/schema";
import { audiencesOf, narrower } from "@/lib/visibility/rules";

/**
 * Names what stays hard: kept for oneself, or on the list of both. Sent twice it is one.
 * Throws `nothing_written`, or `not_in_a_couple` where nobody could see it.
 */
export async function addStruggle(db: ViewerDb, here: Here, input: StruggleInput): Promise<void> {
  await discardDraft(db, here.viewer, draftOf.struggle(here.viewer.coupleId));
  await writeDown(db, here, { ...input, kind: "struggle" });
}

/**
 * Says one's own part in a struggle, in place of what one said before. In a struggle that is kept, the part is kept too.
 * Throws `nothing_written`, `said_meanwhile` where another window was faster, or `taken_back` where the struggle can no
 * longer be read.
 */
export async function writeOwnPart(db: ViewerDb, here: Here, input: PartInput): Promise<void> {
  const { viewer } = here;
  const { entry, to, whose, before, note, shown } = input;
  if (!note) throw new Refusal("nothing_written");
  const struggle = await entryHere(db, viewer, "struggle", to, whose);
  if (!struggle) throw new Refusal("taken_back");
  await discardDraft(db, viewer, draftOf.strugglePart(to));

  const { words: audience } = audiencesOf(narrower(shown, struggle.view.shown));
  const about = { ...own(viewer), toAuthorId: struggle.authorId, toEntryId: to };
  const said = await db.strugglePart.findFirst({ where: about });
  if (said?.entryId === entry) return refuseUnlessSent(db, viewer, { entryId: entry, audience }, { note });
  // Another window has said something since this form was opened.
  if ((said?.entryId ?? null) !== before) throw new Refusal("said_meanwhile");
  if (said) await db.entry.deleteMany({ where: { ...own(viewer), id: said.entryId } });
  if (!(await begin(db, here, { id: entry, kind: "struggle_part", audience })))
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, { note });
  const row = { ...about, entryId: entry };
  const { count } = await unlessTakenBack(db.strugglePart.createMany({ data: row, skipDuplicates: true }));
  if (count === 0) throw new Refusal("said_meanwhile");
  await writeWords(db, viewer, { entryId: entry, audience }, { note });
}

/** Says that a struggle can rest for oneself: it rests when both have. Throws `not_found` where one of them cannot read it. */
export async function letRest(db: ViewerDb, viewer: Viewer, { to, whose }: TheStruggle): Promise<void> {
  const struggle = await entryHere(db, viewer, "struggle", to, whose);
  if (!struggle || struggle.view.shown === "only_me") throw new Refusal("not_found");
  const data = { ...own(viewer), toAuthorId: struggle.authorId, toEntryId: to };
  await unlessTakenBack(db.struggleRest.createMany({ data, skipDuplicates: true }));
}

/** Takes up again what one said could rest; whether there was anything to take back is no matter. */
export async function takeUpAgain(
  db: ViewerDb,
  { id: authorId }: Viewer,
  { to, whose }: TheStruggle,
): Promise<void> {
  const toAuthorId = whose === "mine" ? authorId : { not: authorId };
  await db.struggleRest.deleteMany({ where: { authorId, toAuthorId, toEntryId: to } });
}
