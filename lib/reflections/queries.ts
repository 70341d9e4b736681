import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { ViewerDb } from "@/lib/db/viewer";
import { newestOf, withContent } from "@/lib/entries/queries";
import type { EntryView, ReflectionView } from "@/lib/entries/rules";
import { isReflectionKind, isTrigger, reflectionKinds } from "@/lib/reflections/rules";

/** Entries of one person on the pages; older ones are found on the timeline. */
const PAGE = 120;

export type ReflectionsHere = {
  readonly own: readonly ReflectionView[];
  /** What brings it back for the other, as far as they show it. */
  readonly theirs: readonly ReflectionView[];
};

/** What the viewer has written on their own pages in the present space, and the days and places that the partner shows. */
export async function reflectionsHere(db: ViewerDb, viewer: SignedIn): Promise<ReflectionsHere> {
  const views = await withContent(db, viewer, await newestOf(db, viewer, reflectionKinds, PAGE));
  const all = views.filter(isReflection);
  return {
    own: all.filter(({ mine }) => mine),
    theirs: all.filter(({ mine, kind }) => !mine && isTrigger(kind)),
  };
}

const isReflection = (view: EntryView): view is ReflectionView => isReflectionKind(view.kind);
