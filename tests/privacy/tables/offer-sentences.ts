import { after, namesake, type Place, step } from "@/tests/privacy/tables/commitment-sentences";
import { neverRewritten } from "@/tests/privacy/tables/feeling-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

type Table = "commitment_terms" | "mutual_words";
const ben: Place = { author: "{ben}" };

const add = (table: Table, commitment: string, turn: number, place: Place = {}) => {
  const { couple = "{ada.couple}", author = "{ada}" } = place;
  const [columns, values] =
    table === "mutual_words"
      ? ["field, ciphertext", "'closing_note', ''"]
      : ["starts_on, review_on", "'2026-10-10', '2026-11-10'"];
  return `insert into ${table} (couple_id, commitment_id, turn, author_id, ${columns})
          values ('${couple}', '${commitment}', ${turn}, '${author}', ${values})`;
};

type Said = readonly [says: string, at: readonly [string, number, Place?], given?: string, by?: string];

const refused: readonly Said[] = [
  ["to a step that is not the newest", ["{ada.agreed}", 1]],
  ["to what was accepted", ["{ada.offered}", 1], after("ben", step("{ada.offered}", 2, "accepted", ben))],
  ["with a step that accepts", ["{ada.agreed.calm}", 2]],
  ["to what was declined", ["{ada.declined}", 1]],
  ["with the other's refusal", ["{ada.declined}", 2]],
  ["to what the other offers", ["{ben.offered}", 1]],
  ["to what the other offers, in their name", ["{ben.offered}", 1, ben]],
  [
    "with the other's rest, while one's own change waits: nobody puts words into the other's mouth",
    ["{ada.agreed}", 4],
    after("ben", step("{ada.agreed}", 4, "paused", ben)),
  ],
  ["with one's own rest", ["{ada.agreed}", 4], after("ada", step("{ada.agreed}", 4, "paused"))],
  ["to what waited when a space ended", ["{ada.ended.offered}", 1, { couple: "{dan.ended}" }]],
  ["by a stranger", ["{ada.offered}", 1, { author: "{cleo}" }], undefined, "cleo"],
  [
    "through a commitment of the same id in an earlier space",
    ["{ben.offered}", 1],
    `${namesake("{ben.offered}")}; ${step("{ben.offered}", 1, "offered", { couple: "{dan.ended}" })}`,
  ],
];

const sentences = (table: Table): readonly Particular[] => [
  ...refused.map(
    ([says, at, given, by = "ada"]): Particular => ({
      says: `no ${table} are added ${says}`,
      by,
      given: [given, `delete from ${table}`].filter(Boolean).join("; "),
      try: add(table, ...at),
      ends: "refused by policy",
    }),
  ),
  {
    says: `${table} are said with one's own offer`,
    by: "ada",
    given: `delete from ${table}`,
    try: add(table, "{ada.offered}", 1),
    ends: "done",
  },
  {
    says: `${table} are said with an offer to end: words are, terms are not`,
    by: "ben",
    given: `delete from ${table}`,
    try: add(table, "{ada.agreed.ending}", 3, ben),
    ends: table === "mutual_words" ? "done" : "refused by policy",
  },
  {
    says: `${table} that were taken back are not read again when they are asked for anew`,
    by: "ada",
    try: `select 1 from ${table} where commitment_id = '{ada.asked.anew}' and turn = 2`,
    ends: "no rows",
  },
  {
    says: `${table} that were taken back are not read when something else is agreed`,
    by: "ada",
    given: after("ben", step("{ada.asked.anew}", 5, "accepted", ben)),
    try: `select 1 from ${table} where commitment_id = '{ada.asked.anew}' and turn = 2`,
    ends: "no rows",
  },
  {
    says: `a commitment of the same id here shows no ${table} of an earlier space through the partner's eyes`,
    by: "ada through ben's eyes",
    given: `${namesake("{ben.offered}")}; ${step("{ben.offered}", 1, "offered", { couple: "{dan.ended}" })};
            ${add(table, "{ben.offered}", 1, { couple: "{dan.ended}" })}`,
    try: `select 1 from ${table} where couple_id = '{dan.ended}'`,
    ends: "no rows",
  },
  {
    says: `${table} that were taken back stay their author's own`,
    by: "ben",
    try: `select 1 from ${table} where commitment_id = '{ada.asked.anew}' and turn = 2`,
    ends: "done",
  },
  {
    says: `${table} of a change that is taken back after a rest are taken back`,
    by: "ben",
    given: `${after("ben", step("{ada.agreed}", 4, "paused", ben))};
            ${after("ada", step("{ada.agreed}", 5, "withdrawn"))}`,
    try: `select 1 from ${table} where commitment_id = '{ada.agreed}' and turn = 3`,
    ends: "no rows",
  },
  {
    says: `taking back a change takes nothing of what was agreed along (${table})`,
    by: "ben",
    given: after("ada", step("{ada.agreed}", 4, "withdrawn")),
    try: `select 1 from ${table} where commitment_id = '{ada.agreed}' and turn = 1`,
    ends: "done",
  },
  {
    says: `no ${table} are added as taken back already`,
    by: "ada",
    given: `delete from ${table}`,
    try: add(table, "{ada.offered}", 1)
      .replace("author_id,", "author_id, taken_back,")
      .replace("'{ada}',", "'{ada}', true,"),
    ends: "refused by policy",
  },
  {
    says: `${table} of an offer that was declined are still read once something is agreed after all`,
    by: "ben",
    given: `${after("ada", step("{ada.declined}", 3, "offered"))}; ${after("ben", step("{ada.declined}", 4, "accepted", ben))}`,
    try: `select 1 from ${table} where commitment_id = '{ada.declined}' and turn = 1`,
    ends: "done",
  },
  {
    says: `what the other said before they declined one's answer is theirs alone (${table})`,
    by: "ben",
    given: after("ada", step("{ada.asked.amended}", 3, "declined")),
    try: `select 1 from ${table} where commitment_id = '{ada.asked.amended}' and author_id = '{ada}'`,
    ends: "no rows",
  },
  {
    says: `what the other said before an answer of one's own is not read when the space has ended unagreed (${table})`,
    by: "ben",
    given: "update accounts set current_couple_id = null where id = '{ben}'",
    try: `select 1 from ${table} where commitment_id = '{ada.asked.amended}' and author_id = '{ada}'`,
    ends: "no rows",
  },
  {
    says: `a commitment of the same id in an earlier space opens no ${table}`,
    by: "ada",
    given: namesake("{ben.declined}"),
    try: `select 1 from ${table} where commitment_id = '{ben.declined}'`,
    ends: "no rows",
  },
  {
    says: `a step back in a commitment of the same id elsewhere takes no ${table} back`,
    by: "ben",
    given: `${namesake("{ada.offered}")}; alter table commitment_events disable trigger user;
            ${namesake("{ada.offered}", { couple: "{cleo.couple}", author: "{cleo}" })};
            ${step("{ada.offered}", 2, "withdrawn", { couple: "{cleo.couple}", author: "{cleo}" })};
            ${step("{ada.offered}", 2, "withdrawn", { couple: "{dan.ended}" })}`,
    try: `select 1 from ${table} where couple_id = '{ada.couple}' and commitment_id = '{ada.offered}'`,
    ends: "done",
  },
  ...neverRewritten(table, table === "mutual_words" ? "ciphertext" : "review_on"),
];

export const terms = sentences("commitment_terms");
export const words = sentences("mutual_words");
