import {
  asItsEntry,
  bareOf,
  mine,
  nobody,
  type Snapshot,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import * as of from "@/tests/privacy/tables/therapy-sentences";

/** A session of both that the partner noted. */
function partners(asker: { readonly couple: string | null; readonly partner: string | null }, all: Snapshot) {
  const session = (all.therapy_sessions ?? []).find(
    ({ couple_id, author_id, entry_id }) =>
      couple_id === asker.couple &&
      author_id === asker.partner &&
      (all.entries ?? []).some(
        (entry) => entry.id === entry_id && entry.author_id === author_id && entry.audience === "partner",
      ),
  );
  return session && { to_author_id: session.author_id, to_entry_id: session.entry_id, kind: "couple" };
}

export const therapy_sessions: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    kind: "plain",
    local_time: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        return at && { ...at, kind: "individual" };
      },
    },
  },
  system: nobody,
  particulars: of.therapy_sessions,
};

export const therapy_parts: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    to_author_id: "plain",
    to_entry_id: "plain",
    kind: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        const to = partners(asker, all);
        return at && to ? { ...at, ...to } : null;
      },
    },
  },
  system: nobody,
  particulars: of.therapy_parts,
};

export const therapy_marks: TablePromise = {
  key: ["couple_id", "author_id", "to_author_id", "to_entry_id"],
  columns: { couple_id: "plain", author_id: "plain", to_author_id: "plain", to_entry_id: "plain" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from therapy_marks",
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        return (
          at && {
            couple_id: at.couple_id,
            author_id: at.author_id,
            to_author_id: at.author_id,
            to_entry_id: at.entry_id,
          }
        );
      },
    },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: of.therapy_marks,
};
