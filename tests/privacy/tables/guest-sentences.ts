import type { Particular } from "@/tests/privacy/tables/promise";

const LINK = "00000000-0000-4000-8000-00000000000f";
const ADAS = "author_id = '{ada}' and packet_id = '{ada.packet}'";

type Made = {
  readonly maker?: string;
  readonly author?: string;
  readonly couple?: string;
  readonly days?: number;
};
const link = (
  packet: string,
  { maker = "{ada}", author = "{ada}", couple = "{ada.couple}", days = 7 }: Made = {},
) =>
  `insert into guest_links (couple_id, maker_id, packet_id, author_id, id, link_hash, code_hash, days, ciphertext)
   values ('${couple}', '${maker}', '${packet}', '${author}', '${LINK}', '\\x00', '\\x00', ${days}, '\\x00')`;
const visit = (of: string) =>
  `insert into guest_visits (couple_id, author_id, link_id, id, token_hash)
   select '{ada.couple}', '{ada}', '${of}', gen_random_uuid(), '\\x00'`;

const READ = `select 1 from packet_items where author_id = '{ada}' and packet_id = '{ada.packet}'`;
/** What closes a link at once, whoever did it. */
const closed = [
  ["its author has ended it", `update guest_links set revoked_at = now() where ${ADAS}`],
  ["its days are over", `update guest_links set made_at = now() - interval '3 days' where ${ADAS}`],
  ["the space has ended", "update couples set ended_at = now() where id = '{ada.couple}'"],
  ["one of the two is due to have left", "update departures set leave_at = now() where author_id = '{ben}'"],
  [
    "its author has taken back what they agreed to",
    `update packet_parts set consented_on = null where ${ADAS}`,
  ],
] as const;
/** Without what ends links along with consent. */
const QUIETLY = "alter table packet_parts disable trigger end_links";

/** The same ids in somebody else's name, or in an earlier space that goes on after all: whoever makes up an id may choose any. */
const again = "update couples set ended_at = null where id = '{dan.ended}'";
const copied = (table: string, key: string, as: Readonly<Record<string, string>>) =>
  `create temp table twin on commit drop as select * from ${table} where ${key};
   update twin set ${Object.entries(as)
     .map(([column, value]) => `${column} = '${value}'`)
     .join(", ")};
   insert into ${table} select * from twin; drop table twin`;
const twinPacket = (as: Readonly<Record<string, string>>) =>
  copied("packets", "id = '{ada.packet}' and author_id = '{ada}'", as);
const twinPart = (as: Readonly<Record<string, string>>) => copied("packet_parts", ADAS, as);
const inBensName = `${twinPacket({ author_id: "{ben}" })}; ${twinPart({ maker_id: "{ben}" })}`;
const inEarlierSpace = `${again}; ${twinPacket({ couple_id: "{dan.ended}" })}; ${twinPart({ couple_id: "{dan.ended}" })}`;
const bensLink = copied("guest_links", "id = '{ada.link}'", { author_id: "{ben}" });
const earlierLink = `${inEarlierSpace}; ${copied("guest_links", "id = '{ada.link}'", { couple_id: "{dan.ended}" })}`;

export const guest_links: readonly Particular[] = [
  {
    says: "a visit opens no link of the same id that is the other's",
    by: "a guest of ada",
    given: bensLink,
    try: "select 1 from guest_links where author_id = '{ben}'",
    ends: "no rows",
  },
  {
    says: "a visit opens no link of the same id in another space",
    by: "a guest of ada",
    given: earlierLink,
    try: "select 1 from guest_links where couple_id = '{dan.ended}'",
    ends: "no rows",
  },
  ...(
    [
      ["packets", "author_id = '{ben}'", inBensName],
      ["packet_parts", "maker_id = '{ben}'", inBensName],
      ["packets", "couple_id = '{dan.ended}'", inEarlierSpace],
      ["packet_parts", "couple_id = '{dan.ended}'", inEarlierSpace],
    ] as const
  ).map(
    ([table, where, given]): Particular => ({
      says: `a link opens nothing of ${table} under the same id where ${where}`,
      by: "a guest of ada",
      given,
      try: `select 1 from ${table} where ${where}`,
      ends: "no rows",
    }),
  ),
  ...(
    [
      ["to what they are only preparing", link("{ada.packet.preparing}")],
      ["to what the other put in", link("{ada.packet}", { author: "{ben}" })],
      ["to what the other brings alone", link("{ben.packet.own}", { maker: "{ben}" })],
      [
        "to what another couple agreed to",
        link("{cleo.packet}", { maker: "{cleo}", couple: "{cleo.couple}" }),
      ],
      ["in an earlier space", link("{ada.ended.packet}", { couple: "{dan.ended}" })],
      [
        "while the other has not agreed",
        link("{ada.packet}"),
        "update packet_parts set consented_on = null where author_id = '{ben}'",
      ],
      [
        "while they have not agreed themselves",
        link("{ada.packet}"),
        "update packet_parts set consented_on = null where author_id = '{ada}'",
      ],
    ] as const
  ).map(
    ([how, sql, given]): Particular => ({
      says: `nobody makes a link ${how}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  ),
  {
    says: "nobody makes a link to what they have not agreed to, though as many have as are needed",
    by: "ada",
    given: "update packet_parts set consented_on = null where author_id = '{ada}'",
    try: link("{ada.packet.own}"),
    ends: "refused by policy",
  },
  { says: "a link is made to what both have agreed to", by: "ada", try: link("{ada.packet}"), ends: "done" },
  { says: "a link is made to what one brings alone", by: "ada", try: link("{ada.packet.own}"), ends: "done" },
  {
    says: "a link is made to one's own part of what the other began",
    by: "ada",
    try: link("{ben.packet}", { maker: "{ben}" }),
    ends: "done",
  },
  {
    says: "no link lasts longer than a week",
    by: "ada",
    try: link("{ada.packet}", { days: 8 }),
    ends: "refused by check",
  },
  {
    says: "no link is over when it is made",
    by: "ada",
    try: link("{ada.packet}", { days: 0 }),
    ends: "refused by check",
  },
  {
    says: "what was ended stays ended",
    by: "ada",
    try: "update guest_links set revoked_at = null",
    ends: "refused by policy",
  },
  {
    says: "nobody ends what the other shares",
    by: "ben",
    try: "update guest_links set revoked_at = now() where author_id = '{ada}'",
    ends: "no rows",
  },
  {
    says: "a link is never handed to the other, even were the column granted",
    by: "ada",
    given: "grant update on guest_links to keel_app",
    try: `update guest_links set revoked_at = now(), ciphertext = '\\x01' where author_id = '{ben}'`,
    ends: "no rows",
  },
  ...(["ada's link", "ada's link's words"] as const).map(
    (half): Particular => ({
      says: `the system finds nothing by ${half} alone`,
      by: `the system about ${half}`,
      try: "select 1 from guest_links",
      ends: "no rows",
    }),
  ),
  {
    says: "the system finds a link by its address and its words",
    by: "the system about ada's link and its words",
    try: "select 1 from guest_links",
    ends: { count: 1 },
  },
  ...closed.slice(0, 4).map(
    ([when, given]): Particular => ({
      says: `the system finds no link where ${when}`,
      by: "the system about ada's link and its words",
      given,
      try: "select 1 from guest_links",
      ends: "no rows",
    }),
  ),
  {
    says: "what is agreed to anew is not opened by an earlier link",
    by: "the system about ada's link and its words",
    given: `update packet_parts set consented_on = null where ${ADAS}; update packet_parts set consented_on = '2026-03-12' where ${ADAS}`,
    try: "select 1 from guest_links",
    ends: "no rows",
  },
  {
    says: "taking back one part ends no link to another",
    by: "a guest of ada",
    given:
      "update packet_parts set consented_on = null where author_id = '{ben}' or packet_id <> '{ada.packet}'",
    try: READ,
    ends: "done",
  },
  {
    says: "links of what is taken back keep when they were ended before",
    by: "ada",
    given: `update guest_links set revoked_at = '2026-01-01' where author_id = '{ada}'; update packet_parts set consented_on = null where author_id = '{ada}'`,
    try: "select 1 from guest_links where revoked_at <> '2026-01-01'",
    ends: "no rows",
  },
  ...closed.map(
    ([when, given]): Particular => ({
      says: `a guest reads nothing where ${when}`,
      by: "a guest of ada",
      given,
      try: READ,
      ends: "no rows",
    }),
  ),
  {
    says: "a guest reads no part that nobody agrees to any more, even were its link not ended",
    by: "a guest of ada",
    given: `${QUIETLY}; update packet_parts set consented_on = null where ${ADAS}`,
    try: "select 1 from packet_parts",
    ends: "no rows",
  },
  {
    says: "a guest does not wait for what somebody means to do later",
    by: "a guest of ada",
    given: "update departures set leave_at = now() + interval '1 minute'",
    try: READ,
    ends: "done",
  },
  {
    says: "that another couple ends closes nothing",
    by: "a guest of ada",
    given:
      "update couples set ended_at = now() where id <> '{ada.couple}'; update departures set leave_at = now() where couple_id <> '{ada.couple}'",
    try: READ,
    ends: "done",
  },
  {
    says: "a guest reads what its author keeps from the other and put in",
    by: "a guest of ada",
    try: `${READ} and entry_id = '{ada.feeling.withdrawn}'`,
    ends: "done",
  },
  {
    says: "what its author takes out of Keel, a guest reads no more",
    by: "a guest of ada",
    given: "delete from entries where id = '{ada.feeling.withdrawn}'",
    try: `${READ} and entry_id = '{ada.feeling.withdrawn}'`,
    ends: "no rows",
  },
  {
    says: "what its author takes back from the other, a guest reads no more",
    by: "a guest of ada",
    given: "update entries set audience = 'only_me' where id = '{ada.feeling}'",
    try: `${READ} and entry_id = '{ada.feeling}'`,
    ends: "no rows",
  },
];

export const guest_visits: readonly Particular[] = [
  {
    says: "that a link is opened is noted",
    by: "the system about ada's link and its words",
    try: `${visit("{ada.link}")}`,
    ends: "done",
  },
  ...(["ada's link", "ada's link's words", "ada", "nobody"] as const).map(
    (about): Particular => ({
      says: `the system about ${about} opens no link`,
      by: `the system about ${about}`,
      try: visit("{ada.link}"),
      ends: "refused by policy",
    }),
  ),
  ...(
    [
      ["that is the other's", bensLink, "'{ada.couple}', '{ben}'"],
      ["in another space", earlierLink, "'{dan.ended}', '{ada}'"],
    ] as const
  ).map(
    ([which, given, whose]): Particular => ({
      says: `the system about a link opens none of the same id ${which}`,
      by: "the system about ada's link and its words",
      given: `${given}; update guest_links set code_hash = '\\x00' where (couple_id, author_id) = (${whose})`,
      try: `insert into guest_visits (couple_id, author_id, link_id, id, token_hash) values (${whose}, '{ada.link}', gen_random_uuid(), '\\x00')`,
      ends: "refused by policy",
    }),
  ),
  {
    says: "the system about one link opens no other",
    by: "the system about ada's link and its words",
    try: visit("{ada.link.own}"),
    ends: "refused by policy",
  },
  ...(["saved_at = now()", "open_until = now()"] as const).map(
    (what): Particular => ({
      says: `a guest whose visit is over no longer says ${what}`,
      by: "a guest of ada",
      given: "update guest_visits set open_until = now()",
      try: `update guest_visits set ${what}`,
      ends: "no rows",
    }),
  ),
  {
    says: "a guest ends the visit that they name",
    by: "a guest of ada",
    try: "update guest_visits set open_until = now() where opened_at <= now()",
    ends: "done",
  },
  {
    says: "a visit is not made longer by its guest",
    by: "a guest of ada",
    try: "update guest_visits set open_until = opened_at + interval '2 hours 1 second'",
    ends: "refused by policy",
  },
  {
    says: "a visit lasts two hours",
    by: "a guest of ada",
    try: "select 1 from guest_visits where open_until = opened_at + interval '2 hours'",
    ends: "done",
  },
  {
    says: "nobody reads when the other's links were opened",
    by: "ben",
    try: "select 1 from guest_visits where author_id = '{ada}'",
    ends: "no rows",
  },
];
