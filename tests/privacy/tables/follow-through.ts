import * as of from "@/tests/privacy/tables/follow-through-sentences";
import {
  type Asker,
  asItsEntry,
  bareOf,
  FREE_DAY,
  inASpaceOf,
  nobody,
  type Snapshot,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const agreedBy = (doer: string | null, { couple }: Asker, all: Snapshot) =>
  (all.commitments ?? []).find(
    (row) => row.couple_id === couple && row.doer_id === doer && row.accepted === true,
  );

export const follow_throughs: TablePromise = {
  key: ["couple_id", "commitment_id", "day", "turn"],
  columns: {
    couple_id: "plain",
    commitment_id: "plain",
    day: "plain",
    turn: "plain",
    author_id: "plain",
    status: "plain",
    volunteered: "plain",
    written_on: "plain",
  },
  viewer: {
    read: { rows: inASpaceOf },
    add: {
      row: (asker, all) => {
        const own = agreedBy(asker.id, asker, all);
        const said = { day: FREE_DAY, turn: 1, status: "missed", written_on: FREE_DAY };
        return own ? { ...spaceOf(asker), commitment_id: own.id, ...said } : null;
      },
    },
  },
  system: nobody,
  particulars: of.follow_throughs,
};

export const commitment_remarks: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    commitment_id: "plain",
    day: "plain",
    perceived: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const [at, theirs] = [bareOf(asker, all, "only_me"), agreedBy(asker.partner, asker, all)];
        return at && theirs
          ? { ...at, commitment_id: theirs.id, day: FREE_DAY, perceived: "not_felt" }
          : null;
      },
    },
  },
  system: nobody,
  particulars: of.commitment_remarks,
};
