import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

const wordsIn = (entry: string, audience: string) =>
  `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, ciphertext)
   values ('{ada.couple}', '{ada}', '${entry}', 'note', 9, '${audience}', '')`;

export const entry_words: readonly Particular[] = [
  {
    says: "words are not shown past an entry kept to oneself",
    by: "ada",
    try: "update entry_words set audience = 'partner' where (couple_id, author_id, entry_id) in (select couple_id, author_id, id from entries where audience = 'only_me')",
    ends: "refused by trigger",
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
    ends: "refused by trigger",
  },
  {
    says: "words are not put into somebody else's entry, for whomever",
    by: "ben",
    given: "delete from entry_words",
    try: wordsIn("{ada.kept}", "only_me"),
    ends: "refused by policy",
  },
  {
    says: "words are not added to an entry of an earlier space",
    by: "ada",
    given: "delete from entry_words",
    try: `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, ciphertext)
          select couple_id, author_id, id, 'note', 9, 'only_me', '' from entries where couple_id = '{dan.ended}'`,
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
    given:
      "alter table entry_words disable trigger user; update entry_words set audience = 'partner' where entry_id = '{ada.kept}'",
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
    given: `alter table entry_words disable trigger user; update entry_words set audience = 'partner' where entry_id = '{ada.kept}'; ${twinOf("{ada.kept}", twin)}`,
    try: "select 1 from entry_words where entry_id = '{ada.kept}'",
    ends: "no rows" as const,
  })),
  ...(["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const).map((twin) => ({
    says: `an entry of the same id elsewhere (${twin}) lets no words be shown`,
    by: "ada",
    given: twinOf("{ada.kept}", twin),
    try: "update entry_words set audience = 'partner' where entry_id = '{ada.kept}'",
    ends: "refused by trigger" as const,
  })),
  ...(["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const).map((twin) => ({
    says: `an entry of the same id elsewhere (${twin}) lets no words be added`,
    by: "ada",
    given: `delete from entry_words where entry_id = '{ada.kept}'; ${twinOf("{ada.kept}", twin)}`,
    try: wordsIn("{ada.kept}", "partner"),
    ends: "refused by trigger" as const,
  })),
  {
    says: "words that were shown are not rewritten",
    by: "ada",
    try: "update entry_words set ciphertext = '' where shown",
    ends: "refused by trigger",
  },
  {
    says: "words that were shown are put under a newer key by the owner",
    by: "ada",
    given: "update entry_words set ciphertext = 'anew' where shown",
    try: "select 1 from entry_words where shown and ciphertext = 'anew'",
    ends: "done",
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
