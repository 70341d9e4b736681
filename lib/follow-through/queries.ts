import "server-only";
import { chosenOn } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { type CommitmentView, commitmentNamed, commitmentsAmong, sourceOf } from "@/lib/commitments/queries";
import { REVIEW_AHEAD } from "@/lib/commitments/rules";
import type { FollowThrough } from "@/lib/db/generated/client";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { EntryView, RemarkView } from "@/lib/entries/rules";
import {
  type Answers,
  type Asked,
  askedOn,
  type FiveNumbers,
  fiveNumbers,
  lastDayOf,
  type PictureDay,
  pictureOf,
} from "@/lib/follow-through/rules";
import { groupBy } from "@/lib/group-by";
import { addDays, type Day, fromColumn, toColumn, weekOf } from "@/lib/time/day";
import { type StartingPoints, startingPoints } from "@/lib/visibility/queries";

/** What was said of one day. */
export type SaidOfDay = {
  readonly day: Day;
  readonly status: FollowThroughStatus;
  readonly volunteered: boolean;
  /** It was first said after the day. */
  readonly filledInLater: boolean;
  /** What was said before it was corrected, oldest first, with the day of saying. */
  readonly before: readonly { readonly status: FollowThroughStatus; readonly on: Day }[];
};

/** What was said of commitments, by the commitment, the newest day first. */
export async function saidAmong(
  db: ViewerDb,
  commitments: readonly CommitmentView[],
  since?: Day,
): Promise<ReadonlyMap<string, readonly SaidOfDay[]>> {
  if (commitments.length === 0) return new Map();
  // What is due once may have been said on any day before.
  const once = commitments.filter(isOnce).map(({ id }) => id);
  const rows = await db.followThrough.findMany({
    where: {
      // The couple first, for the index.
      coupleId: { in: [...new Set(commitments.map(({ coupleId }) => coupleId))] },
      commitmentId: { in: commitments.map(({ id }) => id) },
      ...(since ? { OR: [{ day: { gte: toColumn(since) } }, { commitmentId: { in: once } }] } : {}),
    },
    orderBy: [{ day: "desc" }, { turn: "asc" }],
  });
  const byCommitment = groupBy(rows, ({ commitmentId }) => commitmentId);
  return new Map([...byCommitment].map(([id, of]) => [id, saidByDay(of)]));
}

const isOnce = ({ standing: { agreement } }: CommitmentView) =>
  agreement.stretches.some(({ terms }) => terms.often.kind === "once");

export const saidByDay = (rows: readonly FollowThrough[]): SaidOfDay[] =>
  [...groupBy(rows, ({ day }) => fromColumn(day))].flatMap(([day, turns]) => {
    const standing = turns.at(-1);
    const [first] = turns;
    if (!standing || !first) return [];
    return {
      day,
      status: standing.status,
      volunteered: standing.volunteered,
      filledInLater: first.writtenOn > first.day,
      before: turns.slice(0, -1).map(({ status, writtenOn }) => ({ status, on: fromColumn(writtenOn) })),
    };
  });

export const answersIn = (said: readonly SaidOfDay[]): Answers =>
  new Map(said.map(({ day, status }) => [day, status]));

/** What a day holds of commitments, on the page of that day. */
export type OfToday = {
  /** One's own that the day asks for, with what was said of it already. */
  readonly asked: readonly DueItem[];
  /** What the other said of theirs. */
  readonly theirs: readonly { readonly commitment: CommitmentView; readonly said: SaidOfDay }[];
  /** Whether something the other offers waits for the viewer. */
  readonly waits: boolean;
  readonly starts: StartingPoints;
};
export type DueItem = {
  readonly commitment: CommitmentView;
  /** Null for a day that is looked at because its reader chose it. */
  readonly asked: Asked | null;
  readonly said: SaidOfDay | null;
};

export async function commitmentsOfDay(db: ViewerDb, viewer: SignedIn, day: Day): Promise<OfToday> {
  const { coupleId, partnerId } = viewer;
  const starts = await startingPoints(db, viewer);
  if (!partnerId) return { asked: [], theirs: [], waits: false, starts };
  const all = await commitmentsAmong(db, viewer, { coupleId, ended: false }, day);
  const said = await saidAmong(db, all, weekOf(day).from);
  const today = (id: string) => said.get(id)?.find((one) => one.day === day) ?? null;
  return {
    asked: all.flatMap((commitment) => {
      if (!commitment.mine) return [];
      const { agreement } = commitment.standing;
      const ofDay = today(commitment.id);
      const asked = askedOn(agreement, answersIn(said.get(commitment.id) ?? []), day);
      // What was said stays in sight, whatever filled the week since.
      return asked || ofDay ? [{ commitment, asked, said: ofDay }] : [];
    }),
    theirs: all.flatMap((commitment) => {
      const ofDay = commitment.mine ? null : today(commitment.id);
      return ofDay ? [{ commitment, said: ofDay }] : [];
    }),
    waits: all.some(({ standing, mine }) => standing.awaits?.by === (mine ? "partner" : "doer")),
    starts,
  };
}

/** A commitment as a list shows it. */
export type Listed = { readonly commitment: CommitmentView; readonly numbers: FiveNumbers };
export type Lists = Readonly<Record<"waiting" | "review" | "mine" | "theirs" | "ended", readonly Listed[]>>;

/** Every commitment the viewer may read, each in one list; those of an earlier space are among what has ended. */
export async function commitmentLists(db: ViewerDb, viewer: Viewer, today: Day, open: Day): Promise<Lists> {
  const all = await commitmentsAmong(db, viewer, {}, today);
  const said = await saidAmong(db, all);
  const listed = groupBy(
    all.map((commitment) => {
      const ofIt = said.get(commitment.id) ?? [];
      const last = lookedBackFrom(commitment, ofIt, today);
      return {
        commitment,
        numbers: fiveNumbers(commitment.standing.agreement, answersIn(ofIt), last, open),
      };
    }),
    ({ commitment }) => listOf(commitment, today),
  );
  const newestFirst = (list: keyof Lists) =>
    (listed.get(list) ?? []).toSorted((a, b) => lastStep(b).localeCompare(lastStep(a)));
  return {
    waiting: newestFirst("waiting"),
    review: newestFirst("review"),
    mine: newestFirst("mine"),
    theirs: newestFirst("theirs"),
    ended: newestFirst("ended"),
  };
}

/** The day that four weeks are looked back from: what an earlier space left stands as on the last day anything was said of it. */
function lookedBackFrom(
  { here, steps, standing }: CommitmentView,
  said: readonly SaidOfDay[],
  today: Day,
): Day {
  const days = [...steps.map(({ on }) => on), ...said.map(({ day }) => day)].sort();
  return lastDayOf(standing.agreement, here ? today : (days.at(-1) ?? today));
}

const lastStep = ({ commitment: { steps, id } }: Listed) => `${steps.at(-1)?.on}/${id}`;

function listOf({ standing, mine, here, agreed }: CommitmentView, today: Day): keyof Lists {
  const { state, awaits } = standing;
  if (!here || state === "ended") return "ended";
  if (awaits || state === "declined") return "waiting";
  const review = agreed?.terms?.review;
  if (review && review <= addDays(today, REVIEW_AHEAD)) return "review";
  return mine ? "mine" : "theirs";
}

export type CommitmentPage = {
  readonly commitment: CommitmentView;
  readonly source: { readonly kind: "feeling" | "acknowledgement"; readonly id: string } | null;
  /** What both agreed on that it is part of, as it reads now. */
  readonly partOf: string | null;
  readonly numbers: FiveNumbers;
  readonly picture: readonly (readonly PictureDay[])[];
  readonly said: readonly SaidOfDay[];
  /** The doer's words and what was noticed, the newest day first. */
  readonly remarks: readonly RemarkView[];
  readonly starts: StartingPoints;
};

export async function commitmentPage(
  db: ViewerDb,
  viewer: Viewer,
  id: string,
  today: Day,
  open: Day,
): Promise<CommitmentPage | null> {
  const commitment = await commitmentNamed(db, viewer, id, today);
  if (!commitment) return null;
  const said = (await saidAmong(db, [commitment])).get(id) ?? [];
  const { agreement } = commitment.standing;
  const last = lookedBackFrom(commitment, said, today);
  return {
    commitment,
    source: await sourceOf(db, commitment, viewer),
    partOf: await partOf(db, viewer, commitment),
    numbers: fiveNumbers(agreement, answersIn(said), last, open),
    picture: pictureOf(agreement, answersIn(said), last, open),
    said,
    remarks: await remarksOn(db, viewer, commitment),
    starts: await startingPoints(db, viewer),
  };
}

async function partOf(
  db: ViewerDb,
  viewer: Viewer,
  { coupleId, partOf }: CommitmentView,
): Promise<string | null> {
  if (!partOf) return null;
  return (await chosenOn(db, viewer, { coupleId, subject: "agreement", aboutId: partOf })).agreed;
}

async function remarksOn(
  db: ViewerDb,
  viewer: Viewer,
  { coupleId, id }: CommitmentView,
): Promise<RemarkView[]> {
  const rows = await db.commitmentRemark.findMany({
    where: { coupleId, commitmentId: id },
    orderBy: [{ day: "desc" }, { entryId: "asc" }],
    select: { entry: true },
  });
  const views = await withContent(
    db,
    viewer,
    // A parent that was taken away between two statements comes back as nothing, whatever its type says.
    rows.flatMap(({ entry }) => entry ?? []),
  );
  return views.filter(isRemark);
}

const isRemark = (view: EntryView): view is RemarkView =>
  view.kind === "follow_through_note" || view.kind === "noticing";
