import { entryBefore, spaceBefore } from "@/tests/privacy/tables/earlier-space";
import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import { neverRewritten, shows } from "@/tests/privacy/tables/feeling-sentences";
import { type Particular, SPARE } from "@/tests/privacy/tables/promise";

const opens = (entry: string, { author = "{ada}", reader = "{ben}", couple = "{ada.couple}" } = {}) =>
  `insert into announcement_openings (couple_id, author_id, entry_id, reader_id)
   values ('${couple}', '${author}', '${entry}', '${reader}')`;

/** A correction of Ben's own, or of Ada's elsewhere, by the id of one that he cannot read. */
const twin = (entry: string, authorAndCouple: string) =>
  `${twinOf(entry, authorAndCouple)};
   insert into announcements (author_id, couple_id, entry_id) values (${authorAndCouple}, '${entry}')`;
const elsewhere = ["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"] as const;

const refused: readonly (readonly [says: string, sql: string, by?: string, given?: string])[] = [
  ["a correction that waits is not opened", opens("{ada.correction.waiting}")],
  ["a correction that is kept is not opened", opens("{ada.correction.kept}")],
  ["a correction that was withdrawn is not opened", opens("{ada.correction.withdrawn}")],
  [
    "a correction that was withdrawn a moment ago is not opened",
    opens("{ada.correction}"),
    "ben",
    shows("{ada.correction}", "only_me"),
  ],
  ["its author does not open a correction", opens("{ada.correction}", { reader: "{ada}" }), "ada"],
  ["its author does not open a correction for the other", opens("{ada.correction}"), "ada"],
  [
    "nobody opens a correction in its author's place",
    opens("{ben.correction}", { author: "{ben}", reader: "{ben}" }),
    "ada",
  ],
  ["a stranger opens nothing", opens("{ada.correction}", { reader: "{cleo}" }), "cleo"],
  [
    "nothing is opened in an earlier space",
    opens("{ada.ended.correction}", { reader: "{dan}", couple: "{dan.ended}" }),
    "dan",
  ],
  ...elsewhere.map(
    (there) =>
      [
        `a correction of the same id elsewhere (${there}) lets none that waits be opened`,
        opens("{ada.correction.waiting}"),
        "ben",
        twin("{ada.correction.waiting}", there),
      ] as const,
  ),
];

const opened = (entry: string) => `select 1 from announcement_openings where entry_id = '${entry}'`;

export const openings: readonly Particular[] = [
  ...refused.map(
    ([says, sql, by = "ben", given]): Particular => ({
      says,
      by,
      given: ["delete from announcement_openings", given].filter(Boolean).join("; "),
      try: sql,
      ends: "refused by policy",
    }),
  ),
  {
    says: "whom a correction has reached opens it",
    by: "ben",
    given: "delete from announcement_openings",
    try: opens("{ada.correction}"),
    ends: "done",
  },
  {
    says: "whoever wrote a correction never learns that it was opened",
    by: "ada",
    try: opened("{ada.correction.opened}"),
    ends: "no rows",
  },
  {
    says: "that one has opened a correction is forgotten while it is withdrawn, or it would tell when it is deleted",
    by: "ben",
    try: opened("{ada.correction.withdrawn}"),
    ends: "no rows",
  },
  {
    says: "what was opened is not announced again when it is shown again",
    by: "ben",
    given: shows("{ada.correction.withdrawn}", "partner"),
    try: opened("{ada.correction.withdrawn}"),
    ends: "done",
  },
  ...elsewhere.map(
    (there): Particular => ({
      says: `a correction of the same id elsewhere (${there}) does not tell what was opened and withdrawn`,
      by: "ben",
      given: twin("{ada.correction.withdrawn}", there),
      try: opened("{ada.correction.withdrawn}"),
      ends: "no rows",
    }),
  ),
  {
    says: "what one opened in an earlier space of the same two is not told by a correction of the same id",
    by: "ben",
    given: `${spaceBefore}; ${entryBefore("{ada}", "{ada.correction}", "correction")};
            insert into announcements (couple_id, author_id, entry_id) values ('${SPARE.couple}', '{ada}', '{ada.correction}');
            ${opens("{ada.correction}", { couple: SPARE.couple })}`,
    try: `select 1 from announcement_openings where couple_id = '${SPARE.couple}'`,
    ends: "no rows",
  },
  ...neverRewritten("announcement_openings", "reader_id"),
];
