import {
  asItsEntry,
  bareOf,
  here,
  mine,
  nobody,
  type Row,
  type Rule,
  type Snapshot,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import * as of from "@/tests/privacy/tables/struggle-sentences";

/** The struggle that a row is about, where it is shown. */
const shownStruggle = (row: Row, all: Snapshot) =>
  (all.entries ?? []).find(
    (entry) =>
      entry.couple_id === row.couple_id &&
      entry.author_id === row.to_author_id &&
      entry.id === row.to_entry_id &&
      entry.audience === "partner",
  );

/** A struggle of the partner's of which nobody has said anything yet. */
function untouched(
  asker: { readonly couple: string | null; readonly partner: string | null },
  all: Snapshot,
) {
  const about = [...(all.struggle_parts ?? []), ...(all.struggle_rests ?? [])];
  const struggle = (all.entries ?? []).find(
    ({ id, kind, couple_id, author_id, audience }) =>
      kind === "struggle" &&
      couple_id === asker.couple &&
      author_id === asker.partner &&
      audience === "partner" &&
      about.every((row) => row.to_entry_id !== id),
  );
  return struggle && { to_author_id: struggle.author_id, to_entry_id: struggle.id };
}

export const struggle_parts: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    to_author_id: "plain",
    to_entry_id: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        const to = untouched(asker, all);
        return at && to ? { ...at, ...to } : null;
      },
    },
  },
  system: nobody,
  particulars: of.struggle_parts,
};

const ofAShownStruggle: Rule = (row, asker, all) =>
  here(row, asker, all) && shownStruggle(row, all) !== undefined;

export const struggle_rests: TablePromise = {
  key: ["couple_id", "author_id", "to_author_id", "to_entry_id"],
  columns: { couple_id: "plain", author_id: "plain", to_author_id: "plain", to_entry_id: "plain" },
  viewer: {
    read: { rows: (row, asker, all) => mine(row, asker, all) || ofAShownStruggle(row, asker, all) },
    add: {
      row: (asker, all) => {
        const [at, to] = [spaceOf(asker), untouched(asker, all)];
        return at && to ? { ...at, ...to } : null;
      },
    },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: of.struggle_rests,
};
