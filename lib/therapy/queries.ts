import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { ViewerDb } from "@/lib/db/viewer";
import { draftsOf } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { entryHere, newestOf, ownEntryOfAnyKind, partnersEntry, withContent } from "@/lib/entries/queries";
import {
  type EntryView,
  isTherapyPart,
  type PartKind,
  partKinds,
  type TherapySessionView,
} from "@/lib/entries/rules";
import { type ByTime, byTime, type Marked, markOf, type PartsByKind, partsByKind } from "@/lib/therapy/rules";
import type { Day } from "@/lib/time/day";
import type { TimelinePage } from "@/lib/timeline/queries";

/** Sessions of one person on a page; older ones are found on the timeline. */
const PAGE = 60;

/** The sessions of the present space: one's own, and those of both that the partner noted. */
export async function sessionsHere(db: ViewerDb, viewer: SignedIn, today: Day): Promise<ByTime> {
  const views = await withContent(db, viewer, await newestOf(db, viewer, ["therapy_session"], PAGE));
  return byTime(
    views.filter((view) => view.kind === "therapy_session"),
    today,
  );
}

export type SessionPage = {
  readonly session: TherapySessionView;
  readonly parts: PartsByKind;
  /** What the viewer has half typed, by what it is. */
  readonly drafts: Readonly<Record<PartKind, Draft | null>>;
};

/** One session with what each said for it, or null: taken back, deleted and never there are the same answer. */
export async function sessionPage(db: ViewerDb, viewer: SignedIn, id: string): Promise<SessionPage | null> {
  const found = await entryHere(db, viewer, "therapy_session", id);
  if (!found) return null;
  const rows = await db.therapyPart.findMany({
    where: { coupleId: viewer.coupleId, toAuthorId: found.authorId, toEntryId: id },
    select: { entry: true },
  });
  // A part that was taken away between two statements comes back without its entry, whatever its type says.
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const inOrder = entries.toSorted(
    (a, b) => a.happenedOn.getTime() - b.happenedOn.getTime() || a.id.localeCompare(b.id),
  );
  const views = await withContent(db, viewer, inOrder);
  const drafts = await draftsOf(
    db,
    viewer,
    partKinds.map((kind) => draftOf[kind](id)),
  );
  const draft = (kind: PartKind) => drafts.get(draftOf[kind](id)) ?? null;
  return {
    session: found.view,
    parts: partsByKind(views.filter(isTherapyPart)),
    drafts: {
      session_agenda: draft("session_agenda"),
      session_takeaway: draft("session_takeaway"),
      session_homework: draft("session_homework"),
    },
  };
}

/** What the viewer wants to bring to a session and can still read, newest first. */
export async function toBeBrought(db: ViewerDb, viewer: SignedIn): Promise<EntryView[]> {
  const marks = await db.therapyMark.findMany({ where: { coupleId: viewer.coupleId, authorId: viewer.id } });
  const of = (whose: string) =>
    marks.filter(({ toAuthorId }) => toAuthorId === whose).map(({ toEntryId }) => toEntryId);
  const { coupleId, id, partnerId } = viewer;
  const read = async (whose: { authorId: string } | { sharedBy: string }, ids: string[]) =>
    ids.length > 0 ? db.entry.findMany({ where: { coupleId, ...whose, id: { in: ids } } }) : [];
  const rows = [
    ...(await read({ authorId: id }, of(id))),
    ...(partnerId ? await read({ sharedBy: partnerId }, of(partnerId)) : []),
  ].toSorted((a, b) => b.happenedOn.getTime() - a.happenedOn.getTime() || a.id.localeCompare(b.id));
  return withContent(db, viewer, rows);
}

/** A page of a timeline, and which of its entries the viewer wants to bring to a session. */
export async function withMarked<Page extends Pick<TimelinePage, "days">>(
  db: ViewerDb,
  viewer: SignedIn,
  page: Page,
): Promise<Page & { readonly marked: Marked }> {
  const entries = page.days.flatMap((day) => day.entries);
  return { ...page, marked: await markedAmong(db, viewer, entries) };
}

/** Which of some entries the viewer wants to bring to a session. */
export async function markedAmong(
  db: ViewerDb,
  viewer: SignedIn,
  entries: readonly EntryView[],
): Promise<Marked> {
  const rows = await db.therapyMark.findMany({
    where: {
      coupleId: viewer.coupleId,
      authorId: viewer.id,
      toEntryId: { in: entries.map(({ id }) => id) },
    },
  });
  return new Set(
    rows.map(({ toAuthorId, toEntryId }) => markOf({ mine: toAuthorId === viewer.id, id: toEntryId })),
  );
}

/** One entry that could be brought, by whose it is, or null: taken back and never there are the same answer. */
export async function couldBeBrought(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
  whose: "mine" | "theirs",
): Promise<EntryView | null> {
  if (whose === "theirs") return partnersEntry(db, viewer, id);
  const own = await ownEntryOfAnyKind(db, viewer, id);
  return own?.here ? own : null;
}
