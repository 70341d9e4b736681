import { FREE_DAY, type Particular, SPARE } from "@/tests/privacy/tables/promise";

const entry = (space: string, author: string, more = "") =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('${space}', '${author}', '${SPARE.account}', 'check_in', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'only_me') ${more}`;

/** Nothing keeps two entries from sharing an id, so nothing may rest on an id alone. */
export const twinOf = (entry: string, authorAndCouple: string) =>
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
    given: "update entries set audience = 'only_me' where couple_id = '{ada.couple}'",
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
    given: "update entries set audience = 'partner' where kind = 'check_in'",
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
    says: "numbers superseded on a day keep that day",
    by: "ada",
    try: "update check_ins set superseded_on = '2020-01-01' where superseded_on < '2199-12-31'",
    ends: "refused by trigger",
  },
  {
    says: "numbers superseded on a day are never brought back",
    by: "ada",
    try: "update check_ins set superseded_on = null where superseded_on < '2199-12-31'",
    ends: "refused by trigger",
  },
  {
    says: "numbers superseded while hidden get their day when they are shown again",
    by: "ada",
    try: "update check_ins set superseded_on = '2026-12-31' where superseded_on = '2199-12-31'",
    ends: "done",
  },
  {
    says: "numbers superseded while hidden are never brought back",
    by: "ada",
    try: "update check_ins set superseded_on = null where superseded_on = '2199-12-31'",
    ends: "refused by trigger",
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
