import "server-only";
import type { EntryKind } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { EntryView } from "@/lib/entries/rules";
import { type Shown, type StartingKind, shownBy, startingKinds } from "@/lib/visibility/rules";

/** What the viewer's new entries of a kind start with: only me, until they have chosen otherwise. */
export async function startingPoint(db: ViewerDb, viewer: Viewer, kind: EntryKind): Promise<Shown> {
  const own = await db.sharingDefault.findUnique({
    where: { coupleId_authorId_kind: { coupleId: viewer.coupleId, authorId: viewer.id, kind } },
  });
  return own ? shownBy(own) : "only_me";
}

export type StartingPoints = Readonly<Record<StartingKind, Shown>>;

/** The same of every kind whose form begins with a choice. */
export async function startingPoints(db: ViewerDb, viewer: Viewer): Promise<StartingPoints> {
  const own = await db.sharingDefault.findMany({ where: { coupleId: viewer.coupleId, authorId: viewer.id } });
  const of = (kind: StartingKind) => {
    const chosen = own.find((row) => row.kind === kind);
    return [kind, chosen ? shownBy(chosen) : "only_me"] as const;
  };
  return Object.fromEntries(startingKinds.map(of)) as StartingPoints;
}

/** Everything of a kind that the viewer has written in the present space and shows otherwise than `shown`, newest first. */
export async function shownOtherwise(
  db: ViewerDb,
  viewer: Viewer,
  kind: StartingKind,
  shown: Shown,
): Promise<EntryView[]> {
  const rows = await db.entry.findMany({
    where: { coupleId: viewer.coupleId, authorId: viewer.id, kind },
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
    take: 1_000,
  });
  return (await withContent(db, viewer, rows)).filter((entry) => entry.shown !== shown);
}

/** What the viewer keeps to themselves for now, and wanted to be asked about again by this time; oldest first. */
export async function askedAgain(db: ViewerDb, viewer: Viewer): Promise<EntryView[]> {
  const due = await db.laterChoice.findMany({
    where: { authorId: viewer.id, coupleId: viewer.coupleId, askAt: { lte: new Date() } },
    orderBy: { askAt: "asc" },
    select: { entry: true },
  });
  const kept = due.flatMap(({ entry }) => (entry.audience === "only_me" ? entry : []));
  return withContent(db, viewer, kept);
}

/** Whether the viewer wanted to be asked again about an entry, whenever that is. */
export async function isForLater(db: ViewerDb, viewer: Viewer, entryId: string): Promise<boolean> {
  return (await db.laterChoice.count({ where: { authorId: viewer.id, entryId } })) > 0;
}
