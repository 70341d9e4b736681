import * as of from "@/tests/privacy/tables/announcement-sentences";
import { reach_choices as ofChoices } from "@/tests/privacy/tables/choice-sentences";
import { openings } from "@/tests/privacy/tables/opening-sentences";
import {
  asItsEntry,
  bareOf,
  inShownEntry,
  mine,
  nobody,
  type Rule,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

export const reach_choices: TablePromise = {
  key: ["couple_id", "author_id"],
  columns: { couple_id: "plain", author_id: "plain", way: "plain", local_time: "plain" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from reach_choices",
      row: (asker) => spaceOf(asker) && { ...spaceOf(asker), way: "at_time", local_time: "20:00" },
    },
    change: { rows: mine, onlyHere: true, columns: { way: "way", local_time: "local_time" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: ofChoices,
};

export const announcements: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    way: "plain",
    reaches_at: "plain",
  },
  viewer: {
    read: { ...asItsEntry, never: ["reaches_at"] },
    add: {
      row: (asker, all) => (asker.partner ? bareOf(asker, all, "partner") : null),
    },
  },
  system: nobody,
  particulars: of.announcements,
};

const readers: Rule = (row, asker) => asker.id !== null && row.reader_id === asker.id;

export const announcement_openings: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: { couple_id: "plain", author_id: "plain", entry_id: "plain", reader_id: "plain" },
  viewer: {
    read: { rows: (row, asker, all) => readers(row, asker, all) && inShownEntry(row, asker, all) },
    add: {
      first: "delete from announcement_openings",
      row: (asker, all) => {
        const reached = (all.announcements ?? []).find(
          (row) => row.author_id === asker.partner && inShownEntry(row, asker, all),
        );
        if (!reached) return null;
        const { couple_id, author_id, entry_id } = reached;
        return { couple_id, author_id, entry_id, reader_id: asker.id };
      },
    },
  },
  system: nobody,
  particulars: openings,
};
