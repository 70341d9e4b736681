import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { ViewerDb } from "@/lib/db/viewer";
import { newestBy, withContent } from "@/lib/entries/queries";
import type { EntryView, ReflectionView } from "@/lib/entries/rules";
import { isReflectionKind, reflectionKinds, triggerKinds } from "@/lib/reflections/rules";
import { addDays, type Day, fromColumn, nextOn } from "@/lib/time/day";

/** Entries of one person on the pages; older ones are found on the timeline. */
const PAGE = 120;

export type ReflectionsHere = {
  readonly own: readonly ReflectionView[];
  /** What brings it back for the other, as far as they show it. */
  readonly theirs: readonly ReflectionView[];
};

/** What the viewer has written on their own pages, in any space, and the days and places that the partner shows in this one. */
export async function reflectionsHere(db: ViewerDb, viewer: SignedIn): Promise<ReflectionsHere> {
  const { id: authorId, coupleId, partnerId } = viewer;
  const own = await newestBy(db, { authorId }, reflectionKinds, PAGE);
  const theirs = partnerId ? await newestBy(db, { coupleId, sharedBy: partnerId }, triggerKinds, PAGE) : [];
  const all = (await withContent(db, viewer, [...own, ...theirs])).filter(isReflection);
  return { own: all.filter(({ mine }) => mine), theirs: all.filter(({ mine }) => !mine) };
}

/** How long before it comes a day is spoken of. */
const BEFOREHAND = 14;

/**
 * The next day that brings it back for the partner, of those they show: today, or within two weeks, in this year or as the
 * day of an earlier one; null where there is none.
 */
export async function comingUp(
  db: ViewerDb,
  { coupleId, partnerId }: SignedIn,
  today: Day,
): Promise<Day | null> {
  if (!partnerId) return null;
  const rows = await db.entry.findMany({
    where: { coupleId, sharedBy: partnerId, kind: "trigger_day" },
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
    take: PAGE,
    select: { happenedOn: true },
  });
  const coming = rows.map(({ happenedOn }) => nextOn(fromColumn(happenedOn), today)).sort()[0];
  return coming && coming <= addDays(today, BEFOREHAND) ? coming : null;
}

const isReflection = (view: EntryView): view is ReflectionView => isReflectionKind(view.kind);
