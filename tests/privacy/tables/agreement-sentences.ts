import { spaceBefore } from "@/tests/privacy/tables/earlier-space";
import { type Particular, SPARE } from "@/tests/privacy/tables/promise";

const granted = (table: string) => `grant insert, update, delete on ${table} to keel_app`;
const note = (review: string) =>
  `insert into agreed_words (couple_id, subject, about_id, turn, author_id, ciphertext)
  values ('{ada.couple}', 'review_note', '${review}', 99, '{ada}', '')`;
const agreement = (about: string) =>
  `insert into agreed_words (couple_id, subject, about_id, turn, author_id, ciphertext)
  values ('{ada.couple}', 'agreement', '${about}', 99, '{ada}', '')`;
const proposed = (agreed: boolean) =>
  `insert into agreed_words (couple_id, subject, about_id, turn, author_id, agreed, ciphertext)
  values ('{ada.couple}', 'space_sentence', '{ada.couple}', 99, '{ada}', ${agreed}, '')`;
/** A space that the two had before, with a sentence that was proposed in it. */
const before = `${spaceBefore};
  insert into agreed_words (couple_id, subject, about_id, turn, author_id, ciphertext) values ('${SPARE.couple}', 'space_sentence', '${SPARE.couple}', 1, '{ben}', '')`;

export const agreed_words: readonly Particular[] = [
  {
    says: "nobody agrees to what they proposed themselves",
    by: "ada",
    try: "update agreed_words set agreed = true where author_id = '{ada}'",
    ends: "no rows",
  },
  {
    says: "what was agreed stays agreed",
    by: "ben",
    try: "update agreed_words set agreed = false where author_id = '{ada}' and agreed",
    ends: "refused by policy",
  },
  {
    says: "what was agreed is not taken back by whoever proposed it",
    by: "ada",
    try: "delete from agreed_words where agreed",
    ends: "no rows",
  },
  {
    says: "what was agreed is still read by both when the space has ended",
    by: "dan",
    try: "select 1 from agreed_words where author_id = '{ada}' and agreed",
    ends: { count: 4 },
  },
  {
    says: "what is only proposed is read by the other no more when the space has ended",
    by: "ben",
    given: `update accounts set current_couple_id = null where id = '{ben}'`,
    try: "select 1 from agreed_words where author_id = '{ada}' and not agreed",
    ends: "no rows",
  },
  {
    says: "what was proposed in an earlier space of the same two is not agreed to any more",
    by: "ada",
    given: before,
    try: `update agreed_words set agreed = true where couple_id = '${SPARE.couple}'`,
    ends: "no rows",
  },
  {
    says: "nobody proposes who has nobody to agree",
    by: "dan",
    try: "insert into agreed_words (couple_id, subject, about_id, turn, author_id, ciphertext) values ('{dan.couple}', 'space_sentence', '{dan.couple}', 99, '{dan}', '')",
    ends: "refused by policy",
  },
  {
    says: "nothing is proposed as agreed already",
    by: "ada",
    try: proposed(true),
    ends: "refused by policy",
  },
  {
    says: "what is proposed is not agreed yet",
    by: "ada",
    try: proposed(false),
    ends: "done",
  },
  {
    says: "whoever agrees does not take the sentence for their own, even were the column granted",
    by: "ada",
    given: granted("agreed_words"),
    try: "update agreed_words set agreed = true, author_id = '{ada}'",
    ends: "refused by policy",
  },
  {
    says: "a sentence is never carried into another space, even were the column granted",
    by: "ada",
    given: `${granted("agreed_words")}; ${before}`,
    try: `update agreed_words set agreed = true, couple_id = '${SPARE.couple}', turn = 9 where author_id = '{ben}'`,
    ends: "refused by policy",
  },
  {
    says: "a note is of a review of the space",
    by: "ada",
    try: note("{ada.review}"),
    ends: "done",
  },
  {
    says: "a note is of no review that is not there",
    by: "ada",
    try: note(SPARE.couple),
    ends: "refused by policy",
  },
  {
    says: "a note is of no review of another space",
    by: "ada",
    try: note("{cleo.review}"),
    ends: "refused by policy",
  },
  {
    says: "a note is of no review of an earlier space",
    by: "ada",
    try: note("{ada.ended.review}"),
    ends: "refused by policy",
  },
  {
    says: "nothing is proposed in an earlier space",
    by: "ada",
    try: "insert into agreed_words (couple_id, subject, about_id, turn, author_id, ciphertext) values ('{dan.ended}', 'review_time', '{dan.ended}', 99, '{ada}', '')",
    ends: "refused by policy",
  },
  {
    says: "what is about the space is about no other",
    by: "ada",
    try: "insert into agreed_words (couple_id, subject, about_id, turn, author_id, ciphertext) values ('{ada.couple}', 'review_time', '{cleo.couple}', 99, '{ada}', '')",
    ends: "refused by policy",
  },
  {
    says: "an agreement is about nothing but itself",
    by: "ada",
    try: agreement(SPARE.couple),
    ends: "done",
  },
  {
    says: "an agreement is not about the space, where what both say together stands",
    by: "ada",
    try: agreement("{ada.couple}"),
    ends: "refused by policy",
  },
  {
    says: "what is agreed to is dated by the day it is where the other is",
    by: "ben",
    given: `update accounts set time_zone = 'Pacific/Kiritimati' where id = '{ben}'; ${agreement(SPARE.couple)}`,
    try: `update agreed_words set agreed = true where about_id = '${SPARE.couple}'
      returning 1 / (agreed_on = (now() at time zone 'Pacific/Kiritimati')::date)::int`,
    ends: "done",
  },
  {
    says: "what was agreed on before keeps its day, though it is agreed to again",
    by: "ben",
    given: `${agreement(SPARE.couple)}; update agreed_words set agreed = true where about_id = '${SPARE.couple}';
      update agreed_words set agreed_on = '2001-01-01' where about_id = '${SPARE.couple}'`,
    try: `update agreed_words set agreed = true where about_id = '${SPARE.couple}'
      returning 1 / (agreed_on = '2001-01-01')::int`,
    ends: "done",
  },
  {
    says: "nobody dates it, even were the column granted",
    by: "ben",
    given: `${granted("agreed_words")}; ${agreement(SPARE.couple)}`,
    try: `update agreed_words set agreed = true, agreed_on = '2001-01-01' where about_id = '${SPARE.couple}'
      returning 1 / (agreed_on > '2001-01-01')::int`,
    ends: "done",
  },
];
