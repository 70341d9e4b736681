import {
  BYTES,
  mine,
  nobody,
  type Particular,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const waitsFor = (age: string) => `update import_files set arrived_at = now() - interval '${age}'`;

export const import_files: TablePromise = {
  key: ["account_id"],
  columns: { account_id: "plain", ciphertext: "ciphertext", arrived_at: "plain" },
  viewer: {
    read: { rows: mine, never: ["arrived_at"] },
    add: {
      columns: ["account_id", "ciphertext"],
      first: "delete from import_files",
      row: (asker) => (asker.id ? { account_id: asker.id, ciphertext: BYTES } : null),
    },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "a file that has waited for an hour is found no more",
      by: "ada",
      given: waitsFor("61 minutes"),
      try: "select account_id from import_files",
      ends: "no rows",
    },
    {
      says: "a file that has waited for less is found",
      by: "ada",
      given: waitsFor("59 minutes"),
      try: "select account_id from import_files",
      ends: "done",
    },
    {
      says: "a file that is found no more is dropped by its sender all the same",
      by: "ada",
      given: waitsFor("61 minutes"),
      try: "delete from import_files",
      ends: { count: 1 },
    },
  ],
};

export const imports: TablePromise = {
  key: ["couple_id", "author_id"],
  columns: { couple_id: "plain", author_id: "plain", digest: "hash", taken_on: "plain" },
  viewer: { read: { rows: mine } },
  system: nobody,
};

const taking = (rows: string, couple: string = SPARE.couple) =>
  `app.import_space('${couple}', '', '2026-03-01', '${rows}')`;
const ID = "00000000-0000-4000-8000-00000000000a";
const one = (table: string, row: object, ...mine: string[]) =>
  JSON.stringify({ [table]: [{ mine, rows: [row] }] });
const entry = {
  ...{ id: ID, kind: "check_in", happened_on: "2026-03-01", written_on: "2026-03-01" },
  ...{ time_zone: "UTC", audience: "partner" },
};
const entryBy = (more: object, ...mine: string[]) => one("entries", { ...entry, ...more }, ...mine);
const adaTakesIn = (rows: string) =>
  `select set_config('app.viewer_id', '{ada}', true); select ${taking(rows)}`;
const step = { commitment_id: ID, turn: 1, step: "offered", happened_on: "2026-03-01" };
const promised = {
  ...{ id: ID, area: "phone", cost: "low", turn: 1, accepted: true, ended: false },
  ...{ author_id: "{ben}", doer_id: "{ben}", writer_id: "{ben}" },
};
/** Both people's, said to be Ben's in all its columns. */
const asIfBens = JSON.stringify({
  agreed_words: [
    {
      mine: [],
      rows: [
        {
          subject: "space_sentence",
          about_id: ID,
          turn: 1,
          agreed: true,
          author_id: "{ben}",
          ciphertext: "",
        },
      ],
    },
  ],
  reviews: [
    {
      mine: [],
      rows: [
        {
          ...{
            id: ID,
            opened_on: "2026-03-01",
            stopped: false,
            turn: 0,
            step: "closing",
            says_back: 0,
            spoken: 0,
          },
          ...{ with_gap: false, guessed: false, speaker_id: "{ben}" },
        },
      ],
    },
  ],
  commitments: [{ mine: [], rows: [promised] }],
  commitment_events: [{ mine: [], rows: [{ ...step, author_id: "{ben}" }] }],
  commitment_terms: [
    {
      mine: [],
      rows: [
        {
          ...{ commitment_id: ID, turn: 1, starts_on: "2026-03-01", review_on: "2026-04-01" },
          ...{ taken_back: false, author_id: "{ben}" },
        },
      ],
    },
  ],
  mutual_words: [
    {
      mine: [],
      rows: [
        { commitment_id: ID, turn: 1, field: "what", taken_back: false, author_id: "{ben}", ciphertext: "" },
      ],
    },
  ],
  follow_throughs: [
    {
      mine: [],
      rows: [
        {
          ...{ commitment_id: ID, day: "2026-03-01", turn: 1, status: "kept", volunteered: false },
          ...{ written_on: "2026-03-01", author_id: "{ben}" },
        },
      ],
    },
  ],
});
const BOTH = [
  "agreed_words",
  "commitments",
  "commitment_events",
  "commitment_terms",
  "mutual_words",
  "follow_throughs",
];

/** What a copy becomes, and that nobody else is in it, or reads any of it. */
export const importing: readonly Particular[] = [
  {
    says: "a copy becomes a space of one's own",
    by: "ada",
    try: `select 1 where ${taking(entryBy({}, "author_id"))} = 1`,
    ends: "done",
  },
  {
    says: "nothing is taken in before the plain notice was read, whoever else has read it",
    by: "ada",
    given: "update accounts set notice_read_on = null where id = '{ada}'",
    try: `select 1 where ${taking(entryBy({}, "author_id"))} = 1`,
    ends: "no rows",
  },
  {
    says: "nobody takes in nothing",
    by: "anonymous",
    try: `select 1 where ${taking("{}")} = 1`,
    ends: "no rows",
  },
  {
    says: "nothing is taken into a space that is there, one's own or somebody else's",
    by: "ada",
    try: `select ${taking("{}", "{ada.couple}")}`,
    ends: "refused",
  },
  {
    says: "nothing is taken into a space of others",
    by: "ada",
    try: `select ${taking("{}", "{cleo.couple}")}`,
    ends: "refused",
  },
  {
    says: "an entry is nobody's but whoever takes it in, whatever its row says",
    by: "ada",
    try: `select ${taking(entryBy({ author_id: "{ben}" }))}`,
    ends: "refused",
  },
  {
    says: "a row goes into the space that is made, whatever it says",
    by: "ada",
    given: adaTakesIn(entryBy({ couple_id: "{ada.couple}" }, "author_id")),
    try: `select 1 from entries where (couple_id, id) = ('${SPARE.couple}', '${ID}')`,
    ends: "done",
  },
  {
    says: "what is taken in is read by its owner",
    by: "ada",
    given: adaTakesIn(entryBy({}, "author_id")),
    try: `select 1 from entries where id = '${ID}'`,
    ends: "done",
  },
  ...(["ben", "dan", "cleo"] as const).map(
    (who): Particular => ({
      says: `what is taken in is not read by ${who}, though it was shown to somebody once`,
      by: who,
      given: adaTakesIn(entryBy({}, "author_id")),
      try: `select 1 from entries where id = '${ID}'`,
      ends: "no rows",
    }),
  ),
  ...[
    ["61 minutes", "for an hour is dropped, whoever's it is", "no rows"] as const,
    ["59 minutes", "for less is not", "done"] as const,
  ].map(
    ([age, says, ends]): Particular => ({
      says: `a file that has waited ${says}`,
      by: "ada",
      given: `${waitsFor("10 minutes")}; ${waitsFor(age)} where account_id = '{ada}'; select app.drop_old_files();
        ${waitsFor("1 minute")}`,
      try: "select account_id from import_files",
      ends,
    }),
  ),
  {
    says: "the system sweeps what nobody finds any more, and learns how many",
    by: "the system about nobody",
    given: waitsFor("61 minutes"),
    try: "select 1 where app.drop_old_files() > 1",
    ends: "done",
  },
  ...BOTH.map(
    (table): Particular => ({
      says: `of ${table} that are taken in their owner has a copy`,
      by: "ada",
      given: adaTakesIn(asIfBens),
      try: `select 1 from ${table} where couple_id = '${SPARE.couple}'`,
      ends: "done",
    }),
  ),
  ...BOTH.map(
    (table): Particular => ({
      says: `of ${table} that are taken in nothing is somebody else's, whatever their rows say`,
      by: "ben",
      given: adaTakesIn(asIfBens),
      try: `select 1 from ${table} where couple_id = '${SPARE.couple}'`,
      ends: "no rows",
    }),
  ),
  {
    says: "of a review that is taken in nobody else was the speaker",
    by: "ada",
    given: adaTakesIn(asIfBens),
    try: `select 1 from reviews where id = '${ID}' and speaker_id is null and step = 'closing'`,
    ends: "done",
  },
  {
    says: "what is taken in is not shown, nor changed, where it is",
    by: "ada",
    given: adaTakesIn(entryBy({ audience: "only_me" }, "author_id")),
    try: `update entries set audience = 'partner' where id = '${ID}'`,
    ends: "no rows",
  },
  {
    says: "nobody invites anybody into what was taken in",
    by: "ada",
    given: adaTakesIn("{}"),
    try: `insert into invitations (couple_id, author_id, link_hash, code_hash, expires_at) values ('${SPARE.couple}', '{ada}', '', '', now())`,
    ends: "refused by policy",
  },
  {
    says: "the space of a copy has ended before anything is in it",
    by: "the system about ada",
    given: adaTakesIn("{}"),
    try: `select 1 from couples where id = '${SPARE.couple}' and ended_at is not null`,
    ends: "done",
  },
  {
    says: "nobody is put into it",
    by: "the system about ada",
    given: `${adaTakesIn("{}")}; delete from members where couple_id = '${SPARE.couple}'`,
    try: `insert into members (couple_id, account_id) values ('${SPARE.couple}', '{ada}')`,
    ends: "refused by policy",
  },
  {
    says: "what a copy says was shown stays said, and what it says was not",
    by: "ada",
    try: "select 1 from entry_words w join imports i using (couple_id) where w.shown and w.audience = 'only_me'",
    given: `${adaTakesIn(entryBy({}, "author_id"))};
      insert into entry_words (couple_id, author_id, entry_id, field, version, audience, shown, ciphertext)
      values ('${SPARE.couple}', '{ada}', '${ID}', 'note', 1, 'only_me', true, '')`,
    ends: "done",
  },
];
