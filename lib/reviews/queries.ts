import "server-only";
import { agreedNotes, type Chosen, chosenOn, noteOf, ofTheSpace } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { commitmentsAmong } from "@/lib/commitments/queries";
import type { GapAnswer, Review } from "@/lib/db/generated/client";
import type { ReviewStep } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { CareView, EntryView, ReviewPartView } from "@/lib/entries/rules";
import { answersIn, saidAmong } from "@/lib/follow-through/queries";
import { type FiveNumbers, sumOf, talliesOf } from "@/lib/follow-through/rules";
import { nextMeeting, type WeeklyTime } from "@/lib/reviews/rules";
import { weeklyTime } from "@/lib/reviews/schema";
import { prefersNoJointPrompts } from "@/lib/safety/queries";
import { strugglesHere } from "@/lib/struggles/queries";
import type { Struggle } from "@/lib/struggles/rules";
import { addDays, type Day, fromColumn, toColumn } from "@/lib/time/day";

/** A review as both see it. */
export type ReviewView = {
  readonly id: string;
  readonly openedOn: Day;
  readonly open: boolean;
  readonly stopped: boolean;
  readonly turn: number;
  readonly step: ReviewStep;
  /** Who speaks of the hard thing, or is being told back what was heard. */
  readonly speaker: "me" | "other" | null;
  /** Since when they speak, ISO 8601. */
  readonly since: string | null;
  /** For the how manieth time the other says back what they heard; 0 while it is spoken. */
  readonly saysBack: number;
  readonly spoken: number;
  readonly withGap: boolean;
  /** Both have answered in it and have read the other's, whatever became of that. */
  readonly guessed: boolean;
};

const viewOf = ({ id: me }: Viewer, row: Review): ReviewView => ({
  id: row.id,
  openedOn: fromColumn(row.openedOn),
  open: row.open === true,
  stopped: row.stopped,
  turn: row.turn,
  step: row.step,
  speaker: row.speakerId === null ? null : row.speakerId === me ? "me" : "other",
  since: row.since?.toISOString() ?? null,
  saysBack: row.saysBack,
  spoken: row.spoken,
  withGap: row.withGap,
  guessed: row.guessed,
});

/** What somebody answered for themselves and guessed of the other, 0–10 each. */
export type Guesses = Pick<GapAnswer, "pain" | "closeness" | "guessedPain" | "guessedCloseness">;

const guessesIn = ({ pain, closeness, guessedPain, guessedCloseness }: Guesses): Guesses => ({
  pain,
  closeness,
  guessedPain,
  guessedCloseness,
});

/** What became of one commitment in seven days, and how often the other noticed something of it. */
export type OfTheWeek = {
  readonly id: string;
  readonly mine: boolean;
  readonly what: string;
  readonly numbers: FiveNumbers;
  readonly noticed: number;
};

export type ReviewPage = {
  readonly review: ReviewView;
  /** What was said in it, one's own first. */
  readonly parts: readonly ReviewPartView[];
  /** One's own answers; and the other's, which are there once both have answered. */
  readonly guesses: { readonly mine: Guesses | null; readonly theirs: Guesses | null };
  readonly note: Chosen;
  /** What its step is about, where it runs: what was shown of kindness, what was promised, what stays hard. */
  readonly kindnesses: readonly CareView[];
  readonly promises: readonly OfTheWeek[];
  readonly struggles: readonly Struggle[];
};

/** Where one review of the present space stands, or null. */
export async function reviewNamed(db: ViewerDb, viewer: Viewer, id: string): Promise<ReviewView | null> {
  const row = await db.review.findFirst({ where: { coupleId: viewer.coupleId, id } });
  return row && viewOf(viewer, row);
}

/** The same with all that was said in it. */
export async function reviewPage(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
  today: Day,
  open: Day,
): Promise<ReviewPage | null> {
  const { coupleId } = viewer;
  const review = await reviewNamed(db, viewer, id);
  if (!review) return null;
  const at = (step: ReviewStep) => review.open && review.step === step;
  // The other's are asked for once both have answered: until then they take no time to pass.
  const whose = review.guessed ? {} : { authorId: viewer.id };
  const answers = await db.gapAnswer.findMany({ where: { coupleId, reviewId: id, ...whose } });
  const guessesOf = (mine: boolean) => {
    const row = answers.find(({ authorId }) => (authorId === viewer.id) === mine);
    return row ? guessesIn(row) : null;
  };
  return {
    review,
    parts: await partsOf(db, viewer, id),
    guesses: { mine: guessesOf(true), theirs: guessesOf(false) },
    note: await chosenOn(db, viewer, noteOf(viewer, id)),
    kindnesses: at("appreciation") ? await kindnessesShown(db, viewer, today) : [],
    promises: at("promises") ? await promisesOfTheWeek(db, viewer, today, open) : [],
    struggles: at("hard_thing") ? (await strugglesHere(db, viewer)).open : [],
  };
}

async function partsOf(db: ViewerDb, viewer: Viewer, reviewId: string): Promise<ReviewPartView[]> {
  const rows = await db.reviewPart.findMany({
    where: { coupleId: viewer.coupleId, reviewId },
    orderBy: { entryId: "asc" },
    select: { entry: true },
  });
  // A parent that was taken away between two statements comes back as nothing, whatever its type says.
  const views = await withContent(
    db,
    viewer,
    rows.flatMap(({ entry }) => entry ?? []),
  );
  return views.filter(isPart).toSorted((a, b) => Number(b.mine) - Number(a.mine));
}

const isKindness = (view: EntryView): view is CareView => view.kind === "caring_act";
const isPart = (view: EntryView): view is ReviewPartView => view.kind === "review_part";

/** Past reviews on the page without a note; older ones are on the timeline, with what was said in them. */
const PAGE = 26;

export type ReviewsHome = {
  readonly time: { readonly agreed: WeeklyTime | null; readonly proposal: ProposedTime | null };
  /** Whether the viewer would like to guess. */
  readonly wantsToGuess: boolean;
  readonly running: ReviewView | null;
  /** Those that are over, the newest first, each with the note both agreed on. */
  readonly past: readonly { readonly review: ReviewView; readonly note: string | null }[];
};
export type ProposedTime = { readonly turn: string; readonly mine: boolean; readonly time: WeeklyTime };

/** What there is of reviews in the present space. */
export async function reviewsHome(db: ViewerDb, viewer: SignedIn): Promise<ReviewsHome> {
  const { coupleId, id: authorId } = viewer;
  const notes = await agreedNotes(db, viewer);
  const over = await overWith(db, viewer, [...notes.keys()]);
  const running = await db.review.findFirst({ where: { coupleId, open: true } });
  const chosen = await chosenOn(db, viewer, ofTheSpace(viewer, "review_time"));
  const { agreed, proposal } = chosen;
  return {
    time: {
      agreed: agreed === null ? null : timeIn(agreed),
      proposal: proposal && { turn: proposal.turn, mine: proposal.mine, time: timeIn(proposal.text) },
    },
    wantsToGuess: (await db.gapChoice.count({ where: { coupleId, authorId } })) > 0,
    running: running && viewOf(viewer, running),
    past: over.map((row) => ({ review: viewOf(viewer, row), note: notes.get(row.id) ?? null })),
  };
}

/** What today's page says of reviews: the one that runs, or that they meet today and when (ISO 8601). */
export type ReviewToday = { readonly running: string } | { readonly meetsAt: string };

/** The same, or null; and null for whoever is not to be asked into anything together. */
export async function reviewToday(db: ViewerDb, viewer: SignedIn, today: Day): Promise<ReviewToday | null> {
  if (!viewer.partnerId || (await prefersNoJointPrompts(db, viewer))) return null;
  const running = await db.review.findFirst({ where: { coupleId: viewer.coupleId, open: true } });
  if (running) return { running: running.id };
  const { agreed } = await chosenOn(db, viewer, ofTheSpace(viewer, "review_time"));
  const next = agreed === null ? null : nextMeeting(timeIn(agreed), viewer.timeZone);
  return next?.toPlainDate().toString() === today ? { meetsAt: next.toInstant().toString() } : null;
}

/** Reviews that are over, the newest first: the last ones, and all of some, however many one of the two has begun and left since. */
async function overWith(db: ViewerDb, { coupleId }: Viewer, kept: readonly string[]): Promise<Review[]> {
  const over = { coupleId, open: null };
  const orderBy = [{ openedOn: "desc" }, { id: "asc" }] as const;
  const last = await db.review.findMany({ where: over, orderBy: [...orderBy], take: PAGE });
  const ids = [...kept, ...last.map(({ id }) => id)];
  return db.review.findMany({ where: { ...over, id: { in: ids } }, orderBy: [...orderBy] });
}

const timeIn = (kept: string): WeeklyTime => weeklyTime.parse(JSON.parse(kept));

const WEEK = 7;

/** What was promised and what was seen over seven days, of both. */
async function promisesOfTheWeek(
  db: ViewerDb,
  viewer: SignedIn,
  today: Day,
  open: Day,
): Promise<OfTheWeek[]> {
  const { coupleId } = viewer;
  const all = await commitmentsAmong(db, viewer, { coupleId, accepted: true, ended: false }, today);
  const first = addDays(today, 1 - WEEK);
  const said = await saidAmong(db, all, first);
  const noticed = await db.commitmentRemark.findMany({
    where: { coupleId, perceived: "noticed", day: { gte: toColumn(first) }, entry: { audience: "partner" } },
    select: { commitmentId: true },
  });
  return all.map(({ id, mine, holds, standing }) => ({
    id,
    mine,
    what: holds.texts.what ?? "",
    numbers: sumOf(
      talliesOf(standing.agreement, answersIn(said.get(id) ?? []), open).filter(({ on }) => on >= first),
    ),
    noticed: noticed.filter(({ commitmentId }) => commitmentId === id).length,
  }));
}

/** Something kind that either noticed of late and showed, newest first. */
async function kindnessesShown(db: ViewerDb, viewer: SignedIn, today: Day): Promise<CareView[]> {
  const { coupleId, id, partnerId } = viewer;
  const rows = await db.entry.findMany({
    where: {
      coupleId,
      sharedBy: { in: [id, ...(partnerId ? [partnerId] : [])] },
      kind: "caring_act",
      happenedOn: { gte: toColumn(addDays(today, 1 - WEEK)) },
    },
    orderBy: [{ happenedOn: "desc" }, { id: "asc" }],
    take: 10,
  });
  return (await withContent(db, viewer, rows)).filter(isKindness);
}
