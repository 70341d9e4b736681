import * as of from "@/tests/privacy/tables/acknowledgement-sentences";
import {
  asItsEntry,
  bareOf,
  inShownEntry,
  nobody,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

export const acknowledgements: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    statement_id: "plain",
    agreement_id: "plain",
    place: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        return at && { ...at, statement_id: SPARE.account, place: 9 };
      },
    },
  },
  system: nobody,
  particulars: of.acknowledgements,
};

export const acknowledgement_answers: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    to_author_id: "plain",
    to_entry_id: "plain",
    received: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        const said = new Set((all.acknowledgement_answers ?? []).map((row) => row.to_entry_id));
        const read = (all.acknowledgements ?? []).find(
          (row) =>
            row.author_id === asker.partner && !said.has(row.entry_id) && inShownEntry(row, asker, all),
        );
        return at && read
          ? { ...at, to_author_id: read.author_id, to_entry_id: read.entry_id, received: "complete" }
          : null;
      },
    },
  },
  system: nobody,
  particulars: of.acknowledgement_answers,
};
