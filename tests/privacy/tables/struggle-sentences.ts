import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import { FREE_DAY, type Particular } from "@/tests/privacy/tables/promise";

type Place = { readonly author: string; readonly couple: string; readonly at: string };
const adas: Place = { author: "{ada}", couple: "{ada.couple}", at: "{ada.hidden}" };
const bens: Place = { author: "{ben}", couple: "{ada.couple}", at: "{ben.bare}" };
const earlier: Place = { author: "{ada}", couple: "{dan.ended}", at: "{ada.ended.bare}" };

type Says = (toAuthor: string, toEntry: string, place?: Place) => string;
const part: Says = (toAuthor, toEntry, { author, couple, at } = adas) =>
  `insert into struggle_parts (couple_id, author_id, entry_id, to_author_id, to_entry_id)
   values ('${couple}', '${author}', '${at}', '${toAuthor}', '${toEntry}')`;
const rest: Says = (toAuthor, toEntry, { author, couple } = adas) =>
  `insert into struggle_rests (couple_id, author_id, to_author_id, to_entry_id)
   values ('${couple}', '${author}', '${toAuthor}', '${toEntry}')`;

/** A struggle of Ada's own by the id of another. */
const namesake = (struggle: string) =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('{ada.couple}', '{ada}', '${struggle}', 'struggle', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'partner')`;

/** What both a part and saying that it can rest are refused of, in these words. */
const refusedOf = (says: Says, what: string): readonly Particular[] =>
  (
    [
      ["a struggle that the other keeps", says("{ben}", "{ben.struggle.kept}")],
      ["a struggle that was taken back", says("{ben}", "{ben.struggle.withdrawn}")],
      [
        "a struggle taken back a moment ago",
        says("{ben}", "{ben.struggle}"),
        shows("{ben.struggle}", "only_me"),
      ],
      [
        "a hidden struggle, for a struggle of the same id elsewhere",
        says("{ben}", "{ben.struggle.kept}"),
        namesake("{ben.struggle.kept}"),
      ],
      ["what is no struggle", says("{ben}", "{ben.feeling}")],
      ["a part in one", says("{ben}", "{ben.part}")],
      ["a struggle of which somebody else is named as its author", says("{cleo}", "{ben.struggle}")],
      ["a struggle, in the other's name", says("{ada}", "{ada.struggle}", bens)],
      ["another couple's struggle", says("{cleo}", "{cleo.struggle}")],
      [
        "another couple's struggle, in their space",
        says("{cleo}", "{cleo.struggle}", { ...adas, couple: "{cleo.couple}" }),
      ],
      ["a struggle of an earlier space, from the present one", says("{dan}", "{dan.ended.struggle}")],
      ["one's own of an earlier space, from the present one", says("{ada}", "{ada.ended.struggle}")],
      ["a struggle of an earlier space, there", says("{dan}", "{dan.ended.struggle}", earlier)],
      ["one's own of an earlier space, there", says("{ada}", "{ada.ended.struggle}", earlier)],
      ["a struggle of the present space, in an earlier one", says("{ben}", "{ben.struggle}", earlier)],
    ] as const
  ).map(
    ([of, sql, given]): Particular => ({
      says: `${what} is not said of ${of}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  );

const doneOf = (says: Says, what: string): readonly Particular[] => [
  { says: `${what} is said of one's own`, by: "ada", try: says("{ada}", "{ada.struggle}"), ends: "done" },
  { says: `${what} is said of the other's`, by: "ada", try: says("{ben}", "{ben.struggle}"), ends: "done" },
  ...["{ben.struggle.kept}", "{ben.struggle.withdrawn}"].map(
    (struggle): Particular => ({
      says: `${what} is said of what is on the list now (${struggle})`,
      by: "ada",
      given: shows(struggle, "partner"),
      try: says("{ben}", struggle),
      ends: "done",
    }),
  ),
];

const gone = (struggle: string) => `delete from entries where author_id = '{ada}' and id = '${struggle}'`;
const partsIn = (struggle: string, author: string) =>
  `select 1 from struggle_parts where author_id = '${author}' and to_entry_id = '${struggle}'`;
const restsOf = (struggle: string, author: string) =>
  `select 1 from struggle_rests where author_id = '${author}' and to_entry_id = '${struggle}'`;

/** One's own part goes out of sight with the struggle, and the other's stays the other's. */
const takenAlong = ([how, given]: readonly [string, string]): readonly Particular[] => [
  {
    says: `one's own part in a struggle of one's own is read no more when that is ${how}`,
    by: "ben",
    given,
    try: partsIn("{ada.struggle.told}", "{ada}"),
    ends: "no rows",
  },
  {
    says: `and its words are not, when the struggle is ${how}`,
    by: "ben",
    given,
    try: "select 1 from entry_words where author_id = '{ada}' and entry_id = '{ada.part}'",
    ends: "no rows",
  },
  {
    says: `one's own part stays one's own when the struggle is ${how}`,
    by: "ada",
    given,
    try: partsIn("{ada.struggle.told}", "{ada}"),
    ends: "done",
  },
  {
    says: `the other's part in it is read as before when the struggle is ${how}`,
    by: "ada",
    given,
    try: partsIn("{ada.struggle.told}", "{ben}"),
    ends: "done",
  },
  {
    says: `the other's part in it stays the other's own when the struggle is ${how}`,
    by: "ben",
    given,
    try: partsIn("{ada.struggle.told}", "{ben}"),
    ends: "done",
  },
  {
    says: `one's part in the other's struggle is read as before when one's own is ${how}`,
    by: "ben",
    given,
    try: partsIn("{ben.struggle.told}", "{ada}"),
    ends: "done",
  },
];

export const struggle_parts: readonly Particular[] = [
  ...refusedOf(part, "one's part"),
  ...doneOf(part, "one's part"),
  {
    says: "one's part is said of what one keeps",
    by: "ada",
    given: namesake("{ben.struggle.kept}").replace("'partner'", "'only_me'"),
    try: part("{ada}", "{ben.struggle.kept}"),
    ends: "done",
  },
  ...takenAlong(["taken back", shows("{ada.struggle.told}", "only_me")]),
  ...takenAlong(["deleted", gone("{ada.struggle.told}")]),
  {
    says: "one's part in a struggle that is shown again stays as it is",
    by: "ben",
    given: shows("{ada.struggle.told}", "partner"),
    try: partsIn("{ada.struggle.told}", "{ada}"),
    ends: "done",
  },
  {
    says: "a part is read no more the moment it is withdrawn",
    by: "ben",
    given: shows("{ada.part}", "only_me"),
    try: "select 1 from struggle_parts where entry_id = '{ada.part}'",
    ends: "no rows",
  },
  ...twins("struggle_parts", "{ada.part.withdrawn}"),
  ...neverRewritten("struggle_parts", "to_entry_id"),
];

export const struggle_rests: readonly Particular[] = [
  ...refusedOf(rest, "that it can rest"),
  ...doneOf(rest, "that it can rest"),
  {
    says: "nobody puts to rest what they keep",
    by: "ada",
    try: rest("{ada}", "{ada.struggle.kept}"),
    ends: "refused by policy",
  },
  {
    says: "that it can rest is not read of a struggle that one took back oneself",
    by: "ada",
    given: shows("{ada.struggle.told}", "only_me"),
    try: restsOf("{ada.struggle.told}", "{ben}"),
    ends: "no rows",
  },
  {
    says: "that it can rest is not read of a struggle that the other took back",
    by: "ben",
    given: shows("{ada.struggle.told}", "only_me"),
    try: restsOf("{ada.struggle.told}", "{ada}"),
    ends: "no rows",
  },
  {
    says: "what one said of it stays one's own when the other takes it back",
    by: "ben",
    given: shows("{ada.struggle.told}", "only_me"),
    try: restsOf("{ada.struggle.told}", "{ben}"),
    ends: "done",
  },
  {
    says: "what one said of it stays one's own when the other deletes it",
    by: "ben",
    given: gone("{ada.struggle.told}"),
    try: restsOf("{ada.struggle.told}", "{ben}"),
    ends: "done",
  },
  {
    says: "that it can rest is read again when the struggle is shown again",
    by: "ada",
    given: `${shows("{ada.struggle.told}", "only_me")}; ${shows("{ada.struggle.told}", "partner")}`,
    try: restsOf("{ada.struggle.told}", "{ben}"),
    ends: "done",
  },
  ...["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"].map(
    (twin): Particular => ({
      says: `an entry of the same id elsewhere (${twin}) does not tell that it can rest`,
      by: "ada",
      given: `${shows("{ada.struggle.told}", "only_me")}; ${twinOf("{ada.struggle.told}", twin)}`,
      try: restsOf("{ada.struggle.told}", "{ben}"),
      ends: "no rows",
    }),
  ),
  {
    says: "nobody takes back what the other said",
    by: "ada",
    try: "delete from struggle_rests where author_id = '{ben}'",
    ends: "no rows",
  },
  {
    says: "a grant alone lets nobody say it of another struggle",
    by: "ada",
    given: "grant update on struggle_rests to keel_app",
    try: "update struggle_rests set to_entry_id = to_entry_id",
    ends: "no rows",
  },
];
