import {
  type Asker,
  asItsEntry,
  bareOf,
  FREE_DAY,
  here,
  inASpaceOf,
  mine,
  nobody,
  type Snapshot,
  SPARE,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import * as of from "@/tests/privacy/tables/review-sentences";

const running = ({ couple }: Asker, all: Snapshot) =>
  (all.reviews ?? []).find((row) => row.couple_id === couple && row.open === true);

/** Every change but the last is a step. */
const step = ", turn = turn + 1";

export const reviews: TablePromise = {
  key: ["couple_id", "id"],
  columns: {
    couple_id: "plain",
    id: "plain",
    opened_on: "plain",
    open: "plain",
    stopped: "plain",
    turn: "plain",
    step: "plain",
    speaker_id: "plain",
    since: "plain",
    says_back: "plain",
    spoken: "plain",
    with_gap: "plain",
    guessed: "plain",
  },
  viewer: {
    read: { rows: inASpaceOf },
    add: {
      row: (asker) =>
        asker.partner ? { couple_id: asker.couple, id: SPARE.account, opened_on: FREE_DAY } : null,
      first: "update reviews set open = null where open",
    },
    change: {
      rows: (row, asker, all) => here(row, asker, all) && row.open === true,
      columns: {
        turn: "turn + 1",
        step: `'closing'${step}`,
        speaker_id: `null${step}`,
        says_back: `0${step}`,
        spoken: `spoken${step}`,
        open: "null",
        stopped: "true, open = null",
      },
    },
  },
  system: nobody,
  particulars: of.reviews,
};

export const review_parts: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    review_id: "plain",
    step: "plain",
    number: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const [at, review] = [bareOf(asker, all, "partner"), running(asker, all)];
        return at && review ? { ...at, review_id: review.id, step: "closing", number: 5 } : null;
      },
    },
  },
  system: nobody,
  particulars: of.review_parts,
};

export const gap_choices: TablePromise = {
  key: ["couple_id", "author_id"],
  columns: { couple_id: "plain", author_id: "plain" },
  viewer: {
    read: { rows: mine },
    add: { row: spaceOf, first: "delete from gap_choices" },
    remove: { rows: mine },
  },
  system: nobody,
};

const bothAnswered = (row: { readonly couple_id?: unknown; readonly review_id?: unknown }, all: Snapshot) =>
  (all.gap_answers ?? []).filter((one) => one.couple_id === row.couple_id && one.review_id === row.review_id)
    .length === 2;

export const gap_answers: TablePromise = {
  key: ["couple_id", "review_id", "author_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    review_id: "plain",
    pain: "plain",
    closeness: "plain",
    guessed_pain: "plain",
    guessed_closeness: "plain",
  },
  viewer: {
    read: {
      rows: (row, asker, all) => mine(row, asker, all) || (here(row, asker, all) && bothAnswered(row, all)),
    },
    add: {
      row: (asker, all) => {
        const review = running(asker, all);
        return asker.partner && review ? { ...spaceOf(asker), review_id: review.id, pain: 5 } : null;
      },
      first: "delete from gap_answers",
    },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: of.gap_answers,
};
