import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { Prisma } from "@/lib/db/generated/client";
import type { ViewerDb } from "@/lib/db/viewer";
import { entryHere, withContent } from "@/lib/entries/queries";
import type { EntryView, FeltHeardView, ReplyView, SharedFeelingView } from "@/lib/entries/rules";

/** Feelings on a page; older ones are found on the timeline. */
const PAGE = 12;

/** A reply as it is read in its conversation, and what the one who shared says of it, as far as the reader may know. */
export type Exchange = { readonly reply: ReplyView; readonly heard: FeltHeardView | null };

/** A shared feeling with what was answered, in the order it was. */
export type Conversation = {
  readonly feeling: SharedFeelingView;
  readonly exchanges: readonly Exchange[];
};

/** The newest feelings that were shown in the present space, newest first. */
export async function shownFeelings(db: ViewerDb, viewer: SignedIn): Promise<SharedFeelingView[]> {
  const { id, coupleId, partnerId } = viewer;
  const newest = async (whose: Prisma.EntryWhereInput) => {
    const rows = await db.sharedFeeling.findMany({
      where: { coupleId, entry: { ...whose, coupleId, kind: "shared_feeling" } },
      orderBy: [{ entry: { happenedOn: "desc" } }, { place: "desc" }],
      take: PAGE,
      select: { entry: true },
    });
    return rows.map(({ entry }) => entry);
  };
  const own = await newest({ authorId: id });
  // By who shares them, as on the timeline: a hidden one takes no time to pass.
  const partners = partnerId ? await newest({ sharedBy: partnerId }) : [];
  // Each list is in its own order. A place is never compared with the other's: that would tell how many are hidden.
  const page = [...own, ...partners].toSorted((a, b) => b.happenedOn.getTime() - a.happenedOn.getTime());
  const views = await withContent(db, viewer, page.slice(0, PAGE));
  return views.filter((view) => view.kind === "shared_feeling");
}

/** One conversation, or null. */
export async function conversationOf(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
): Promise<Conversation | null> {
  const { coupleId } = viewer;
  const found = await entryHere(db, viewer, "shared_feeling", id);
  if (!found) return null;

  const replies = await db.reply.findMany({
    where: { coupleId, toAuthorId: found.authorId, toEntryId: id },
    orderBy: [{ place: "asc" }, { entryId: "asc" }],
    select: { entry: true },
  });
  const heard = await db.feltHeard.findMany({
    where: { coupleId, toEntryId: { in: replies.map(({ entry }) => entry.id) } },
    select: { entry: true },
  });
  const views = await withContent(
    db,
    viewer,
    [...replies, ...heard].map(({ entry }) => entry),
  );
  const exchanges = views
    .filter((view) => view.kind === "reply")
    .map((reply) => ({ reply, heard: heardOf(views, reply) }));
  return { feeling: found.view, exchanges };
}

const isAnswerTo = (of: FeltHeardView, to: ReplyView) => of.to.id === to.id && of.to.mine === to.mine;

function heardOf(views: readonly EntryView[], reply: ReplyView): FeltHeardView | null {
  for (const view of views) if (view.kind === "felt_heard" && isAnswerTo(view, reply)) return view;
  return null;
}

/** A feeling the partner shows at this moment, or null. */
export async function feelingToAnswer(db: ViewerDb, { coupleId, partnerId }: SignedIn, id: string) {
  if (!partnerId) return null;
  return db.sharedFeeling.findFirst({ where: { coupleId, authorId: partnerId, entryId: id } });
}

/** A reply of the partner's to the viewer that can be read at this moment, or null. */
export async function replyToMe(db: ViewerDb, { id, coupleId, partnerId }: SignedIn, entryId: string) {
  if (!partnerId) return null;
  const where = { coupleId, authorId: partnerId, entryId, toAuthorId: id, needsUntil: null };
  return db.reply.findFirst({ where });
}
