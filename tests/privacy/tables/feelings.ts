import * as ofAnswers from "@/tests/privacy/tables/answer-sentences";
import * as of from "@/tests/privacy/tables/feeling-sentences";
import {
  type Asker,
  asItsEntry,
  bareOf,
  entryOf,
  nobody,
  type Row,
  type Snapshot,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

/** Rows of a table by this author in this space, in an entry that is shown. */
const shown = (table: string, author: string | null, { couple }: Asker, all: Snapshot) =>
  (all[table] ?? []).filter(
    (row) =>
      row.couple_id === couple && row.author_id === author && entryOf(row, all)?.audience === "partner",
  );
const answering = (row: Row | undefined) =>
  row ? { to_author_id: row.author_id, to_entry_id: row.entry_id } : null;

export const shared_feelings: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: { couple_id: "plain", author_id: "plain", entry_id: "plain", wish: "plain", place: "plain" },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "partner");
        return at && { ...at, wish: "nothing", place: 0 };
      },
    },
  },
  system: nobody,
  particulars: of.shared_feelings,
};

export const feeling_parts: TablePromise = {
  key: ["couple_id", "author_id", "entry_id", "feeling"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    feeling: "plain",
    intensity: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const [whole] = shown("shared_feelings", asker.id, asker, all);
        if (!whole) return null;
        const { couple_id, author_id, entry_id } = whole;
        return { couple_id, author_id, entry_id, feeling: "numb", intensity: 3 };
      },
    },
  },
  system: nobody,
  particulars: of.feeling_parts,
};

export const replies: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    to_author_id: "plain",
    to_entry_id: "plain",
    needs_until: "plain",
    place: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const [at, to] = [
          bareOf(asker, all, "only_me"),
          answering(shown("shared_feelings", asker.partner, asker, all)[0]),
        ];
        return at && to && { ...at, ...to, place: 9 };
      },
    },
  },
  system: nobody,
  particulars: ofAnswers.replies,
};

export const felt_heard: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    to_author_id: "plain",
    to_entry_id: "plain",
    understood: "plain",
    accepted: "plain",
    cared_for: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const said = (reply: Row) => (all.felt_heard ?? []).some((row) => row.to_entry_id === reply.entry_id);
        const unheard = shown("replies", asker.partner, asker, all).find((reply) => !said(reply));
        const [at, to] = [bareOf(asker, all, "only_me"), answering(unheard)];
        return at && to && { ...at, ...to, understood: "partly" };
      },
    },
  },
  system: nobody,
  particulars: ofAnswers.felt_heard,
};
