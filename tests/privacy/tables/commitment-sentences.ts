import { type Particular, SPARE } from "@/tests/privacy/tables/promise";

/** As somebody takes a step before the statement that is tried: the trigger asks who they are. */
export const after = (who: string, ...deeds: readonly string[]) =>
  [`select set_config('app.viewer_id', '{${who}}', true)`, ...deeds].join("; ");

export type Place = { readonly couple?: string; readonly author?: string };

export const step = (commitment: string, turn: number, name: string, place: Place = {}) => {
  const { couple = "{ada.couple}", author = "{ada}" } = place;
  const returns = name === "paused" ? "'2026-10-12'" : "null";
  return `insert into commitment_events (couple_id, commitment_id, turn, author_id, step, happened_on, returns_on)
          values ('${couple}', '${commitment}', ${turn}, '${author}', '${name}', '2026-10-10', ${returns})`;
};

/** Nothing keeps two couples from having one id, so nothing may rest on an id alone: one of Ada's that was accepted, by the id of another. */
export const namesake = (id: string, place: Place = {}) => {
  const { couple = "{dan.ended}", author = "{ada}" } = place;
  return `insert into commitments (couple_id, id, author_id, doer_id, area, cost, turn, accepted, writer_id)
          values ('${couple}', '${id}', '${author}', '${author}', 'phone', 'high', 1, true, '${author}')`;
};

const begun = (given: Readonly<Record<string, string>> = {}) => {
  const row = {
    couple_id: "{ada.couple}",
    id: SPARE.account,
    author_id: "{ada}",
    doer_id: "{ada}",
    area: "phone",
    cost: "high",
    writer_id: "{ada}",
    ...given,
  };
  const values = Object.values(row).map((value) => `'${value}'`);
  return `insert into commitments (${Object.keys(row).join(", ")}) values (${values.join(", ")})`;
};

/** What is said together under an id of its own, by two people. */
const said = (subject: string, agreed: boolean, couple = "{ada.couple}") =>
  `insert into agreed_words (couple_id, subject, about_id, turn, author_id, agreed, ciphertext)
   values ('${couple}', '${subject}', '${SPARE.couple}', 1, '{ben}', ${agreed}, '')`;

const refused: readonly (readonly [says: string, sql: string, by?: string])[] = [
  ["nothing is begun in the other's name", begun({ author_id: "{ben}", writer_id: "{ben}" })],
  ["nothing is begun as the other's offer", begun({ writer_id: "{ben}" })],
  ["nothing is begun for somebody outside the couple", begun({ doer_id: "{cleo}" })],
  ["nothing is begun in an earlier space", begun({ couple_id: "{dan.ended}" })],
  [
    "nothing is begun where there is nobody to agree",
    begun({ couple_id: "{dan.couple}", author_id: "{dan}", doer_id: "{dan}", writer_id: "{dan}" }),
    "dan",
  ],
  ["nothing is begun as accepted already", begun({ accepted: "true" })],
  ["nothing is begun as ended already", begun({ ended: "true" })],
  ["nothing is begun as waiting for an answer, before anything was offered", begun({ awaits: "terms" })],
  ["nothing is begun in the middle of its steps", begun({ turn: "1" })],
];

const deletes = (commitment: string) => `delete from commitments where id = '${commitment}'`;
const stays: readonly (readonly [says: string, commitment: string, by: string])[] = [
  ["what was accepted is not deleted by whoever promised it", "{ada.agreed}", "ada"],
  ["what was accepted is not deleted by the other", "{ada.agreed}", "ben"],
  ["what has ended is not deleted by whoever promised it", "{ada.over}", "ada"],
  ["what the other offers is not deleted", "{ada.offered}", "ben"],
  ["answering the other's request with other terms does not let one delete it", "{ada.asked.amended}", "ben"],
  [
    "a request that the other has amended is not deleted from under their answer",
    "{ada.asked.amended}",
    "ada",
  ],
  ["what was accepted in an earlier space is not deleted there", "{ada.ended.agreed}", "ada"],
];

export const commitments: readonly Particular[] = [
  ...refused.map(
    ([says, sql, by = "ada"]): Particular => ({ says, by, try: sql, ends: "refused by policy" }),
  ),
  ...stays.map(([says, id, by]): Particular => ({ says, by, try: deletes(id), ends: "no rows" })),
  {
    says: "what waits for an answer is taken back whole by whoever began it",
    by: "ada",
    try: deletes("{ada.offered}"),
    ends: "done",
  },
  {
    says: "what was only offered in an earlier space is put away by whoever offered it",
    by: "ada",
    try: deletes("{ada.ended.offered}"),
    ends: "done",
  },
  {
    says: "an answer that was declined is put away by whoever gave it",
    by: "ben",
    given: after("ada", step("{ada.asked.amended}", 3, "declined")),
    try: deletes("{ada.asked.amended}"),
    ends: "done",
  },
  {
    says: "a commitment is part of what both agreed on",
    by: "ada",
    given: said("agreement", true),
    try: begun({ agreement_id: SPARE.couple }),
    ends: "done",
  },
  ...(
    [
      ["of nothing that is only proposed", said("agreement", false)],
      ["of nothing that others agreed on", said("agreement", true, "{cleo.couple}")],
      ["of nothing that was agreed on in an earlier space", said("agreement", true, "{dan.ended}")],
      ["of no note of a review", said("review_note", true)],
      ["of nothing that is not there", "select 1"],
    ] as const
  ).map(
    ([what, given]): Particular => ({
      says: `a commitment is part ${what}`,
      by: "ada",
      given,
      try: begun({ agreement_id: SPARE.couple }),
      ends: "refused by policy",
    }),
  ),
  {
    says: "something is asked of the other",
    by: "ada",
    try: begun({ doer_id: "{ben}" }),
    ends: "done",
  },
  {
    says: "nothing is begun before the plain notice was read",
    by: "ada",
    given: "update accounts set notice_read_on = null where id = '{ada}'",
    try: begun(),
    ends: "refused by policy",
  },
  ...["accepted = true", "doer_id = '{ben}'", "writer_id = '{ada}'", "ended = false"].map(
    (change): Particular => ({
      says: `where a commitment stands follows from its steps alone, even were a change granted: ${change}`,
      by: "ada",
      given: "grant update on commitments to keel_app",
      try: `update commitments set ${change}`,
      ends: "no rows",
    }),
  ),
  {
    says: "what waited is read by the other no more when the space has ended",
    by: "ben",
    given: "update accounts set current_couple_id = null where id = '{ben}'",
    try: "select 1 from commitments where id = '{ada.offered}'",
    ends: "no rows",
  },
  {
    says: "what was accepted is still read by both when the space has ended",
    by: "ben",
    given: "update accounts set current_couple_id = null where id = '{ben}'",
    try: "select 1 from commitments where id = '{ada.agreed}'",
    ends: "done",
  },
];
