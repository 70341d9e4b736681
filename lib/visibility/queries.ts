import "server-only";
import type { EntryKind } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { type Shown, shownBy } from "@/lib/visibility/rules";

/** What the viewer's new entries of a kind start with: only me, until they have chosen otherwise. */
export async function startingPoint(db: ViewerDb, viewer: Viewer, kind: EntryKind): Promise<Shown> {
  const own = await db.sharingDefault.findUnique({
    where: { coupleId_authorId_kind: { coupleId: viewer.coupleId, authorId: viewer.id, kind } },
  });
  return own ? shownBy(own) : "only_me";
}
