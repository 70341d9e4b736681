import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import { shows } from "@/tests/privacy/tables/feeling-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

/** Every packet is named by whose it is and what it is: of both and agreed to, of both and being prepared, of one's own. */
const packet = (id: string, { maker = "{ada}", couple = "{ada.couple}", kind = "joint" } = {}) =>
  `insert into packets (couple_id, author_id, id, kind, from_day, to_day, made_on)
   values ('${couple}', '${maker}', '${id}', '${kind}', '2026-03-01', '2026-03-12', '2026-03-12')`;
const NEW = "00000000-0000-4000-8000-00000000000e";

type Part = { readonly maker?: string; readonly author?: string; readonly couple?: string };
const part = (id: string, { maker = "{ada}", author = "{ada}", couple = "{ada.couple}" }: Part = {}) =>
  `insert into packet_parts (couple_id, maker_id, packet_id, author_id, with_commitments)
   values ('${couple}', '${maker}', '${id}', '${author}', true)`;
type ItemAt = Part & { readonly portion?: "numbers" | "words" };
const item = (
  id: string,
  entry: string,
  { maker = "{ada}", author = "{ada}", couple = "{ada.couple}", portion = "words" }: ItemAt = {},
) =>
  `insert into packet_items (couple_id, maker_id, packet_id, author_id, entry_id, portion, shown, ciphertext)
   values ('${couple}', '${maker}', '${id}', '${author}', '${entry}', '${portion}', true, '\\x00')`;

const of = (table: "packet_parts" | "packet_items", id: string, author = "{ada}") =>
  `select 1 from ${table} where packet_id = '${id}' and author_id = '${author}'`;
const itemsOf = (entry: string) =>
  `select 1 from packet_items where author_id = '{ada}' and entry_id = '${entry}'`;
/** As it is before anybody put anything in. */
const NOBODY_YET = "delete from packet_parts";
const PREPARING = "update packet_parts set consented_on = null";
/** So much of an entry is put in anew and agreed to, after something has been done with it. */
const anew = (entry: string, portion: "numbers" | "words", first = "") =>
  [
    PREPARING,
    `delete from packet_items where author_id = '{ada}'`,
    first,
    item("{ada.packet}", entry, { portion }),
    "update packet_parts set consented_on = '2026-03-12'",
  ]
    .filter(Boolean)
    .join("; ");
const portionOf = (entry: string, portion: "numbers" | "words") =>
  `${itemsOf(entry)} and portion = '${portion}'`;

export const packets: readonly Particular[] = [
  {
    says: "one of one's own is known to nobody else",
    by: "ben",
    try: "select 1 from packets where id = '{ada.packet.own}'",
    ends: "no rows",
  },
  {
    says: "one of both is known to both",
    by: "ben",
    try: "select 1 from packets where id = '{ada.packet.preparing}'",
    ends: "done",
  },
  ...(
    [
      ["in the other's name", packet(NEW, { maker: "{ben}" })],
      ["in another couple's space", packet(NEW, { couple: "{cleo.couple}" })],
      ["in an earlier space", packet(NEW, { couple: "{dan.ended}" })],
    ] as const
  ).map(
    ([where, sql]): Particular => ({
      says: `nobody begins one ${where}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
    }),
  ),
  {
    says: "one is begun by the id of the other's own",
    by: "ada",
    try: packet("{ben.packet.own}"),
    ends: "done",
  },
  {
    says: "nobody deletes what the other began",
    by: "ben",
    try: "delete from packets where id = '{ada.packet}'",
    ends: "no rows",
  },
  {
    says: "nobody deletes what holds something that the other has agreed to",
    by: "ada",
    try: "delete from packets where id = '{ada.packet}'",
    ends: "no rows",
  },
  {
    says: "what one began is deleted while the other has not agreed to anything in it",
    by: "ada",
    given: "update packet_parts set consented_on = null where author_id = '{ben}'",
    try: "delete from packets where id = '{ada.packet}'",
    ends: "done",
  },
  {
    says: "that the other agreed to something else keeps nothing",
    by: "ada",
    given: `update packet_parts set consented_on = null where author_id = '{ben}' and packet_id = '{ada.packet}'`,
    try: "delete from packets where id = '{ada.packet}'",
    ends: "done",
  },
  {
    says: "a grant alone changes no packet",
    by: "ada",
    given: "grant update on packets to keel_app",
    try: "update packets set kind = kind",
    ends: "no rows",
  },
];

export const packet_parts: readonly Particular[] = [
  ...(
    [
      ["what is the other's own", part("{ben.packet.own}", { maker: "{ben}" })],
      ["what was never begun", part(NEW)],
      ["what another couple prepares", part("{cleo.packet}", { maker: "{cleo}", couple: "{cleo.couple}" })],
      ["one of an earlier space", part("{ada.ended.packet}", { couple: "{dan.ended}" })],
      ["one of both, in the other's name", part("{ada.packet}", { author: "{ben}" })],
    ] as const
  ).map(
    ([what, sql]): Particular => ({
      says: `nobody begins a part in ${what}`,
      by: "ada",
      given: NOBODY_YET,
      try: sql,
      ends: "refused by policy",
    }),
  ),
  {
    says: "one begins a part in what the other began for both",
    by: "ada",
    given: NOBODY_YET,
    try: part("{ben.packet}", { maker: "{ben}" }),
    ends: "done",
  },
  {
    says: "what is being prepared is nobody else's to read",
    by: "ben",
    try: of("packet_parts", "{ada.packet.preparing}"),
    ends: "no rows",
  },
  {
    says: "what was agreed to of one's own is nobody else's to read",
    by: "ben",
    try: of("packet_parts", "{ada.packet.own}"),
    ends: "no rows",
  },
  {
    says: "that the other has agreed is read",
    by: "ben",
    try: of("packet_parts", "{ada.packet}"),
    ends: "done",
  },
  {
    says: "it is read no more the moment it is withdrawn",
    by: "ben",
    given: "update packet_parts set consented_on = null where author_id = '{ada}'",
    try: of("packet_parts", "{ada.packet}"),
    ends: "no rows",
  },
  {
    says: "what was agreed to is not exchanged",
    by: "ada",
    try: "update packet_parts set ciphertext = '\\x01' where packet_id = '{ada.packet}'",
    ends: "refused by trigger",
  },
  {
    says: "whether commitments are in is not changed after it was agreed to",
    by: "ada",
    try: "update packet_parts set with_commitments = not with_commitments where packet_id = '{ada.packet}'",
    ends: "refused by trigger",
  },
  {
    says: "the day of agreeing is not changed",
    by: "ada",
    try: "update packet_parts set consented_on = '2026-01-01' where packet_id = '{ada.packet}'",
    ends: "refused by trigger",
  },
  {
    says: "what was agreed to is put under a newer key by the owner",
    by: "ada",
    given:
      "update packet_parts set ciphertext = 'anew' where ciphertext is not null and consented_on is not null",
    try: "select 1 from packet_parts where ciphertext = 'anew'",
    ends: "done",
  },
  {
    says: "it is withdrawn by whoever agreed, and everything may be changed with it",
    by: "ada",
    try: "update packet_parts set consented_on = null, ciphertext = null, with_commitments = false where packet_id = '{ada.packet}' and author_id = '{ada}'",
    ends: "done",
  },
  {
    says: "nobody withdraws what the other agreed to",
    by: "ben",
    try: "update packet_parts set consented_on = null where packet_id = '{ada.packet}' and author_id = '{ada}'",
    ends: "no rows",
  },
  {
    says: "nobody agrees in the other's name, even were the column granted",
    by: "ada",
    given: `${PREPARING}; grant update on packet_parts to keel_app`,
    try: "update packet_parts set author_id = '{ben}' where packet_id = '{ada.packet.own}'",
    ends: "refused by policy",
  },
];

export const packet_items: readonly Particular[] = [
  ...(
    [
      ["after it was agreed to", item("{ada.packet}", "{ada.hidden}")],
      ["in the other's name", item("{ada.packet}", "{ben.bare}", { author: "{ben}" }), PREPARING],
      ["where they have begun nothing", item("{ben.packet}", "{ada.hidden}", { maker: "{ben}" }), NOBODY_YET],
      [
        "in an earlier space",
        item("{ada.ended.packet}", "{ada.ended.bare}", { couple: "{dan.ended}" }),
        PREPARING,
      ],
    ] as const
  ).map(
    ([how, sql, given]): Particular => ({
      says: `nobody puts anything in ${how}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  ),
  {
    says: "something is put in while it is being prepared",
    by: "ada",
    given: PREPARING,
    try: item("{ada.packet}", "{ada.hidden}"),
    ends: "done",
  },
  {
    says: "what the other showed and agreed to is read",
    by: "ben",
    try: `${of("packet_items", "{ada.packet}")} and shown`,
    ends: "done",
  },
  {
    says: "what the other kept and put in is not read",
    by: "ben",
    try: itemsOf("{ada.feeling.withdrawn}"),
    ends: "no rows",
  },
  {
    says: "it is read by whoever put it in",
    by: "ada",
    try: itemsOf("{ada.feeling.withdrawn}"),
    ends: "done",
  },
  {
    says: "what was kept when it was put in is not read when it is shown later",
    by: "ben",
    given: shows("{ada.feeling.withdrawn}", "partner"),
    try: itemsOf("{ada.feeling.withdrawn}"),
    ends: "no rows",
  },
  {
    says: "to say that it was shown does not make it so",
    by: "ben",
    given: `${PREPARING}; ${item("{ada.packet}", "{ada.hidden}")}; update packet_parts set consented_on = '2026-03-12'; ${shows("{ada.hidden}", "partner")}`,
    try: itemsOf("{ada.hidden}"),
    ends: "no rows",
  },
  {
    says: "what is only being prepared is not read, though it is shown where it stands",
    by: "ben",
    try: of("packet_items", "{ada.packet.preparing}"),
    ends: "no rows",
  },
  {
    says: "what is in one of one's own is not read, though it is shown where it stands",
    by: "ben",
    try: of("packet_items", "{ada.packet.own}"),
    ends: "no rows",
  },
  {
    says: "it is read no more the moment it is withdrawn",
    by: "ben",
    given: "update packet_parts set consented_on = null where author_id = '{ada}'",
    try: of("packet_items", "{ada.packet}"),
    ends: "no rows",
  },
  ...(["ada", "ben"] as const).map(
    (by): Particular => ({
      says: `what is taken back leaves every packet with it, for ${by}`,
      by,
      given: shows("{ada.feeling}", "only_me"),
      try: itemsOf("{ada.feeling}"),
      ends: "no rows",
    }),
  ),
  {
    says: "words that are taken back leave by themselves",
    by: "ada",
    given:
      "update entry_words set audience = 'only_me' where author_id = '{ada}' and entry_id = '{ada.feeling}'",
    try: itemsOf("{ada.feeling}"),
    ends: "no rows",
  },
  {
    says: "words that are taken back leave their numbers where they are",
    by: "ada",
    given:
      "update entry_words set audience = 'only_me' where author_id = '{ada}' and entry_id = '{ada.told}'",
    try: portionOf("{ada.told}", "numbers"),
    ends: "done",
  },
  {
    says: "words that are taken back take no other entry's along",
    by: "ada",
    given:
      "update entry_words set audience = 'only_me' where author_id = '{ada}' and entry_id = '{ada.told}'",
    try: itemsOf("{ada.feeling}"),
    ends: "done",
  },
  {
    says: "numbers that are taken back leave, though their words were kept",
    by: "ada",
    given: shows("{ada.halved}", "only_me"),
    try: itemsOf("{ada.halved}"),
    ends: "no rows",
  },
  ...(
    [
      [
        "words that are kept beside numbers are not read",
        anew("{ada.halved}", "words"),
        "{ada.halved}",
        "words",
        "no rows",
      ],
      [
        "numbers are read beside words that are kept",
        anew("{ada.halved}", "numbers"),
        "{ada.halved}",
        "numbers",
        "done",
      ],
      [
        "what has no words is read where it is shown",
        anew("{ada.bare}", "words"),
        "{ada.bare}",
        "words",
        "done",
      ],
      [
        "words are read as they stand, whatever was kept before",
        anew(
          "{ada.told}",
          "words",
          `insert into entry_words
           select couple_id, author_id, entry_id, field, 99, 'only_me', '2026-03-04', false, ciphertext
           from entry_words where author_id = '{ada}' and entry_id = '{ada.told}' and superseded_on is null limit 1`,
        ),
        "{ada.told}",
        "words",
        "done",
      ],
    ] as const
  ).map(
    ([says, given, entry, portion, ends]): Particular => ({
      says,
      by: "ben",
      given,
      try: portionOf(entry, portion),
      ends,
    }),
  ),
  {
    says: "what is hidden where it stands is not read here, whatever is said of it",
    by: "ben",
    given: "update packet_items set shown = true where entry_id = '{ada.feeling.withdrawn}'",
    try: itemsOf("{ada.feeling.withdrawn}"),
    ends: "no rows",
  },
  {
    says: "nor is it seen so through the other's eyes",
    by: "ada through ben's eyes",
    given: "update packet_items set shown = true where entry_id = '{ada.feeling.withdrawn}'",
    try: itemsOf("{ada.feeling.withdrawn}"),
    ends: "no rows",
  },
  {
    says: "what is shown once more takes nothing out",
    by: "ada",
    given: shows("{ada.feeling}", "partner"),
    try: itemsOf("{ada.feeling}"),
    ends: "done",
  },
  {
    says: "an entry of the same id in an earlier space takes nothing out when it is taken back",
    by: "ada",
    given: `${twinOf("{ada.feeling}", "'{ada}', '{dan.ended}'")}; update entries set audience = 'only_me' where id = '{ada.feeling}' and couple_id = '{dan.ended}'`,
    try: itemsOf("{ada.feeling}"),
    ends: "done",
  },
  {
    says: "nobody takes out what the other put in",
    by: "ben",
    try: "delete from packet_items where author_id = '{ada}'",
    ends: "no rows",
  },
  {
    says: "a grant alone changes nothing that was put in",
    by: "ada",
    given: "grant update on packet_items to keel_app",
    try: "update packet_items set shown = shown",
    ends: "no rows",
  },
];

const asks = (name: string, id: string, maker = "{ada}") =>
  `select 1 where app.${name}('{ada.couple}', '${maker}', '${id}'${name === "reads_packet" ? "" : `, '${maker}'`})`;
/** Each asks with its caller's own rights. */
export const asked: readonly Particular[] = [
  {
    says: "a packet of both is read by both",
    by: "ben",
    try: asks("reads_packet", "{ada.packet}"),
    ends: "done",
  },
  {
    says: "a packet of one's own is not said to be there",
    by: "ben",
    try: asks("reads_packet", "{ada.packet.own}"),
    ends: "no rows",
  },
  {
    says: "what one prepares oneself is known to oneself",
    by: "ada",
    try: asks("is_being_prepared", "{ada.packet.preparing}"),
    ends: "done",
  },
  {
    says: "what was agreed to is not being prepared",
    by: "ada",
    try: asks("is_being_prepared", "{ada.packet}"),
    ends: "no rows",
  },
  {
    says: "that the other prepares something is not told",
    by: "ben",
    try: asks("is_being_prepared", "{ada.packet.preparing}"),
    ends: "no rows",
  },
  {
    says: "what the other agreed to is told",
    by: "ben",
    try: asks("is_consented_to", "{ada.packet}"),
    ends: "done",
  },
  {
    says: "what is being prepared was not agreed to",
    by: "ada",
    try: asks("is_consented_to", "{ada.packet.preparing}"),
    ends: "no rows",
  },
  {
    says: "what the other agreed to for themselves is not told",
    by: "ben",
    try: asks("is_consented_to", "{ada.packet.own}"),
    ends: "no rows",
  },
];
