import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { Entry, Prisma } from "@/lib/db/generated/client";
import type { ViewerDb } from "@/lib/db/viewer";
import {
  type EntryView,
  type FeltHeardView,
  type ReplyView,
  type SharedFeelingView,
  withContent,
} from "@/lib/entries/queries";

/** Conversations on a page. */
const PAGE = 12;

/** A reply as it is read in its conversation, and what the one who shared says of it, as far as the reader may know. */
export type Exchange = { readonly reply: ReplyView; readonly heard: FeltHeardView | null };

/** A shared feeling with what was answered, in the order it was. */
export type Conversation = {
  readonly feeling: SharedFeelingView;
  readonly exchanges: readonly Exchange[];
};

/** The newest conversations of the present space, newest first. */
export async function conversations(db: ViewerDb, viewer: SignedIn): Promise<Conversation[]> {
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
  return (await read(db, viewer, [...own, ...partners])).slice(0, PAGE);
}

/** One conversation, or null: withdrawn, deleted and never there are the same answer. Of two by one id, the viewer's own. */
export async function conversation(db: ViewerDb, viewer: SignedIn, id: string): Promise<Conversation | null> {
  const rows = await db.entry.findMany({ where: { coupleId: viewer.coupleId, kind: "shared_feeling", id } });
  const own = rows.find((row) => row.authorId === viewer.id) ?? rows[0];
  return own ? ((await read(db, viewer, [own]))[0] ?? null) : null;
}

async function read(db: ViewerDb, viewer: SignedIn, feelings: Entry[]): Promise<Conversation[]> {
  const { coupleId } = viewer;
  const ids = feelings.map(({ id }) => id);
  const places = await db.sharedFeeling.findMany({ where: { coupleId, entryId: { in: ids } } });
  const replies = await db.reply.findMany({
    where: { coupleId, toEntryId: { in: ids } },
    orderBy: [{ place: "asc" }, { entryId: "asc" }],
  });
  const heard = await db.feltHeard.findMany({
    where: { coupleId, toEntryId: { in: replies.map(({ entryId }) => entryId) } },
  });
  const answers = await db.entry.findMany({
    where: { coupleId, id: { in: [...replies, ...heard].map(({ entryId }) => entryId) } },
  });
  const views = await withContent(db, viewer, [...feelings, ...answers]);

  // Places are compared among one's own only: beside the other's they would tell how many are hidden.
  const placeOf = (of: SharedFeelingView) => places.find((row) => isOf(viewer, row, of))?.place ?? 0;
  return views
    .filter((view) => view.kind === "shared_feeling")
    .sort((a, b) => b.day.localeCompare(a.day) || Number(b.mine) - Number(a.mine) || placeOf(b) - placeOf(a))
    .map((feeling) => ({
      feeling,
      exchanges: replies.flatMap((row) => {
        const reply = views.find((view) => view.kind === "reply" && isOf(viewer, row, view));
        if (reply?.kind !== "reply" || !isAnswerTo(reply, feeling)) return [];
        return [{ reply, heard: heardOf(views, reply) }];
      }),
    }));
}

const isOf = (
  viewer: SignedIn,
  row: { authorId: string; entryId: string },
  view: { mine: boolean; id: string },
) => row.entryId === view.id && (row.authorId === viewer.id) === view.mine;

const isAnswerTo = (of: ReplyView | FeltHeardView, to: { mine: boolean; id: string }) =>
  of.to.id === to.id && of.to.mine === to.mine;

function heardOf(views: readonly EntryView[], reply: ReplyView): FeltHeardView | null {
  for (const view of views) if (view.kind === "felt_heard" && isAnswerTo(view, reply)) return view;
  return null;
}

/** The viewer's own shared feeling, or null. */
export async function ownSharedFeeling(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
): Promise<SharedFeelingView | null> {
  const row = await db.entry.findFirst({
    where: { coupleId: viewer.coupleId, authorId: viewer.id, kind: "shared_feeling", id },
  });
  const [view] = row ? await withContent(db, viewer, [row]) : [];
  return view?.kind === "shared_feeling" ? view : null;
}

/** A feeling the partner shows at this moment, or null. */
export const feelingToAnswer = (db: ViewerDb, { coupleId, partnerId }: SignedIn, id: string) =>
  partnerId
    ? db.sharedFeeling.findFirst({ where: { coupleId, authorId: partnerId, entryId: id } })
    : Promise.resolve(null);

/** A reply of the partner's to the viewer that can be read at this moment, or null. */
export const replyToMe = (db: ViewerDb, { id, coupleId, partnerId }: SignedIn, entryId: string) =>
  partnerId
    ? db.reply.findFirst({
        where: { coupleId, authorId: partnerId, entryId, toAuthorId: id, needsUntil: null },
      })
    : Promise.resolve(null);
