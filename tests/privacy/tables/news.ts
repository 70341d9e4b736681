import { shows } from "@/tests/privacy/tables/feeling-sentences";
import {
  concerned,
  FREE_DAY,
  here,
  type Particular,
  type Rule,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const readers: Rule = (row, asker) => asker.id !== null && row.reader_id === asker.id;

const newTo = (
  says: string,
  by: string,
  given: string,
  where: string,
  ends: Particular["ends"],
): Particular => ({ says, by, given, try: `select 1 from news where ${where}`, ends });

const writes = (kind: string, audience: string) =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('{ada.couple}', '{ada}', '${SPARE.account}', '${kind}', '${FREE_DAY}', 'UTC', '${FREE_DAY}', '${audience}')`;
const written = `entry_id = '${SPARE.account}'`;
const asksForNoMail = (who: string) =>
  `delete from reminders where account_id = '{${who}}' and kind = 'when_new'; delete from news`;

export const news: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: { couple_id: "plain", author_id: "plain", entry_id: "plain", reader_id: "plain" },
  viewer: {
    read: { rows: (row, asker, all) => readers(row, asker, all) && here(row, asker, all) },
    remove: { rows: readers },
  },
  system: {
    read: {
      rows: concerned((row) => row.reader_id),
      never: ["author_id", "entry_id"],
      by: ["couple_id", "reader_id"],
    },
  },
  particulars: [
    newTo("what is shown is new to the other", "ben", writes("question", "partner"), written, "done"),
    newTo(
      "what is kept to oneself is new to nobody",
      "ben",
      writes("question", "only_me"),
      written,
      "no rows",
    ),
    newTo(
      "a check-in is no news, since one comes every day",
      "ben",
      writes("check_in", "partner"),
      written,
      "no rows",
    ),
    newTo(
      "a check-in shown later is no news either",
      "ben",
      shows("{ada.hidden}", "partner"),
      "entry_id = '{ada.hidden}'",
      "no rows",
    ),
    newTo(
      "a correction is no news: it reaches a person as they chose, and by no mail",
      "ben",
      writes("correction", "partner"),
      written,
      "no rows",
    ),
    newTo(
      "a correction shown later is no news either",
      "ben",
      shows("{ada.correction.withdrawn}", "partner"),
      "entry_id = '{ada.correction.withdrawn}'",
      "no rows",
    ),
    ...(["follow_through_note", "noticing"] as const).map((kind) =>
      newTo(
        `what is added to a day is new to the other (${kind})`,
        "ben",
        writes(kind, "partner"),
        written,
        "done",
      ),
    ),
    newTo(
      "what was added to a day and kept is new once it is shown",
      "ben",
      shows("{ada.noticing.kept}", "partner"),
      "entry_id = '{ada.noticing.kept}'",
      "done",
    ),
    newTo(
      "what is shown later is new then",
      "ben",
      shows("{ada.question.kept}", "partner"),
      "entry_id = '{ada.question.kept}'",
      "done",
    ),
    newTo(
      "what is taken back is no news any more",
      "ben",
      shows("{ada.question}", "only_me"),
      "entry_id = '{ada.question}'",
      "no rows",
    ),
    newTo(
      "what is taken back takes no other news with it",
      "ben",
      shows("{ada.question}", "only_me"),
      "entry_id = '{ada.feeling}'",
      "done",
    ),
    newTo(
      "what is deleted is no news any more",
      "ben",
      "delete from entries where id = '{ada.question}'",
      "entry_id = '{ada.question}'",
      "no rows",
    ),
    newTo(
      "nothing is kept as new for whoever asked for no mail about it, though for another",
      "ben",
      `${asksForNoMail("ben")}; ${writes("question", "partner")}`,
      "true",
      "no rows",
    ),
    newTo(
      "what somebody writes is never new to themselves, whatever mail they asked for",
      "ada",
      `${asksForNoMail("ben")}; ${writes("question", "partner")}`,
      "true",
      "no rows",
    ),
    {
      says: "what was not looked at before a space ended is read by nobody: it would tell what is deleted there",
      by: "dan",
      try: "select 1 from news",
      ends: "no rows",
    },
    {
      says: "what was not looked at before a space ended is forgotten like the rest",
      by: "dan",
      try: "delete from news",
      ends: "done",
    },
  ],
};
