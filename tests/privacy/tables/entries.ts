import * as of from "@/tests/privacy/tables/entry-sentences";
import { lens, lensOnNumbers } from "@/tests/privacy/tables/lens-sentences";
import {
  BYTES,
  bareOf,
  FREE_DAY,
  hasReached,
  here,
  inShownEntry,
  mine,
  mineHere,
  nobody,
  type Rule,
  SPARE,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import { entry_words as ofWords } from "@/tests/privacy/tables/word-sentences";

const shownHere: Rule = (row, asker, all) => here(row, asker, all) && row.audience === "partner";

export const entries: TablePromise = {
  key: ["couple_id", "author_id", "id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    id: "plain",
    kind: "plain",
    happened_on: "plain",
    time_zone: "plain",
    written_on: "plain",
    audience: "plain",
    shared_by: "plain",
  },
  generated: ["shared_by"],
  viewer: {
    read: {
      rows: (row, asker, all) =>
        mine(row, asker, all) || (shownHere(row, asker, all) && hasReached(row, all)),
    },
    add: {
      row: (asker) =>
        spaceOf(asker) && {
          ...spaceOf(asker),
          id: SPARE.account,
          kind: "check_in",
          happened_on: FREE_DAY,
          time_zone: "UTC",
          written_on: FREE_DAY,
          audience: "partner",
        },
    },
    change: { rows: mineHere, columns: { audience: "'only_me'" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [...of.entries, ...lens],
};

export const entry_words: TablePromise = {
  key: ["couple_id", "author_id", "entry_id", "field", "version"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    field: "plain",
    version: "plain",
    audience: "plain",
    superseded_on: "plain",
    shown: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        mine(row, asker, all) || (shownHere(row, asker, all) && inShownEntry(row, asker, all)),
    },
    add: {
      columns: ["couple_id", "author_id", "entry_id", "field", "version", "audience", "shown", "ciphertext"],
      row: (asker, all) => {
        const at = bareOf(asker, all, "partner");
        return at && { ...at, field: "note", version: 1, audience: "partner", ciphertext: BYTES };
      },
    },
    change: {
      rows: mineHere,
      columns: { audience: "'only_me'", superseded_on: "superseded_on", ciphertext: "ciphertext" },
    },
    remove: { rows: (row, asker, all) => mineHere(row, asker, all) && row.shown === false },
  },
  system: nobody,
  particulars: ofWords,
};

export const check_ins: TablePromise = {
  key: ["couple_id", "author_id", "entry_id", "version"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    version: "plain",
    superseded_on: "plain",
    shown: "plain",
    trust: "plain",
    safety: "plain",
    closeness: "plain",
    love: "plain",
    pain: "plain",
    feelings: "plain",
    need: "plain",
  },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        mine(row, asker, all) || (inShownEntry(row, asker, all) && row.shown === true),
    },
    add: {
      columns: [
        "couple_id",
        "author_id",
        "entry_id",
        "version",
        "shown",
        "trust",
        "safety",
        "closeness",
        "love",
        "pain",
        "feelings",
        "need",
      ],
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        return at && { ...at, version: 1, trust: 5 };
      },
    },
    change: {
      rows: mineHere,
      columns: {
        superseded_on: "superseded_on",
        trust: "trust",
        safety: "safety",
        closeness: "closeness",
        love: "love",
        pain: "pain",
        feelings: "feelings",
        need: "need",
      },
    },
  },
  system: nobody,
  particulars: [...of.check_ins, ...lensOnNumbers],
};
