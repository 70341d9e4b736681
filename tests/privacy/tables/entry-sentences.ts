import { FREE_DAY, type Particular, SPARE } from "@/tests/privacy/tables/promise";

const entry = (space: string, author: string, more = "") =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('${space}', '${author}', '${SPARE.account}', 'check_in', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'only_me') ${more}`;

const wordsIn = (entry: string, audience: string) =>
  `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, ciphertext)
   values ('{ada.couple}', '{ada}', '${entry}', 'note', 9, '${audience}', '')`;

/** Nothing keeps two entries from sharing an id, so nothing may rest on an id alone. */
const twinOf = (entry: string, authorAndCouple: string) =>
  `insert into entries (author_id, couple_id, id, kind, happened_on, time_zone, written_on, audience)
   values (${authorAndCouple}, '${entry}', 'check_in', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'partner')`;

export const entries: readonly Particular[] = [
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
  {
    says: "an entry kept to oneself again keeps no words open",
    by: "ada",
    given: "update entries set audience = 'only_me'",
    try: "select 1 from entry_words where audience = 'partner' and couple_id = '{ada.couple}'",
    ends: "no rows",
  },
  {
    says: "an entry kept to oneself again hides no other entry's words",
    by: "ben",
    given: "update entries set audience = 'only_me' where id = '{ada.bare}'",
    try: "select 1 from entry_words where author_id = '{ada}' and audience = 'partner'",
    ends: "done",
  },
  {
    says: "an entry that is shown shows its numbers",
    by: "ada",
    given: "update entries set audience = 'partner'",
    try: "select 1 from check_ins where superseded_on is null and not shown",
    ends: "no rows",
  },
  {
    says: "an entry that is shown marks no other entry's numbers as shown",
    by: "ada",
    given: "update entries set audience = 'partner' where id = '{ada.hidden}'",
    try: "select 1 from check_ins where entry_id = '{ada.kept}' and shown",
    ends: "no rows",
  },
  {
    says: "an entry that is shown shows no version that was replaced before",
    by: "ada",
    given: `alter table check_ins disable trigger user; update check_ins set superseded_on = '2026-03-09' where entry_id = '{ada.kept}';
            update entries set audience = 'partner' where id = '{ada.kept}'`,
    try: "select 1 from check_ins where entry_id = '{ada.kept}' and shown",
    ends: "no rows",
  },
];

export const entry_words: readonly Particular[] = [
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
    try: wordsIn("{ada.hidden}", "partner"),
    ends: "refused by policy",
  },
  {
    says: "words can be kept to oneself inside an entry kept to oneself",
    by: "ada",
    given: "delete from entry_words",
    try: wordsIn("{ada.hidden}", "only_me"),
    ends: "done",
  },
  {
    says: "words are not read through a hidden entry, even had they been left open",
    by: "ben",
    given: "update entry_words set audience = 'partner' where entry_id = '{ada.kept}'",
    try: "select 1 from entry_words where entry_id = '{ada.kept}'",
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
  ...(["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const).map((twin) => ({
    says: `an entry of the same id elsewhere (${twin}) opens no words`,
    by: "ben",
    given: `update entry_words set audience = 'partner' where entry_id = '{ada.kept}'; ${twinOf("{ada.kept}", twin)}`,
    try: "select 1 from entry_words where entry_id = '{ada.kept}'",
    ends: "no rows" as const,
  })),
  ...(["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const).map((twin) => ({
    says: `an entry of the same id elsewhere (${twin}) lets no words be shown`,
    by: "ada",
    given: twinOf("{ada.kept}", twin),
    try: "update entry_words set audience = 'partner' where entry_id = '{ada.kept}'",
    ends: "refused by policy" as const,
  })),
  ...(["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const).map((twin) => ({
    says: `an entry of the same id elsewhere (${twin}) lets no words be added`,
    by: "ada",
    given: `delete from entry_words where entry_id = '{ada.kept}'; ${twinOf("{ada.kept}", twin)}`,
    try: wordsIn("{ada.kept}", "partner"),
    ends: "refused by policy" as const,
  })),
  {
    says: "words that were shown are not rewritten",
    by: "ada",
    try: "update entry_words set ciphertext = '' where shown",
    ends: "refused by trigger",
  },
  {
    says: "words that were never shown can be rewritten",
    by: "ada",
    try: "update entry_words set ciphertext = '' where not shown",
    ends: "done",
  },
  {
    says: "words kept to oneself and rewritten are not marked as shown",
    by: "ada",
    try: "with kept as (update entry_words set ciphertext = '' where not shown returning shown) select 1 from kept where shown",
    ends: "no rows",
  },
  {
    says: "words that were shown can be superseded",
    by: "ada",
    try: "update entry_words set superseded_on = '2026-12-31' where shown and superseded_on is null",
    ends: "done",
  },
  {
    says: "an earlier version of words does not stand again",
    by: "ada",
    try: "update entry_words set superseded_on = null where superseded_on is not null",
    ends: "refused by trigger",
  },
  {
    says: "words once shown stay marked as shown when they are taken back",
    by: "ada",
    try: "with taken as (update entry_words set audience = 'only_me' where shown returning shown) select 1 from taken where not shown",
    ends: "no rows",
  },
  {
    says: "words are marked as shown the moment they are",
    by: "ada",
    try: `with told as (update entry_words set audience = 'partner' where not shown and entry_id in (select id from entries where audience = 'partner') returning shown)
          select 1 from told where shown`,
    ends: "done",
  },
  {
    says: "words kept to oneself are not marked as shown, whatever the statement claims",
    by: "ada",
    given: "delete from entry_words",
    try: `with kept as (insert into entry_words (couple_id, author_id, entry_id, field, version, audience, shown, ciphertext)
          values ('{ada.couple}', '{ada}', '{ada.hidden}', 'note', 1, 'only_me', true, '') returning shown) select 1 from kept where shown`,
    ends: "no rows",
  },
];

export const check_ins: readonly Particular[] = [
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
  {
    says: "numbers that were shown are not rewritten",
    by: "ada",
    try: "update check_ins set trust = 0 where shown",
    ends: "refused by trigger",
  },
  {
    says: "numbers that were never shown can be rewritten",
    by: "ada",
    try: "update check_ins set trust = 0 where not shown",
    ends: "done",
  },
  {
    says: "numbers that were shown can be superseded",
    by: "ada",
    try: "update check_ins set superseded_on = '2026-12-31' where shown and superseded_on is null",
    ends: "done",
  },
  {
    says: "an earlier version of numbers does not stand again",
    by: "ada",
    try: "update check_ins set superseded_on = null where superseded_on is not null",
    ends: "refused by trigger",
  },
  {
    says: "numbers in an entry kept to oneself are not marked as shown, whatever the statement claims",
    by: "ada",
    try: `with kept as (insert into check_ins (couple_id, author_id, entry_id, version, shown)
          values ('{ada.couple}', '{ada}', '{ada.hidden}', 1, true) returning shown) select 1 from kept where shown`,
    ends: "no rows",
  },
  {
    says: "numbers in an entry that is shown are marked as shown",
    by: "ada",
    try: `with told as (insert into check_ins (couple_id, author_id, entry_id, version)
          values ('{ada.couple}', '{ada}', '{ada.bare}', 1) returning shown) select 1 from told where shown`,
    ends: "done",
  },
  ...(["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const).flatMap((twin) => [
    {
      says: `an entry of the same id elsewhere (${twin}) opens no numbers`,
      by: "ben",
      given: `alter table check_ins disable trigger user; update check_ins set shown = true; ${twinOf("{ada.kept}", twin)}`,
      try: "select 1 from check_ins where entry_id = '{ada.kept}'",
      ends: "no rows" as const,
    },
    {
      says: `an entry of the same id elsewhere (${twin}) marks no numbers as shown`,
      by: "ada",
      given: twinOf("{ada.hidden}", twin),
      try: `with kept as (insert into check_ins (couple_id, author_id, entry_id, version)
            values ('{ada.couple}', '{ada}', '{ada.hidden}', 1) returning shown) select 1 from kept where shown`,
      ends: "no rows" as const,
    },
  ]),
];

export const drafts: readonly Particular[] = [
  {
    says: "a draft never changes hands, even were the column granted",
    by: "ada",
    given: "grant update on drafts to keel_app",
    try: "update drafts set author_id = '{ben}'",
    ends: "refused by policy",
  },
];
