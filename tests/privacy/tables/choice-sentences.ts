import type { Particular } from "@/tests/privacy/tables/promise";

export const chooses = (who: string, way: string, time = "null") =>
  `insert into reach_choices (couple_id, author_id, way, local_time)
   values ('{ada.couple}', '{${who}}', '${way}', ${time})
   on conflict (couple_id, author_id) do update set way = excluded.way, local_time = excluded.local_time`;
export const hasNotChosen = (who: string) =>
  `delete from reach_choices where couple_id = '{ada.couple}' and author_id = '{${who}}'`;
const granted = (table: string) => `grant insert, update, delete on ${table} to keel_app`;

export const reach_choices: readonly Particular[] = [
  {
    says: "how corrections reach one is not changed in an earlier space",
    by: "ada",
    try: "update reach_choices set way = way",
    ends: "refused by policy",
  },
  {
    says: "how corrections reach one is not chosen for the other",
    by: "ada",
    given: hasNotChosen("ben"),
    try: "insert into reach_choices (couple_id, author_id, way) values ('{ada.couple}', '{ben}', 'now')",
    ends: "refused by policy",
  },
  {
    says: "how corrections reach one is never handed to the other, even were the column granted",
    by: "ada",
    given: `${granted("reach_choices")}; ${hasNotChosen("ben")}`,
    try: "update reach_choices set author_id = '{ben}' where couple_id = '{ada.couple}'",
    ends: "refused by policy",
  },
  {
    says: "how corrections reach one is never carried into an earlier space, even were the column granted",
    by: "ada",
    given: `${granted("reach_choices")}; delete from reach_choices where couple_id = '{dan.ended}'`,
    try: "update reach_choices set couple_id = '{dan.ended}'",
    ends: "refused by policy",
  },
];

const wayIs = (says: string, way: string, given: string, by = "ada"): Particular => ({
  says,
  by,
  given,
  try: `select 1 where app.way_to_the_other() = '${way}'`,
  ends: "done",
});

/** What whoever begins a correction is told of the other's choice. */
export const way_to_the_other: readonly Particular[] = [
  wayIs(
    "whoever begins a correction is told the way the other has chosen",
    "with_therapist",
    chooses("ben", "with_therapist"),
  ),
  wayIs(
    "where the other has chosen nothing it is now, whatever one has chosen oneself",
    "now",
    `${hasNotChosen("ben")}; ${chooses("ada", "with_therapist")}`,
  ),
  wayIs(
    "what the other has chosen in another space is not told",
    "now",
    `${hasNotChosen("ben")};
     insert into reach_choices (couple_id, author_id, way)
     select couple_id, account_id, 'with_therapist' from members where account_id = '{ben}' and couple_id <> '{ada.couple}'
     on conflict (couple_id, author_id) do update set way = excluded.way, local_time = null`,
  ),
  wayIs("of whom one shared an earlier space with nothing is told", "now", "select 1", "dan"),
];
