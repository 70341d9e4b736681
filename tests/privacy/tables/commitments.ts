import * as of from "@/tests/privacy/tables/commitment-sentences";
import * as ofOffers from "@/tests/privacy/tables/offer-sentences";
import {
  type Asker,
  BYTES,
  entryOf,
  FREE_DAY,
  here,
  inASpaceOf,
  inShownEntry,
  mine,
  nobody,
  type Row,
  type Rule,
  type Snapshot,
  SPARE,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import * as ofSources from "@/tests/privacy/tables/source-sentences";
import { steps } from "@/tests/privacy/tables/step-sentences";

/** Both people's once it was accepted; while it waits, of the two who share the space; else of whoever offered last. */
const isRead: Rule = (row, asker, all) =>
  inASpaceOf(row, asker, all) &&
  (row.accepted === true || row.writer_id === asker.id || (row.awaits !== null && here(row, asker, all)));

const commitmentOf = (row: Row, all: Snapshot) =>
  (all.commitments ?? []).find(
    (commitment) => commitment.couple_id === row.couple_id && commitment.id === row.commitment_id,
  );
const ofWhatIsRead: Rule = (row, asker, all) => {
  const commitment = commitmentOf(row, all);
  return commitment !== undefined && isRead(commitment, asker, all);
};

/** One's own; of the other's, what was accepted or waits here, and was not taken back. */
const offered: Rule = (row, asker, all) => {
  if (mine(row, asker, all)) return true;
  const commitment = commitmentOf(row, all);
  if (!commitment || !isRead(commitment, asker, all) || isTakenBack(row, all)) return false;
  return commitment.accepted === true || (commitment.awaits !== null && here(row, asker, all));
};

/** Nothing stands between an offer and the step that takes it back but rests. */
function isTakenBack(row: Row, all: Snapshot): boolean {
  const [answer] = (all.commitment_events ?? [])
    .filter(
      ({ couple_id, commitment_id, turn }) =>
        couple_id === row.couple_id && commitment_id === row.commitment_id && Number(turn) > Number(row.turn),
    )
    .filter(({ step }) => step !== "paused" && step !== "resumed")
    .sort((one, other) => Number(one.turn) - Number(other.turn));
  return answer?.step === "withdrawn";
}

const ofAskers = (asker: Asker, all: Snapshot) =>
  (all.commitments ?? []).filter((row) => row.couple_id === asker.couple && row.author_id === asker.id);
const ownOffer = (asker: Asker, all: Snapshot) => {
  const commitment = ofAskers(asker, all).find((row) => row.awaits === "terms" && row.turn === 1);
  return commitment && { ...spaceOf(asker), commitment_id: commitment.id, turn: commitment.turn };
};

export const commitments: TablePromise = {
  key: ["couple_id", "id"],
  columns: {
    couple_id: "plain",
    id: "plain",
    author_id: "plain",
    doer_id: "plain",
    area: "plain",
    cost: "plain",
    turn: "plain",
    accepted: "plain",
    ended: "plain",
    awaits: "plain",
    writer_id: "plain",
    agreement_id: "plain",
  },
  viewer: {
    read: { rows: isRead },
    add: {
      row: (asker) =>
        asker.partner
          ? spaceOf(asker) && {
              ...spaceOf(asker),
              id: SPARE.account,
              doer_id: asker.id,
              area: "phone",
              cost: "high",
              writer_id: asker.id,
            }
          : null,
    },
    remove: {
      rows: (row, asker, all) =>
        row.writer_id === asker.id &&
        row.accepted === false &&
        (row.awaits === null || mine(row, asker, all)),
    },
  },
  system: nobody,
  particulars: of.commitments,
};

export const commitment_events: TablePromise = {
  key: ["couple_id", "commitment_id", "turn"],
  columns: {
    couple_id: "plain",
    commitment_id: "plain",
    turn: "plain",
    author_id: "plain",
    step: "plain",
    happened_on: "plain",
    returns_on: "plain",
  },
  viewer: {
    read: { rows: ofWhatIsRead },
    add: {
      row: (asker, all) => {
        const own = ownOffer(asker, all);
        return own ? { ...own, turn: 2, step: "offered", happened_on: FREE_DAY } : null;
      },
    },
  },
  system: nobody,
  particulars: steps,
};

export const commitment_terms: TablePromise = {
  key: ["couple_id", "commitment_id", "turn"],
  columns: {
    couple_id: "plain",
    commitment_id: "plain",
    turn: "plain",
    author_id: "plain",
    rule: "plain",
    times: "plain",
    starts_on: "plain",
    review_on: "plain",
    taken_back: "plain",
  },
  viewer: {
    read: { rows: offered },
    add: {
      first: "delete from commitment_terms",
      row: (asker, all) => {
        const own = ownOffer(asker, all);
        return own ? { ...own, starts_on: FREE_DAY, review_on: "2026-11-10" } : null;
      },
    },
  },
  system: nobody,
  particulars: ofOffers.terms,
};

export const mutual_words: TablePromise = {
  key: ["couple_id", "commitment_id", "turn", "field"],
  columns: {
    couple_id: "plain",
    commitment_id: "plain",
    turn: "plain",
    field: "plain",
    author_id: "plain",
    taken_back: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: { rows: offered },
    add: {
      first: "delete from mutual_words",
      row: (asker, all) => {
        const own = ownOffer(asker, all);
        return own ? { ...own, field: "what", ciphertext: BYTES } : null;
      },
    },
  },
  system: nobody,
  particulars: ofOffers.words,
};

export const commitment_sources: TablePromise = {
  key: ["couple_id", "commitment_id"],
  columns: { couple_id: "plain", commitment_id: "plain", author_id: "plain", entry_id: "plain" },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        ofWhatIsRead(row, asker, all) &&
        (entryOf(row, all)?.author_id === asker.id || inShownEntry(row, asker, all)),
    },
    add: {
      first: "delete from commitment_sources",
      row: (asker, all) => {
        const own = ofAskers(asker, all).find((row) => row.doer_id === asker.id);
        const reply = (all.replies ?? []).find(
          (row) => row.couple_id === asker.couple && row.author_id === asker.id,
        );
        return own && reply ? { ...spaceOf(asker), commitment_id: own.id, entry_id: reply.entry_id } : null;
      },
    },
  },
  system: nobody,
  particulars: ofSources.sources,
};
