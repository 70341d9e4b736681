import { namesake } from "@/tests/privacy/tables/commitment-sentences";
import { entryBefore, spaceBefore } from "@/tests/privacy/tables/earlier-space";
import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import { neverRewritten, twins } from "@/tests/privacy/tables/feeling-sentences";
import { type Particular, SPARE } from "@/tests/privacy/tables/promise";

type From = { readonly author?: string; readonly couple?: string };

const names = (commitment: string, entry: string, { author = "{ada}", couple = "{ada.couple}" }: From = {}) =>
  `insert into commitment_sources (couple_id, commitment_id, author_id, entry_id)
   values ('${couple}', '${commitment}', '${author}', '${entry}')`;

/** A reply to Ben, or an acknowledgement, by an id that another entry has. */
const replyNamed = (id: string, authorAndCouple: string) =>
  `${twinOf(id, authorAndCouple)};
   insert into replies (author_id, couple_id, entry_id, to_author_id, to_entry_id, place)
   values (${authorAndCouple}, '${id}', '{cleo}', '${id}', 9)`;

const acknowledgementNamed = (id: string, authorAndCouple: string) =>
  `${twinOf(id, authorAndCouple)};
   insert into acknowledgements (author_id, couple_id, entry_id, statement_id, place)
   values (${authorAndCouple}, '${id}', '${id}', 9)`;

const refused: readonly (readonly [says: string, sql: string, given?: string])[] = [
  ["a reply of the other's is not named as one's own", names("{ada.offered}", "{ben.reply}")],
  [
    "a reply of the other's is not named in their name",
    names("{ben.offered}", "{ben.reply}", { author: "{ben}" }),
  ],
  ["an acknowledgement of the other's is not named", names("{ada.offered}", "{ben.acknowledgement}")],
  ["what is no reply is not named", names("{ada.offered}", "{ada.feeling}")],
  ["of what the other promises nothing is named", names("{ben.agreed}", "{ada.reply}")],
  ["of what one asks of the other nothing is named", names("{ada.asked.anew}", "{ada.reply}")],
  ["of what the other asks of oneself nothing is named", names("{ben.asked.anew}", "{ada.reply}")],
  ["of what the other keeps nothing is named", names("{ben.declined}", "{ada.reply}")],
  [
    "nothing is named in an earlier space",
    names("{ada.ended.offered}", "{ada.ended.reply}", { couple: "{dan.ended}" }),
  ],
  [
    "a commitment of the same id in an earlier space lets nothing be named",
    names("{ben.offered}", "{ada.reply}"),
    namesake("{ben.offered}"),
  ],
  ...["'{ada}', '{dan.ended}'", "'{ben}', '{ada.couple}'"].flatMap((elsewhere) => [
    [
      `a reply of the same id elsewhere (${elsewhere}) makes nothing else a reply`,
      names("{ada.offered}", "{ada.feeling}"),
      replyNamed("{ada.feeling}", elsewhere),
    ] as const,
    [
      `an acknowledgement of the same id elsewhere (${elsewhere}) makes nothing else one`,
      names("{ada.offered}", "{ada.feeling}"),
      acknowledgementNamed("{ada.feeling}", elsewhere),
    ] as const,
  ]),
];

export const sources: readonly Particular[] = [
  ...refused.map(
    ([says, sql, given]): Particular => ({
      says,
      by: "ada",
      given: [given, "delete from commitment_sources"].filter(Boolean).join("; "),
      try: sql,
      ends: "refused by policy",
    }),
  ),
  {
    says: "a reply of one's own is named for what one promises",
    by: "ada",
    given: "delete from commitment_sources",
    try: names("{ada.offered}", "{ada.reply}"),
    ends: "done",
  },
  {
    says: "an acknowledgement of one's own is named for what one promises",
    by: "ada",
    given: "delete from commitment_sources",
    try: names("{ada.offered}", "{ada.acknowledgement}"),
    ends: "done",
  },
  {
    says: "where a commitment came from is read while the reply is",
    by: "ben",
    try: "select 1 from commitment_sources where commitment_id = '{ada.agreed}'",
    ends: "done",
  },
  {
    says: "where a commitment came from is read no more once the reply is withdrawn",
    by: "ben",
    given: "update entries set audience = 'only_me' where kind = 'reply'",
    try: "select 1 from commitment_sources where commitment_id = '{ada.agreed}'",
    ends: "no rows",
  },
  {
    says: "a reply that is still read does not tell what became of its promise: what was declined is kept",
    by: "ben",
    try: "select 1 from commitment_sources where commitment_id = '{ada.declined}'",
    ends: "no rows",
  },
  {
    says: "a commitment of the same id in an earlier space does not tell it either",
    by: "ada",
    given: namesake("{ben.declined}"),
    try: "select 1 from commitment_sources where commitment_id = '{ben.declined}'",
    ends: "no rows",
  },
  {
    says: "what was agreed in an earlier space of the same two does not tell its source by an entry of the same id",
    by: "ben",
    given: `${spaceBefore}; ${entryBefore("{ada}", "{ada.reply}", "reply")};
            ${namesake(SPARE.account, { couple: SPARE.couple })};
            ${names(SPARE.account, "{ada.reply}", { couple: SPARE.couple })}`,
    try: `select 1 from commitment_sources where couple_id = '${SPARE.couple}'`,
    ends: "no rows",
  },
  {
    says: "a commitment stays when the reply it came from is deleted",
    by: "ben",
    given: "delete from entries where kind = 'reply'",
    try: "select 1 from commitments where id = '{ada.agreed}'",
    ends: "done",
  },
  ...twins("commitment_sources", "{ada.reply.withdrawn}"),
  ...neverRewritten("commitment_sources", "entry_id"),
];
