import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

type Place = { readonly author: string; readonly couple: string; readonly at: string };
const adas: Place = { author: "{ada}", couple: "{ada.couple}", at: "{ada.hidden}" };
const bens: Place = { author: "{ben}", couple: "{ada.couple}", at: "{ben.bare}" };
const earlier: Place = { author: "{ada}", couple: "{dan.ended}", at: "{ada.ended.bare}" };

const reply = (toAuthor: string, toEntry: string, { author, couple, at } = adas) =>
  `insert into replies (couple_id, author_id, entry_id, to_author_id, to_entry_id, place)
   values ('${couple}', '${author}', '${at}', '${toAuthor}', '${toEntry}', 9)`;
const heard = (toAuthor: string, toEntry: string, { author, couple, at } = adas) =>
  `insert into felt_heard (couple_id, author_id, entry_id, to_author_id, to_entry_id, understood)
   values ('${couple}', '${author}', '${at}', '${toAuthor}', '${toEntry}', 'yes')`;

export const replies: readonly Particular[] = [
  {
    says: "a feeling that was withdrawn is not answered",
    by: "ada",
    try: reply("{ben}", "{ben.feeling.withdrawn}"),
    ends: "refused by policy",
  },
  {
    says: "a feeling withdrawn while its answer is written is not answered any more",
    by: "ada",
    given: shows("{ben.feeling}", "only_me"),
    try: reply("{ben}", "{ben.feeling}"),
    ends: "refused by policy",
  },
  {
    says: "a feeling shown again is answered again",
    by: "ada",
    given: shows("{ben.feeling.withdrawn}", "partner"),
    try: reply("{ben}", "{ben.feeling.withdrawn}"),
    ends: "done",
  },
  {
    says: "a feeling of the same id elsewhere does not let a hidden one be answered",
    by: "ada",
    given: `${twinOf("{ben.feeling.withdrawn}", "'{ada}', '{ada.couple}'")};
            insert into shared_feelings (couple_id, author_id, entry_id, wish, place) values ('{ada.couple}', '{ada}', '{ben.feeling.withdrawn}', 'nothing', 9)`,
    try: reply("{ben}", "{ben.feeling.withdrawn}"),
    ends: "refused by policy",
  },
  {
    says: "another couple's feeling is not answered",
    by: "ada",
    try: reply("{cleo}", "{cleo.feeling}"),
    ends: "refused by policy",
  },
  {
    says: "another couple's feeling is not answered in their space either",
    by: "ada",
    try: reply("{cleo}", "{cleo.feeling}", { ...adas, couple: "{cleo.couple}" }),
    ends: "refused by policy",
  },
  {
    says: "a feeling of an earlier space is not answered from the present one",
    by: "ada",
    try: reply("{dan}", "{dan.ended.feeling}"),
    ends: "refused by policy",
  },
  {
    says: "a feeling of one's own in an earlier space is not taken for one of the present",
    by: "ada",
    try: reply("{ada}", "{ada.ended.feeling}"),
    ends: "refused by policy",
  },
  {
    says: "a feeling of an earlier space is not answered there",
    by: "ada",
    try: reply("{dan}", "{dan.ended.feeling}", earlier),
    ends: "refused by policy",
  },
  {
    says: "nothing is said in an earlier space, not even to oneself",
    by: "ada",
    try: reply("{ada}", "{ada.ended.feeling}", earlier),
    ends: "refused by policy",
  },
  {
    says: "a feeling of the present space is not answered in an earlier one",
    by: "ada",
    try: reply("{ben}", "{ben.feeling}", earlier),
    ends: "refused by policy",
  },
  {
    says: "a check-in is not answered, though it is shown",
    by: "ada",
    try: reply("{ben}", "{ben.bare}"),
    ends: "refused by policy",
  },
  {
    says: "an answer is not answered",
    by: "ada",
    try: reply("{ben}", "{ben.reply}"),
    ends: "refused by policy",
  },
  {
    says: "nobody answers themselves",
    by: "ada",
    try: reply("{ada}", "{ada.feeling}"),
    ends: "refused by check",
  },
  {
    says: "nobody answers themselves in somebody else's name",
    by: "ada",
    try: reply("{ada}", "{ada.feeling}", bens),
    ends: "refused by policy",
  },
  {
    says: "an answer does not name somebody else as the one who shared",
    by: "ada",
    try: reply("{cleo}", "{ben.feeling}"),
    ends: "refused by policy",
  },
  {
    says: "an answer is read whatever became of what it answers",
    by: "ada",
    given: "delete from entries where author_id = '{ada}' and id = '{ada.feeling}'",
    try: "select 1 from replies where author_id = '{ben}' and to_entry_id = '{ada.feeling}'",
    ends: "done",
  },
  {
    says: "an answer stays its author's own when what it answers is deleted",
    by: "ben",
    given: "delete from entries where author_id = '{ada}' and id = '{ada.feeling}'",
    try: "select 1 from replies where author_id = '{ben}' and to_entry_id = '{ada.feeling}'",
    ends: "done",
  },
  ...twins("replies", "{ada.reply.withdrawn}"),
  ...neverRewritten("replies", "needs_until"),
];

export const felt_heard: readonly Particular[] = [
  {
    says: "nothing is said of an answer that was withdrawn",
    by: "ada",
    try: heard("{ben}", "{ben.reply.withdrawn}"),
    ends: "refused by policy",
  },
  {
    says: "nothing is said of an answer withdrawn a moment ago",
    by: "ada",
    given: shows("{ben.reply}", "only_me"),
    try: heard("{ben}", "{ben.reply}"),
    ends: "refused by policy",
  },
  {
    says: "of an answer shown again it can be said",
    by: "ada",
    given: shows("{ben.reply.withdrawn}", "partner"),
    try: heard("{ben}", "{ben.reply.withdrawn}"),
    ends: "done",
  },
  {
    says: "of an answer it is said though the feeling was withdrawn",
    by: "ada",
    given: shows("{ada.feeling}", "only_me"),
    try: heard("{ben}", "{ben.reply}"),
    ends: "done",
  },
  {
    says: "nobody says whether they felt heard by themselves",
    by: "ada",
    try: heard("{ada}", "{ada.reply}"),
    ends: "refused by policy",
  },
  {
    says: "nobody says how the other felt about an answer",
    by: "ada",
    try: heard("{ada}", "{ada.reply}", bens),
    ends: "refused by policy",
  },
  {
    says: "nothing is said of another couple's answer",
    by: "ada",
    try: heard("{cleo}", "{cleo.reply}"),
    ends: "refused by policy",
  },
  {
    says: "nothing is said in the present space of an answer that was given in an earlier one",
    by: "ada",
    try: heard("{dan}", "{dan.ended.reply}"),
    ends: "refused by policy",
  },
  {
    says: "nothing is said in an earlier space of an answer that was given there",
    by: "ada",
    try: heard("{dan}", "{dan.ended.reply}", earlier),
    ends: "refused by policy",
  },
  {
    says: "nothing is said in an earlier space of an answer that was given in the present one",
    by: "ada",
    try: heard("{ben}", "{ben.reply}", earlier),
    ends: "refused by policy",
  },
  {
    says: "a feeling is not taken for an answer",
    by: "ada",
    try: heard("{ben}", "{ben.feeling}"),
    ends: "refused by policy",
  },
  {
    says: "it does not name somebody else as the one who answered",
    by: "ada",
    try: heard("{cleo}", "{ben.reply}"),
    ends: "refused by policy",
  },
  {
    says: "an answer is not made to be to oneself by an entry of the same id elsewhere",
    by: "ada",
    given: twinOf("{ben.reply.withdrawn}", "'{ada}', '{ada.couple}'"),
    try: heard("{ben}", "{ben.reply.withdrawn}"),
    ends: "refused by policy",
  },
  {
    says: "whether one felt heard stays one's own when the answer is deleted",
    by: "ada",
    given: "delete from entries where author_id = '{ben}' and kind = 'reply'",
    try: "select 1 from felt_heard where author_id = '{ada}' and to_author_id = '{ben}'",
    ends: "done",
  },
  ...twins("felt_heard", "{ada.heard.kept}"),
  ...neverRewritten("felt_heard", "understood"),
];
