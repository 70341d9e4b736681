import { shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import { type Particular, SPARE } from "@/tests/privacy/tables/promise";

const granted = (table: string) => `grant insert, update, delete on ${table} to keel_app`;
const ends = "update reviews set open = null where open";
const begins = (couple: string) =>
  `insert into reviews (couple_id, id, opened_on) values ('${couple}', '${SPARE.account}', '2026-10-10')`;
const moves = (how: string) => `update reviews set ${how} where id = '{ada.review}'`;

export const reviews: readonly Particular[] = [
  {
    says: "a review begins where there is somebody to sit down with",
    by: "dan",
    given: ends,
    try: begins("{dan.couple}"),
    ends: "refused by policy",
  },
  {
    says: "a review begins in no earlier space",
    by: "ada",
    given: ends,
    try: begins("{dan.ended}"),
    ends: "refused by policy",
  },
  {
    says: "one review runs at a time",
    by: "ada",
    try: `${begins("{ada.couple}")} on conflict do nothing`,
    ends: { count: 0 },
  },
  {
    says: "a review guesses where both would like to",
    by: "ada",
    given: `${ends}; ${begins("{ada.couple}")}`,
    try: `select 1 from reviews where id = '${SPARE.account}' and with_gap`,
    ends: "done",
  },
  {
    says: "a review does not guess where one of the two would rather not",
    by: "ada",
    given: `delete from gap_choices where author_id = '{ben}'; ${ends}; ${begins("{ada.couple}")}`,
    try: `select 1 from reviews where id = '${SPARE.account}' and with_gap`,
    ends: "no rows",
  },
  {
    says: "a review begins at its beginning, whatever is said of it",
    by: "ada",
    given: `${ends}; insert into reviews (couple_id, id, opened_on, turn, step, stopped, speaker_id, since, says_back, spoken, open, guessed)
      values ('{ada.couple}', '${SPARE.account}', '2026-10-10', 9, 'closing', true, '{cleo}', now(), 1, 2, null, true)`,
    try: `select 1 from reviews where id = '${SPARE.account}' and open and not stopped and not guessed and step = 'arriving' and turn + spoken + says_back = 0
      and speaker_id is null and since is null`,
    ends: "done",
  },
  {
    says: "a step is taken from the one before",
    by: "ada",
    try: moves("turn = turn + 2"),
    ends: "refused by trigger",
  },
  {
    says: "a review does not go back",
    by: "ada",
    try: moves("step = 'arriving', turn = turn + 1"),
    ends: "refused by trigger",
  },
  {
    says: "who has been heard stays heard",
    by: "ada",
    given: moves("spoken = 1, turn = turn + 1"),
    try: moves("spoken = 0, turn = turn + 1"),
    ends: "refused by trigger",
  },
  {
    says: "two speak, and no more",
    by: "ada",
    try: moves("spoken = 3, turn = turn + 1"),
    ends: "refused by trigger",
  },
  {
    says: "nobody but the two speaks",
    by: "ada",
    try: moves("speaker_id = '{cleo}', turn = turn + 1"),
    ends: "refused by trigger",
  },
  {
    says: "either lets the other speak",
    by: "ada",
    try: moves("speaker_id = '{ben}', turn = turn + 1"),
    ends: { count: 1 },
  },
  {
    says: "since when somebody speaks is the database's to say",
    by: "ada",
    given: `${granted("reviews")}; set local app.viewer_id = '{ada}'; ${moves("speaker_id = '{ada}', since = '2001-01-01', turn = turn + 1")}`,
    try: "select 1 from reviews where id = '{ada.review}' and since > now() - interval '1 minute'",
    ends: "done",
  },
  {
    says: "while somebody says back what they heard, nobody's time runs",
    by: "ada",
    given: `set local app.viewer_id = '{ada}'; ${moves("speaker_id = '{ada}', turn = turn + 1")}; ${moves("says_back = 1, turn = turn + 1")}`,
    try: "select 1 from reviews where id = '{ada.review}' and since is null",
    ends: "done",
  },
  {
    says: "an end is no step, and needs none to be counted",
    by: "ada",
    try: moves("open = null, stopped = true, turn = turn + 1"),
    ends: "refused by trigger",
  },
  {
    says: "either stops it, however far the other has gone on",
    by: "ada",
    given:
      "alter table reviews disable trigger a_keep_in_step; update reviews set turn = 2147483647 where open",
    try: moves("open = null, stopped = true"),
    ends: { count: 1 },
  },
  {
    says: "what is over stays over",
    by: "ada",
    given: ends,
    try: moves("open = true, turn = turn + 1"),
    ends: "no rows",
  },
  {
    says: "a review is never carried into another space, even were the column granted",
    by: "ada",
    given: granted("reviews"),
    try: moves("couple_id = '{dan.ended}', turn = turn + 1"),
    ends: "refused by policy",
  },
  {
    says: "a review of an earlier space goes no further",
    by: "dan",
    try: "update reviews set turn = turn + 1 where couple_id = '{dan.ended}'",
    ends: "no rows",
  },
  {
    says: "a grant alone lets nobody take a review away",
    by: "ada",
    given: granted("reviews"),
    try: "delete from reviews",
    ends: "no rows",
  },
];

const says = (review: string) =>
  `insert into review_parts (couple_id, author_id, entry_id, review_id, step) values ('{ada.couple}', '{ada}', '{ada.bare}', '${review}', 'closing')`;

export const review_parts: readonly Particular[] = [
  { says: "something is said in the review that runs", by: "ada", try: says("{ada.review}"), ends: "done" },
  {
    says: "nothing is said in a review that is over",
    by: "ada",
    try: says("{ada.review.over}"),
    ends: "refused by policy",
  },
  {
    says: "nothing is said in a review of an earlier space",
    by: "ada",
    try: `insert into review_parts (couple_id, author_id, entry_id, review_id, step) values ('{dan.ended}', '{ada}', '{ada.ended.bare}', '{ada.ended.review}', 'closing')`,
    ends: "refused by policy",
  },
  {
    says: "nothing is said in a review that is not there",
    by: "ada",
    try: says(SPARE.couple),
    ends: "refused by policy",
  },
  {
    says: "what was said in a review is read no more the moment it is taken back",
    by: "ben",
    given: shows("{ada.review.said}", "only_me"),
    try: "select 1 from review_parts where entry_id = '{ada.review.said}'",
    ends: "no rows",
  },
  {
    says: "a grant alone lets nobody change what was said in a review",
    by: "ada",
    given: granted("review_parts"),
    try: "update review_parts set number = 10",
    ends: "no rows",
  },
  {
    says: "a grant alone lets nobody take what was said in a review out of its entry",
    by: "ada",
    given: granted("review_parts"),
    try: "delete from review_parts",
    ends: "no rows",
  },
  ...twins("review_parts", "{ada.review.withdrawn}"),
];

const guesses = (review: string, whose = "{ada}") =>
  `insert into gap_answers (couple_id, author_id, review_id, pain) values ('{ada.couple}', '${whose}', '${review}', 5)`;
const marked = "select 1 from reviews where id = '{ada.review}' and guessed";
const theirs = (review: string) =>
  `select 1 from gap_answers where author_id = '{ben}' and review_id = '${review}'`;

export const gap_answers: readonly Particular[] = [
  {
    says: "what one guessed is read by the other once both have",
    by: "ada",
    try: theirs("{ada.review.over}"),
    ends: "done",
  },
  {
    says: "what one guessed is read no more when the other takes theirs away",
    by: "ada",
    given: "delete from gap_answers where author_id = '{ada}'",
    try: theirs("{ada.review.over}"),
    ends: "no rows",
  },
  {
    says: "what one guessed is read by the other no more when the space has ended",
    by: "ada",
    given: "update accounts set current_couple_id = null where id = '{ada}'",
    try: theirs("{ada.review.over}"),
    ends: "no rows",
  },
  {
    says: "nobody guesses in a review that is over",
    by: "ada",
    given: "delete from gap_answers",
    try: guesses("{ada.review.over}"),
    ends: "refused by policy",
  },
  {
    says: "nobody guesses in a review of an earlier space",
    by: "ada",
    given: "delete from gap_answers",
    try: `insert into gap_answers (couple_id, author_id, review_id, pain) values ('{dan.ended}', '{ada}', '{ada.ended.review}', 5)`,
    ends: "refused by policy",
  },
  {
    says: "nobody guesses in a review that was stopped at that",
    by: "ada",
    given: `delete from gap_answers; ${ends}`,
    try: guesses("{ada.review}"),
    ends: "refused by policy",
  },
  {
    says: "nobody guesses where not both would like to",
    by: "ada",
    given: "delete from gap_answers; update reviews set with_gap = false",
    try: guesses("{ada.review}"),
    ends: "refused by policy",
  },
  {
    says: "nobody guesses when the step is over",
    by: "ada",
    given: "delete from gap_answers; update reviews set step = 'closing', turn = turn + 1 where open",
    try: guesses("{ada.review}"),
    ends: "refused by policy",
  },
  {
    says: "nobody guesses anew who has read what the other guessed",
    by: "ada",
    given: `delete from gap_answers; update reviews set guessed = true where id = '{ada.review}'`,
    try: guesses("{ada.review}"),
    ends: "refused by policy",
  },
  {
    says: "the second answer marks the review for both",
    by: "ben",
    given: `delete from gap_answers; ${guesses("{ada.review}")}; ${guesses("{ada.review}", "{ben}")}`,
    try: marked,
    ends: "done",
  },
  {
    says: "one answer alone marks nothing, however often it is given",
    by: "ben",
    given: `delete from gap_answers; ${guesses("{ada.review}")}; ${guesses("{ada.review}")} on conflict do nothing`,
    try: marked,
    ends: "no rows",
  },
  {
    says: "answers in one review mark no other, and count in no other",
    by: "ben",
    given: `delete from gap_answers; ${guesses("{ada.review.over}")}; ${guesses("{ada.review.over}", "{ben}")}; ${guesses("{ada.review}")}`,
    try: marked,
    ends: "no rows",
  },
  {
    says: "a grant alone lets nobody change what they guessed",
    by: "ada",
    given: granted("gap_answers"),
    try: "update gap_answers set pain = 0",
    ends: "no rows",
  },
];

const both = (review: string) => `select 1 where app.both_answered('{ada.couple}', '${review}')`;

/** Who is told whether both have answered. */
export const both_answered: readonly Particular[] = [
  {
    says: "that both have answered is told to the two",
    by: "ada",
    try: both("{ada.review.over}"),
    ends: "done",
  },
  {
    says: "that only one has answered is told to nobody as both",
    by: "ada",
    try: both("{ada.review}"),
    ends: "no rows",
  },
  {
    says: "that both have answered is not told to a stranger",
    by: "cleo",
    try: both("{ada.review.over}"),
    ends: "no rows",
  },
];
