import {
  BYTES,
  FREE_DAY,
  here,
  mine,
  mineHere,
  nobody,
  type Row,
  type Rule,
  type Snapshot,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const entryOf = (row: Row, all: Snapshot) =>
  (all.entries ?? []).find(
    (entry) =>
      entry.couple_id === row.couple_id && entry.author_id === row.author_id && entry.id === row.entry_id,
  );
const shownHere: Rule = (row, asker, all) => here(row, asker, all) && row.audience === "partner";
const inShownEntry: Rule = (row, asker, all) =>
  here(row, asker, all) && entryOf(row, all)?.audience === "partner";

const spaceOf = (asker: { id: string | null; couple: string | null }) =>
  asker.id && asker.couple ? { couple_id: asker.couple, author_id: asker.id } : null;

/** An entry of the asker's own to which nothing is attached yet. */
const bare = (asker: { id: string | null; couple: string | null }, all: Snapshot, audience: string) => {
  const own = (all.entries ?? []).filter(
    (row) => row.author_id === asker.id && row.couple_id === asker.couple && row.audience === audience,
  );
  const entry = own.find((row) => !(all.check_ins ?? []).some((of) => of.entry_id === row.id));
  return entry ? { couple_id: entry.couple_id, author_id: entry.author_id, entry_id: entry.id } : null;
};

const entry = (space: string, author: string, more = "") =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('${space}', '${author}', '${SPARE.account}', 'check_in', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'only_me') ${more}`;

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
  },
  viewer: {
    read: { rows: (row, asker, all) => mine(row, asker, all) || shownHere(row, asker, all) },
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
    change: { rows: mineHere, columns: { audience: "audience" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "nothing is written before the plain notice was read",
      by: "ada",
      given: "update accounts set notice_read_on = null where id = '{ada}'",
      try: entry("{ada.couple}", "{ada}"),
      ends: "refused by policy",
    },
    {
      says: "what is the partner's is not shown by pretending to write it again",
      by: "ben",
      try: `insert into entries select couple_id, '{ada}', gen_random_uuid(), kind, '${FREE_DAY}', time_zone, written_on, 'partner' from entries limit 1`,
      ends: "refused by policy",
    },
    {
      says: "an entry never changes hands, even were the column granted",
      by: "ada",
      given: "grant update on entries to keel_app",
      try: "update entries set author_id = '{ben}'",
      ends: "refused by policy",
    },
    {
      says: "an entry is never carried into another space, even were the column granted",
      by: "ada",
      given: "grant update on entries to keel_app",
      try: "update entries set couple_id = '{dan.ended}'",
      ends: "refused by policy",
    },
  ],
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
        const at = bare(asker, all, "partner");
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
  particulars: [
    {
      says: "words are not shown past an entry kept to oneself",
      by: "ada",
      try: "update entry_words set audience = 'partner' where (couple_id, author_id, entry_id) in (select couple_id, author_id, id from entries where audience = 'only_me')",
      ends: "refused by policy",
    },
    {
      says: "words can be shown where their entry is",
      by: "ada",
      try: "update entry_words set audience = 'partner' where (couple_id, author_id, entry_id) in (select couple_id, author_id, id from entries where audience = 'partner')",
      ends: "done",
    },
    {
      says: "words are not added in a wider audience than their entry's",
      by: "ada",
      try: `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, ciphertext)
            values ('{ada.couple}', '{ada}', '{ada.hidden}', 'note', 9, 'partner', '')`,
      ends: "refused by policy",
    },
    {
      says: "words can be kept to oneself inside an entry kept to oneself",
      by: "ada",
      given: "delete from entry_words",
      try: `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, ciphertext)
            values ('{ada.couple}', '{ada}', '{ada.hidden}', 'note', 9, 'only_me', '')`,
      ends: "done",
    },
    {
      says: "words are not read through a hidden entry, even had they been left open",
      by: "ben",
      given: "update entry_words set audience = 'partner' where entry_id = '{ada.hidden}'",
      try: "select 1 from entry_words where entry_id = '{ada.hidden}'",
      ends: "no rows",
    },
    {
      says: "words never change hands, even were the column granted",
      by: "ada",
      given: "grant update on entry_words to keel_app; delete from entry_words where shown",
      try: "update entry_words set author_id = '{ben}'",
      ends: "refused by policy",
    },
    {
      says: "words are never carried into another space, even were the column granted",
      by: "ada",
      given: "grant update on entry_words to keel_app; delete from entry_words where shown",
      try: "update entry_words set couple_id = '{dan.ended}'",
      ends: "refused by policy",
    },
    {
      says: "words are not slipped in as an earlier version, even were the column granted",
      by: "ada",
      given: "grant insert on entry_words to keel_app",
      try: `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, superseded_on, ciphertext)
            values ('{ada.couple}', '{ada}', '{ada.hidden}', 'note', 9, 'only_me', now(), '')`,
      ends: "refused by policy",
    },
  ],
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
        const at = bare(asker, all, "only_me");
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
  particulars: [
    {
      says: "numbers nobody was shown are not read in an entry that is",
      by: "ben",
      given: "alter table check_ins disable trigger user; update check_ins set shown = false",
      try: "select 1 from check_ins where author_id = '{ada}'",
      ends: "no rows",
    },
    {
      says: "numbers never change hands, even were the column granted",
      by: "ada",
      given: "grant update on check_ins to keel_app; alter table check_ins disable trigger user",
      try: "update check_ins set author_id = '{ben}'",
      ends: "refused by policy",
    },
    {
      says: "numbers are never carried into another space, even were the column granted",
      by: "ada",
      given: "grant update on check_ins to keel_app; alter table check_ins disable trigger user",
      try: "update check_ins set couple_id = '{dan.ended}'",
      ends: "refused by policy",
    },
    {
      says: "numbers are not slipped in as an earlier version, even were the column granted",
      by: "ada",
      given: "grant insert on check_ins to keel_app",
      try: `insert into check_ins (couple_id, author_id, entry_id, version, superseded_on)
            values ('{ada.couple}', '{ada}', '{ada.hidden}', 9, now())`,
      ends: "refused by policy",
    },
  ],
};

export const drafts: TablePromise = {
  key: ["couple_id", "author_id", "kind", "happened_on"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    kind: "plain",
    happened_on: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: { rows: mine },
    add: {
      row: (asker) =>
        spaceOf(asker) && { ...spaceOf(asker), kind: "check_in", happened_on: FREE_DAY, ciphertext: BYTES },
    },
    change: { rows: mine, columns: { ciphertext: "ciphertext" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "a draft never changes hands, even were the column granted",
      by: "ada",
      given: "grant update on drafts to keel_app",
      try: "update drafts set author_id = '{ben}'",
      ends: "refused by policy",
    },
  ],
};
