import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { ViewerDb } from "@/lib/db/viewer";
import { draftsOf } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { newestOf, withContent } from "@/lib/entries/queries";
import { type ByStanding, byStanding } from "@/lib/struggles/rules";

/** Struggles of one person on a page; older ones are found on the timeline. */
const PAGE = 60;

export type StrugglesHere = ByStanding & {
  /** A struggle that the viewer has half typed. */
  readonly draft: Draft | null;
};

/** The struggles of the present space: one's own, and those the partner has put on the list; newest first. */
export async function strugglesHere(db: ViewerDb, viewer: SignedIn): Promise<StrugglesHere> {
  const rows = await newestOf(db, viewer, ["struggle"], PAGE);
  const ids = rows.map(({ id }) => id);
  const about = { where: { coupleId: viewer.coupleId, toEntryId: { in: ids } } };
  const written = await db.strugglePart.findMany({ ...about, select: { entry: true } });
  const said = await db.struggleRest.findMany(about);
  // A part that was taken away between two statements comes back without its entry, whatever its type says.
  const entries = [...rows, ...written.flatMap(({ entry }) => entry ?? [])];
  const views = await withContent(db, viewer, entries);
  const newForm = draftOf.struggle(viewer.coupleId);
  const drafts = await draftsOf(db, viewer, [newForm, ...ids.map(draftOf.strugglePart)]);

  const parts = views.filter((view) => view.kind === "struggle_part");
  const struggles = views.filter((view) => view.kind === "struggle");
  const all = struggles.map((struggle) => {
    const { id, mine } = struggle;
    const itsParts = parts.filter(({ to }) => to.id === id && to.mine === mine);
    const saidBy = (own: boolean) =>
      said.some(
        ({ authorId, toAuthorId, toEntryId }) =>
          toEntryId === id && (toAuthorId === viewer.id) === mine && (authorId === viewer.id) === own,
      );
    return {
      struggle,
      ownPart: itsParts.find((part) => part.mine) ?? null,
      theirPart: itsParts.find((part) => !part.mine) ?? null,
      rest: { mine: saidBy(true), theirs: saidBy(false) },
      draft: drafts.get(draftOf.strugglePart(id)) ?? null,
    };
  });
  return { ...byStanding(all), draft: drafts.get(newForm) ?? null };
}
