import { namesake } from "@/tests/privacy/tables/commitment-sentences";
import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

type More = {
  readonly author?: string;
  readonly couple?: string;
  readonly day?: string;
  readonly status?: string;
};

const says = (commitment: string, turn: number, more: More = {}) => {
  const { author = "{ada}", couple = "{ada.couple}", day = "2026-10-10", status = "kept" } = more;
  return `insert into follow_throughs (couple_id, commitment_id, day, turn, author_id, status, written_on)
          values ('${couple}', '${commitment}', '${day}', ${turn}, '${author}', '${status}', '2026-10-12')`;
};

/** On this day of hers Ada said that she missed it. */
const MISSED = "2026-03-10";
const missed = "select 1 from follow_throughs where commitment_id = '{ada.agreed}' and status = 'missed'";

/** So many sayings of one day. */
const said = (times: number) =>
  `insert into follow_throughs (couple_id, commitment_id, day, turn, author_id, status, written_on)
   select '{ada.couple}', '{ada.agreed}', '2026-10-10', n, '{ada}', 'kept', '2026-10-12' from generate_series(1, ${times}) n`;

type Refused = readonly [says: string, sql: string, by?: string, given?: string];

const notSaid: readonly Refused[] = [
  [
    "the partner does not say how it went in their own name",
    says("{ada.agreed}", 1, { author: "{ben}" }),
    "ben",
  ],
  ["the partner does not say how it went in the doer's name", says("{ada.agreed}", 1), "ben"],
  ["of what was only offered nothing is said", says("{ada.offered}", 1)],
  ["of what was declined nothing is said", says("{ada.declined}", 1)],
  ["of what the other keeps nothing is said", says("{ben.asked.left}", 1)],
  ["of what was only asked of one nothing is said", says("{ben.asked.anew}", 1)],
  ["in an earlier space nothing is said", says("{ada.ended.agreed}", 1, { couple: "{dan.ended}" })],
  [
    "a commitment of the same id in an earlier space lets nothing be said",
    says("{ada.offered}", 1),
    "ada",
    namesake("{ada.offered}"),
  ],
  ["nothing is slipped in ahead of a missed day", says("{ada.agreed}", 0, { day: MISSED })],
  [
    "nothing is put so far behind a missed day that nothing can follow",
    says("{ada.agreed}", 3, { day: MISSED }),
  ],
  ["of a day of which nothing was said nothing is said anew", says("{ada.agreed}", 2)],
  ["a day is not said anew without end", says("{ada.agreed}", 21), "ada", said(20)],
  [
    "what was said of the day in another commitment makes no first answer",
    says("{ada.agreed.calm}", 2, { day: MISSED }),
  ],
  [
    "what was said of a commitment of the same id in an earlier space makes no first answer",
    says("{ada.agreed}", 2),
    "ada",
    `${namesake("{ada.agreed}")}; ${says("{ada.agreed}", 1, { couple: "{dan.ended}" })}`,
  ],
];

const particular =
  (ends: Particular["ends"]) =>
  ([sentence, sql, by = "ada", given]: Refused): Particular => ({
    says: sentence,
    by,
    try: sql,
    ends,
    ...(given ? { given } : {}),
  });

/** A doer cannot hide, edit away or delete a missed day. */
const missedStaysMissed: readonly Particular[] = [
  ...[
    "update follow_throughs set status = 'kept' where status = 'missed'",
    "update follow_throughs set status = 'did_not_apply' where status = 'missed'",
    `update follow_throughs set day = '2026-10-10' where status = 'missed'`,
    "delete from follow_throughs where status = 'missed'",
    "delete from commitments where id = '{ada.agreed}'",
  ].map(
    (sql): Particular => ({
      says: `the doer does not hide, edit away or delete a missed day, even were it granted: ${sql}`,
      by: "ada",
      given: "grant update, delete on follow_throughs, commitments to keel_app",
      try: sql,
      ends: "no rows",
    }),
  ),
  {
    says: "a missed day is said anew, and the first answer stays for the other to read",
    by: "ben",
    given: says("{ada.agreed}", 2, { day: MISSED }),
    try: `${missed} and day = '${MISSED}' and turn = 1`,
    ends: { count: 1 },
  },
  {
    says: "a missed day is read by the other whatever becomes of the words beside it",
    by: "ben",
    given: "delete from entries where author_id = '{ada}' and kind = 'follow_through_note'",
    try: `${missed} and day = '${MISSED}'`,
    ends: { count: 1 },
  },
  {
    says: "a missed day is still read by the other when what was promised has ended",
    by: "ben",
    given: "update commitments set ended = true",
    try: `${missed} and day = '${MISSED}'`,
    ends: { count: 1 },
  },
  {
    says: "a missed day is still read by the other when the space has ended",
    by: "ben",
    given: "update accounts set current_couple_id = null where id = '{ben}'",
    try: `${missed} and day = '${MISSED}'`,
    ends: { count: 1 },
  },
];

export const follow_throughs: readonly Particular[] = [
  ...notSaid.map(particular("refused by policy")),
  ...missedStaysMissed,
  particular("done")(["the doer says of a day how it went", says("{ada.agreed}", 1, { status: "missed" })]),
  particular("done")(["the doer says of a day anew how it went", says("{ada.agreed}", 2, { day: MISSED })]),
  ...neverRewritten("follow_throughs", "written_on"),
];

const remark = (
  commitment: string,
  perceived: "noticed" | null,
  { author = "{ada}", couple = "{ada.couple}", at = "{ada.hidden}" } = {},
) =>
  `insert into commitment_remarks (couple_id, author_id, entry_id, commitment_id, day, perceived)
   values ('${couple}', '${author}', '${at}', '${commitment}', '2026-10-10', ${perceived ? `'${perceived}'` : "null"})`;

const bens = { author: "{ben}", at: "{ben.bare}" };
const earlier = { couple: "{dan.ended}", at: "{ada.ended.bare}" };

const notAdded: readonly Refused[] = [
  ["the doer does not notice themselves", remark("{ada.agreed}", "noticed")],
  ["the partner does not write the doer's note", remark("{ben.agreed}", null)],
  ["nobody adds a note in the other's name", remark("{ben.agreed}", null, bens)],
  ["nobody notices in the other's name", remark("{ada.agreed}", "noticed", bens)],
  ["to what was only offered nothing is added", remark("{ada.offered}", null)],
  ["of what the other only offers nothing is noticed", remark("{ben.offered}", "noticed")],
  ["of what the other keeps nothing is noticed", remark("{ben.declined}", "noticed")],
  ["in an earlier space nothing is added", remark("{ada.ended.agreed}", null, earlier)],
  [
    "of what the other promised in an earlier space nothing is noticed",
    remark("{dan.ended.agreed}", "noticed"),
  ],
  [
    "a commitment of the same id in an earlier space lets nothing be added",
    remark("{ada.offered}", null),
    "ada",
    namesake("{ada.offered}"),
  ],
];

export const commitment_remarks: readonly Particular[] = [
  ...notAdded.map(particular("refused by policy")),
  particular("done")(["the doer adds words to a day", remark("{ada.agreed}", null)]),
  particular("done")(["the other says what they noticed", remark("{ben.agreed}", "noticed")]),
  ...["{ada.note}", "{ada.noticing}"].flatMap((entry): Particular[] => [
    {
      says: `what was added to a day is read no more the moment it is withdrawn (${entry})`,
      by: "ben",
      given: shows(entry, "only_me"),
      try: `select 1 from commitment_remarks where entry_id = '${entry}'`,
      ends: "no rows",
    },
    {
      says: `what was added to a day goes with its entry (${entry})`,
      by: "ada",
      given: `delete from entries where id = '${entry}'`,
      try: `select 1 from commitment_remarks where entry_id = '${entry}'`,
      ends: "no rows",
    },
  ]),
  ...twins("commitment_remarks", "{ada.note.kept}"),
  ...twins("commitment_remarks", "{ada.noticing.kept}"),
  ...neverRewritten("commitment_remarks", "perceived"),
];
