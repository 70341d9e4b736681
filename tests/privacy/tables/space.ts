import {
  asItsEntry,
  bareOf,
  mine,
  mineHere,
  nobody,
  type Rule,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import * as of from "@/tests/privacy/tables/space-sentences";

const runs: Rule = (row) => (row.until as Date) > new Date();

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
