import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import { FREE_DAY, type Particular } from "@/tests/privacy/tables/promise";

type Place = { readonly author: string; readonly couple: string; readonly at: string };
const adas: Place = { author: "{ada}", couple: "{ada.couple}", at: "{ada.hidden}" };
const earlier: Place = { author: "{ada}", couple: "{dan.ended}", at: "{ada.ended.bare}" };

const answer = (toAuthor: string, toEntry: string, { author, couple, at } = adas) =>
  `insert into question_answers (couple_id, author_id, entry_id, to_author_id, to_entry_id, standing, place)
   values ('${couple}', '${author}', '${at}', '${toAuthor}', '${toEntry}', 'not_yet', 9)`;

/** A question of Ada's own by the id of another. */
const namesake = (question: string) =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('{ada.couple}', '{ada}', '${question}', 'question', '${FREE_DAY}', 'UTC', '${FREE_DAY}', 'partner')`;

const refused: readonly (readonly [says: string, sql: string, given?: string])[] = [
  ["a question that was never asked is not answered", answer("{ben}", "{ben.question.kept}")],
  ["a question that was taken back is not answered", answer("{ben}", "{ben.question.withdrawn}")],
  [
    "a question taken back while its answer is written is not answered any more",
    answer("{ben}", "{ben.question}"),
    shows("{ben.question}", "only_me"),
  ],
  [
    "a question of the same id elsewhere does not let a hidden one be answered",
    answer("{ben}", "{ben.question.kept}"),
    namesake("{ben.question.kept}"),
  ],
  ["nobody answers their own question", answer("{ada}", "{ada.question}")],
  ["one's own question is not answered as the other's", answer("{ben}", "{ada.question}")],
  ["what is no question is not answered as one", answer("{ben}", "{ben.feeling}")],
  ["an answer is not answered", answer("{ben}", "{ben.answer}")],
  ["an answer does not name somebody else as the one who asked", answer("{cleo}", "{ben.question}")],
  ["another couple's question is not answered", answer("{cleo}", "{cleo.question}")],
  [
    "another couple's question is not answered in their space either",
    answer("{cleo}", "{cleo.question}", { ...adas, couple: "{cleo.couple}" }),
  ],
  [
    "a question of an earlier space is not answered from the present one",
    answer("{dan}", "{dan.ended.question}"),
  ],
  ["a question of an earlier space is not answered there", answer("{dan}", "{dan.ended.question}", earlier)],
  [
    "a question of the present space is not answered in an earlier one",
    answer("{ben}", "{ben.question}", earlier),
  ],
];

export const question_answers: readonly Particular[] = [
  ...refused.map(
    ([says, sql, given]): Particular => ({
      says,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  ),
  ...["{ben.question.kept}", "{ben.question.withdrawn}"].map(
    (question): Particular => ({
      says: `a question that is asked now is answered (${question})`,
      by: "ada",
      given: shows(question, "partner"),
      try: answer("{ben}", question),
      ends: "done",
    }),
  ),
  {
    says: "an answer is read whatever became of the question",
    by: "ada",
    given: "delete from entries where author_id = '{ada}' and id = '{ada.question}'",
    try: "select 1 from question_answers where author_id = '{ben}' and to_entry_id = '{ada.question}'",
    ends: "done",
  },
  {
    says: "an answer stays its author's own when the question is deleted",
    by: "ben",
    given: "delete from entries where author_id = '{ada}' and id = '{ada.question}'",
    try: "select 1 from question_answers where author_id = '{ben}' and to_entry_id = '{ada.question}'",
    ends: "done",
  },
  {
    says: "an answer is read no more the moment it is withdrawn",
    by: "ben",
    given: shows("{ada.answer}", "only_me"),
    try: "select 1 from question_answers where entry_id = '{ada.answer}'",
    ends: "no rows",
  },
  ...twins("question_answers", "{ada.answer.withdrawn}"),
  ...neverRewritten("question_answers", "standing"),
];
