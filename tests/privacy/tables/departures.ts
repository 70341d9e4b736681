import {
  mine,
  mineHere,
  nobody,
  type Particular,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const due = (couple: string, author: string) =>
  `insert into departures (couple_id, author_id, leave_at) values ('${couple}', '${author}', now() - interval '1 second')
   on conflict (couple_id, author_id) do update set leave_at = excluded.leave_at`;
const enters = "select account_id from app.enter('{ada.token}', true)";
const isIn = (couple: string) => `select 1 where app.viewer_couple_id() = '${couple}'`;

/** What leaves whom, and nobody else: by one person's word, when it is due, and when somebody comes. */
export const leaving: readonly Particular[] = [
  {
    says: "the system about a space ends it",
    by: "the system about ada",
    try: "select 1 where app.leave('{ada.couple}') = 1",
    ends: "done",
  },
  {
    says: "the system about somebody else ends no space",
    by: "the system about dan",
    try: "select 1 where app.leave('{ada.couple}') = 1",
    ends: "no rows",
  },
  {
    says: "a space that has ended is not ended again",
    by: "the system about ada",
    try: "select 1 where app.leave('{dan.ended}') = 1",
    ends: "no rows",
  },
  {
    says: "ending a space ends no other",
    by: "the system about ada",
    given: "select app.end_space('{cleo.couple}')",
    try: "select 1 from couples where id = '{ada.couple}' and ended_at is null",
    ends: "done",
  },
  {
    says: "ending a space moves nobody else",
    by: "cleo",
    given: "select app.end_space('{ada.couple}')",
    try: isIn("{cleo.couple}"),
    ends: "done",
  },
  {
    says: "ending a space leaves what others have chosen",
    by: "cleo",
    given: "select app.end_space('{ada.couple}')",
    try: "select 1 from departures where author_id = '{cleo}'",
    ends: "done",
  },
  ...(["ada", "ben"] as const).map(
    (who): Particular => ({
      says: `a space that has ended is neither's: ${who} is alone`,
      by: who,
      given: "select app.end_space('{ada.couple}')",
      try: "select 1 where app.viewer_couple_id() <> '{ada.couple}' and app.viewer_partner_id() is null",
      ends: "done",
    }),
  ),
  {
    says: "with a space goes what was chosen in it",
    by: "ada",
    given: "select app.end_space('{ada.couple}')",
    try: "select 1 from departures",
    ends: "no rows",
  },
  {
    says: "a space that somebody meant to have left is ended",
    by: "cleo",
    given: `${due("{cleo.couple}", "{cleo}")}; select app.leave_where_due()`,
    try: isIn("{cleo.couple}"),
    ends: "no rows",
  },
  {
    says: "a space that somebody means to leave later is not",
    by: "ada",
    given: `${due("{cleo.couple}", "{cleo}")}; select app.leave_where_due()`,
    try: isIn("{ada.couple}"),
    ends: "done",
  },
  ...(
    [
      ["{ada.couple}", "{ada}", "who chose it"],
      ["{ada.couple}", "{ben}", "whose partner chose it"],
    ] as const
  ).map(
    ([couple, author, who]): Particular => ({
      says: `whoever comes after the moment, ${who}, finds it ended`,
      by: "the login",
      given: `update departures set leave_at = now() + interval '1 day'; ${due(couple, author)}`,
      try: "select 1 from app.enter('{ada.token}', true) where couple_id <> '{ada.couple}' and partner_id is null and partner_name is null",
      ends: "done",
    }),
  ),
  {
    says: "whoever comes before the moment finds everything as it was",
    by: "the login",
    try: "select 1 from app.enter('{ada.token}', true) where (couple_id, partner_id) = ('{ada.couple}', '{ben}')",
    ends: "done",
  },
  {
    says: "coming ends no space but one's own",
    by: "cleo",
    given: `${due("{cleo.couple}", "{cleo}")}; ${enters}`,
    try: isIn("{cleo.couple}"),
    ends: "done",
  },
];

export const departures: TablePromise = {
  key: ["couple_id", "author_id"],
  columns: { couple_id: "plain", author_id: "plain", leave_at: "plain" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from departures",
      row: (asker) =>
        asker.partner !== null && spaceOf(asker) ? { ...spaceOf(asker), leave_at: "2026-12-10" } : null,
    },
    change: { rows: mineHere, columns: { leave_at: "now()" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "a moment is not handed to the other, even were the column granted",
      by: "ada",
      given: "grant update on departures to keel_app; delete from departures where author_id = '{ben}'",
      try: "update departures set author_id = '{ben}'",
      ends: "refused by policy",
    },
    {
      says: "nobody chooses when to leave a space they are not in",
      by: "ada",
      given: "delete from departures",
      try: "insert into departures (couple_id, author_id, leave_at) values ('{dan.ended}', '{ada}', now())",
      ends: "refused by policy",
    },
    {
      says: "whoever is alone has nobody to leave",
      by: "dan",
      try: "insert into departures (couple_id, author_id, leave_at) values ('{dan.couple}', '{dan}', now())",
      ends: "refused by policy",
    },
  ],
};
