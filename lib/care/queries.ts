import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { careKinds } from "@/lib/care/rules";
import type { ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { EntryView } from "@/lib/entries/rules";

/** Entries on a page; older ones are found on the timeline. */
const PAGE = 30;

/** The newest of everyday care in the present space: one's own, and what the partner shows of theirs. */
export async function everydayCare(db: ViewerDb, viewer: SignedIn): Promise<EntryView[]> {
  const { id, coupleId, partnerId } = viewer;
  const newest = (whose: { authorId: string } | { sharedBy: string }) =>
    db.entry.findMany({
      where: { ...whose, coupleId, kind: { in: [...careKinds] } },
      orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
      take: PAGE,
    });
  // By who shares them, as on the timeline: a hidden one takes no time to pass.
  const rows = [
    ...(await newest({ authorId: id })),
    ...(partnerId ? await newest({ sharedBy: partnerId }) : []),
  ];
  const page = rows.toSorted((a, b) => b.happenedOn.getTime() - a.happenedOn.getTime()).slice(0, PAGE);
  return withContent(db, viewer, page);
}
