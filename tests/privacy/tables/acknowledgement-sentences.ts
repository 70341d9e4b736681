import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import { FREE_DAY, type Particular, SPARE } from "@/tests/privacy/tables/promise";

type Place = { readonly author: string; readonly couple: string; readonly at: string };
const adas: Place = { author: "{ada}", couple: "{ada.couple}", at: "{ada.hidden}" };
const earlier: Place = { author: "{ada}", couple: "{dan.ended}", at: "{ada.ended.bare}" };

const writes = (agreement = "null", { author, couple, at } = adas) =>
  `insert into acknowledgements (couple_id, author_id, entry_id, statement_id, agreement_id, place)
   values ('${couple}', '${author}', '${at}', '${SPARE.account}', ${agreement}, 9)`;
const says = (toAuthor: string, toEntry: string, { author, couple, at } = adas) =>
  `insert into acknowledgement_answers (couple_id, author_id, entry_id, to_author_id, to_entry_id, received)
   values ('${couple}', '${author}', '${at}', '${toAuthor}', '${toEntry}', 'not_now')`;

const agreedOn = (agreed: boolean, { couple = "{ada.couple}", subject = "agreement" } = {}) =>
  `insert into agreed_words (couple_id, subject, about_id, turn, author_id, agreed, ciphertext)
   values ('${couple}', '${subject}', '${SPARE.couple}', 1, '{ada}', ${agreed}, '\\x00')`;

/** An acknowledgement of Ada's own by the id of another. */
const namesake = (id: string) =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('{ada.couple}', '{ada}', '${id}', 'acknowledgement', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'partner');
   ${writes("null", { ...adas, at: id })}`;

/** Tables in which an acknowledgement is something. */
const everywhere = (entry: string) =>
  [
    ["entry", `select 1 from entries where id = '${entry}'`],
    ["words", `select 1 from entry_words where entry_id = '${entry}'`],
    ["version", `select 1 from acknowledgements where entry_id = '${entry}'`],
    ["way", `select 1 from announcements where entry_id = '${entry}'`],
  ] as const;
const showsWords = (entry: string) =>
  `${shows(entry, "partner")}; update entry_words set audience = 'partner' where entry_id = '${entry}'`;

const reading: readonly Particular[] = [
  ...everywhere("{ada.acknowledgement.kept}").flatMap(([what, sql]): Particular[] => [
    { says: `an acknowledgement that is kept is not read (${what})`, by: "ben", try: sql, ends: "no rows" },
    {
      says: `an acknowledgement that was never given is not read by being shown, words and all (${what})`,
      by: "ben",
      given: showsWords("{ada.acknowledgement.kept}"),
      try: sql,
      ends: "no rows",
    },
  ]),
  ...everywhere("{ada.acknowledgement}").flatMap(([what, sql]): Particular[] => [
    { says: `an acknowledgement that was given is read (${what})`, by: "ben", try: sql, ends: "done" },
    {
      says: `an acknowledgement that waits for its reader's time is as if it had not been written (${what})`,
      by: "ben",
      given: "update announcements set reaches_at = now() + interval '1 second'",
      try: sql,
      ends: "no rows",
    },
    {
      says: `an acknowledgement is read no more the moment it is taken back (${what})`,
      by: "ben",
      given: shows("{ada.acknowledgement}", "only_me"),
      try: sql,
      ends: "no rows",
    },
  ]),
];

const unwritten: readonly (readonly [says: string, sql: string, given?: string])[] = [
  ["in the other's name", writes("null", { ...adas, author: "{ben}", at: "{ben.bare}" })],
  ["in an earlier space", writes("null", earlier)],
  ["of an agreement that nobody made", writes(`'${SPARE.couple}'`)],
  ["of an agreement that is only proposed", writes(`'${SPARE.couple}'`), agreedOn(false)],
  ["of an agreement of others", writes(`'${SPARE.couple}'`), agreedOn(true, { couple: "{cleo.couple}" })],
  [
    "of an agreement of an earlier space",
    writes(`'${SPARE.couple}'`),
    agreedOn(true, { couple: "{dan.ended}" }),
  ],
  [
    "of what both said that is no agreement",
    writes(`'${SPARE.couple}'`),
    agreedOn(true, { subject: "review_note" }),
  ],
];

export const acknowledgements: readonly Particular[] = [
  ...reading,
  ...unwritten.map(
    ([where, sql, given]): Particular => ({
      says: `nothing is acknowledged ${where}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  ),
  {
    says: "an acknowledgement names what both agreed on",
    by: "ada",
    given: agreedOn(true),
    try: writes(`'${SPARE.couple}'`),
    ends: "done",
  },
  ...twins("acknowledgements", "{ada.acknowledgement.withdrawn}"),
  ...neverRewritten("acknowledgements", "place"),
];

const unanswered: readonly (readonly [says: string, sql: string, given?: string])[] = [
  ["an acknowledgement that is kept is not answered", says("{ben}", "{ben.acknowledgement.kept}")],
  [
    "an acknowledgement that was taken back is not answered",
    says("{ben}", "{ben.acknowledgement.withdrawn}"),
  ],
  [
    "an acknowledgement taken back while its answer is written is not answered any more",
    says("{ben}", "{ben.acknowledgement}"),
    shows("{ben.acknowledgement}", "only_me"),
  ],
  [
    "an acknowledgement that waits is not answered",
    says("{ben}", "{ben.acknowledgement}"),
    "update announcements set reaches_at = now() + interval '1 second'",
  ],
  [
    "an acknowledgement of the same id elsewhere does not let a kept one be answered",
    says("{ben}", "{ben.acknowledgement.kept}"),
    namesake("{ben.acknowledgement.kept}"),
  ],
  ["nobody answers their own acknowledgement", says("{ada}", "{ada.acknowledgement}")],
  ["one's own acknowledgement is not answered as the other's", says("{ben}", "{ada.acknowledgement}")],
  ["a correction is not answered as an acknowledgement", says("{ben}", "{ben.correction}")],
  ["another couple's acknowledgement is not answered", says("{cleo}", "{cleo.acknowledgement}")],
  [
    "another couple's acknowledgement is not answered in their space either",
    says("{cleo}", "{cleo.acknowledgement}", { ...adas, couple: "{cleo.couple}" }),
  ],
  [
    "an acknowledgement of an earlier space is not answered from the present one",
    says("{dan}", "{dan.ended.acknowledgement}"),
  ],
  [
    "an acknowledgement of an earlier space is not answered there",
    says("{dan}", "{dan.ended.acknowledgement}", earlier),
  ],
  [
    "an acknowledgement of the present space is not answered in an earlier one",
    says("{ben}", "{ben.acknowledgement}", earlier),
  ],
];

export const acknowledgement_answers: readonly Particular[] = [
  ...unanswered.map(
    ([what, sql, given]): Particular => ({
      says: what,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  ),
  {
    says: "an acknowledgement that one can read is answered",
    by: "ada",
    try: says("{ben}", "{ben.acknowledgement}"),
    ends: "done",
  },
  {
    says: "what one says of an acknowledgement and keeps is not read by whoever wrote it",
    by: "ada",
    try: "select 1 from acknowledgement_answers where entry_id = '{ben.received.kept}'",
    ends: "no rows",
  },
  {
    says: "what one says of an acknowledgement and shows is read by whoever wrote it",
    by: "ada",
    try: "select 1 from acknowledgement_answers where entry_id = '{ben.received}'",
    ends: "done",
  },
  {
    says: "what somebody said of an acknowledgement stays theirs when it is deleted",
    by: "ben",
    given: "delete from entries where kind = 'acknowledgement'",
    try: "select 1 from acknowledgement_answers where entry_id = '{ben.received.kept}'",
    ends: "done",
  },
  ...twins("acknowledgement_answers", "{ada.received.kept}"),
  ...neverRewritten("acknowledgement_answers", "received"),
];
