import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { unlessTakenBack } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, own, refuseUnlessSent, writeWords } from "@/lib/entries/commands";
import { entryHere } from "@/lib/entries/queries";
import { Refusal } from "@/lib/errors";
import type { BringInput, PartInput, SessionInput } from "@/lib/therapy/schema";
import { audiencesOf, narrower } from "@/lib/visibility/rules";

/**
 * Notes a session that is or was: one of both is read by both, one of one's own by nobody else, ever. Sent twice it is one.
 * Throws `not_in_a_couple` where nobody could come along, or `sent_already` where the same form was sent otherwise.
 */
export async function planSession(db: ViewerDb, here: Here, input: SessionInput): Promise<void> {
  const { entry, session_kind: kind, day, at: localTime, note } = input;
  if (kind === "couple" && !here.viewer.partnerId) throw new Refusal("not_in_a_couple");
  const audience = kind === "couple" ? "partner" : "only_me";
  if (!(await begin(db, here, { id: entry, kind: "therapy_session", audience, about: day }))) {
    const sent = await entryHere(db, here.viewer, "therapy_session", entry, "mine");
    if (sent?.view.day !== day || sent.view.localTime !== localTime) throw new Refusal("sent_already");
    return refuseUnlessSent(db, here.viewer, { entryId: entry, audience }, { note });
  }
  await db.therapySession.createMany({ data: { ...own(here.viewer), entryId: entry, kind, localTime } });
  await writeWords(db, here.viewer, { entryId: entry, audience }, { note });
}

/**
 * Says something for a session: what one brings, what one takes along, or what one does until the next. In a session that one
 * keeps it is kept too. Throws `nothing_written`, or `taken_back` where the session can no longer be read.
 */
export async function addPart(db: ViewerDb, here: Here, input: PartInput): Promise<void> {
  const { viewer } = here;
  const { entry, kind, to, whose, note, shown } = input;
  if (!note) throw new Refusal("nothing_written");
  const session = await entryHere(db, viewer, "therapy_session", to, whose);
  if (!session) throw new Refusal("taken_back");
  await discardDraft(db, viewer, draftOf[kind](to));

  const { words: audience } = audiencesOf(narrower(shown, session.view.shown));
  if (!(await begin(db, here, { id: entry, kind, audience })))
    return refuseUnlessSent(db, viewer, { entryId: entry, audience }, { note });
  const about = { toAuthorId: session.authorId, toEntryId: to, kind: session.view.session };
  await unlessTakenBack(db.therapyPart.createMany({ data: { ...own(viewer), entryId: entry, ...about } }));
  await writeWords(db, viewer, { entryId: entry, audience }, { note });
}

/**
 * Marks an entry that one can read here as something to bring to a session, or takes the mark off. Nobody else learns of it.
 * Throws `taken_back` where the entry can no longer be read.
 */
export async function bringToSession(db: ViewerDb, viewer: SignedIn, input: BringInput): Promise<void> {
  const { entry: toEntryId, whose, bring } = input;
  const toAuthorId = whose === "mine" ? viewer.id : viewer.partnerId;
  if (!toAuthorId) throw new Refusal("taken_back");
  const mark = { ...own(viewer), toAuthorId, toEntryId };
  if (bring === "no") await db.therapyMark.deleteMany({ where: mark });
  else await unlessTakenBack(db.therapyMark.createMany({ data: mark, skipDuplicates: true }));
}
