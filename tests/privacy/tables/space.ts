import {
  asItsEntry,
  BYTES,
  bareOf,
  here,
  inASpaceOf,
  mine,
  mineHere,
  nobody,
  type Rule,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import * as of from "@/tests/privacy/tables/space-sentences";

const runs: Rule = (row) => (row.until as Date) > new Date();
const partners: Rule = (row, asker) => asker.partner !== null && row.author_id === asker.partner;

export const space_requests: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: { couple_id: "plain", author_id: "plain", entry_id: "plain", until: "plain", over: "plain" },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "partner");
        return at && { ...at, until: "2199-01-01", over: false };
      },
    },
    change: {
      rows: (row, asker, all) => mineHere(row, asker, all) && runs(row, asker, all),
      columns: { over: "true" },
    },
  },
  system: nobody,
  particulars: of.space_requests,
};

export const space_returns: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: { couple_id: "plain", author_id: "plain", entry_id: "plain" },
  viewer: { read: { rows: mine }, add: { row: (asker, all) => bareOf(asker, all, "partner") } },
  system: nobody,
};

export const space_words: TablePromise = {
  key: ["couple_id", "turn"],
  columns: {
    couple_id: "plain",
    turn: "plain",
    author_id: "plain",
    agreed: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        inASpaceOf(row, asker, all) &&
        (row.agreed === true || mine(row, asker, all) || here(row, asker, all)),
    },
    add: {
      row: (asker) =>
        asker.partner
          ? spaceOf(asker) && { ...spaceOf(asker), turn: 99, agreed: false, ciphertext: BYTES }
          : null,
    },
    change: {
      rows: (row, asker, all) => here(row, asker, all) && partners(row, asker, all),
      columns: { agreed: "true" },
    },
    remove: { rows: (row, asker, all) => mineHere(row, asker, all) && row.agreed === false },
  },
  system: nobody,
  particulars: of.space_words,
};
