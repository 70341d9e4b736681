import "server-only";
import { agreementsHere } from "@/lib/agreements/queries";
import { asItRead } from "@/lib/agreements/rules";
import { type Announced, announcedNamed, wayToTheOther } from "@/lib/announcements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import type { ReachWay } from "@/lib/db/generated/enums";
import type { ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { AcknowledgementAnswerView, AcknowledgementView } from "@/lib/entries/rules";

export type AcknowledgementHere = Announced<"acknowledgement"> & {
  /** The words of the agreement that it names, as they read on its day; null where it names none. */
  readonly agreement: string | null;
  /** All versions of its statement that the viewer may know of, the newest first. */
  readonly versions: readonly AcknowledgementView[];
  /** What its reader says of it, as far as the viewer may know. */
  readonly answer: AcknowledgementAnswerView | null;
  /** How it would reach the other if it were given now; null of the other's own. */
  readonly way: ReachWay | null;
};

/** One version with all that stands beside it, or null. */
export async function acknowledgementHere(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
): Promise<AcknowledgementHere | null> {
  const announced = await announcedNamed(db, viewer, "acknowledgement", id);
  if (!announced) return null;
  const { view, texts } = announced;
  const authorId = view.mine ? viewer.id : viewer.partnerId;
  const { coupleId } = viewer;
  const rows = await db.acknowledgement.findMany({
    where: { coupleId, authorId: authorId ?? "", statementId: view.statement },
    orderBy: [{ place: "desc" }, { entryId: "desc" }],
    select: { entry: true },
  });
  const answers = await db.acknowledgementAnswer.findMany({
    where: { coupleId, toAuthorId: authorId ?? "", toEntryId: id },
    select: { entry: true },
  });
  const views = await withContent(
    db,
    viewer,
    [...rows, ...answers].map(({ entry }) => entry),
  );
  const agreed = texts && view.agreement ? await agreementsHere(db, viewer) : [];
  const named = agreed.find((one) => one.id === view.agreement);
  return {
    ...announced,
    agreement: (named && asItRead(named, view.day)?.text) ?? null,
    versions: views.filter((one) => one.kind === "acknowledgement"),
    answer: views.find((one) => one.kind === "acknowledgement_answer") ?? null,
    way: view.mine && view.way === null ? await wayToTheOther(db) : null,
  };
}

/** The newest version of each statement here, one's own and those that have reached the viewer, newest first. */
export async function statementsHere(
  db: ViewerDb,
  viewer: SignedIn,
): Promise<readonly AcknowledgementView[]> {
  const rows = await db.acknowledgement.findMany({
    where: { coupleId: viewer.coupleId },
    orderBy: [{ place: "asc" }, { entryId: "asc" }],
    select: { authorId: true, statementId: true, entry: true },
  });
  const newest = new Map(
    rows.map(({ authorId, statementId, entry }) => [`${authorId}/${statementId}`, entry]),
  );
  const views = await withContent(db, viewer, [...newest.values()]);
  return views
    .filter((view) => view.kind === "acknowledgement")
    .toSorted((one, other) => other.day.localeCompare(one.day));
}

/** A version of the viewer's own that a new one can follow, or null. */
export async function ownVersion(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
): Promise<AcknowledgementView | null> {
  const found = await announcedNamed(db, viewer, "acknowledgement", id);
  return found?.view.mine ? found.view : null;
}

/** An acknowledgement of the partner's that the viewer has opened and can read at this moment, or null. */
export async function openedByMe(db: ViewerDb, viewer: SignedIn, id: string) {
  const { coupleId, partnerId } = viewer;
  if (!partnerId) return null;
  const key = { coupleId, authorId: partnerId, entryId: id };
  const opened = await db.announcementOpening.count({ where: key });
  return opened > 0 ? db.acknowledgement.findFirst({ where: key }) : null;
}
