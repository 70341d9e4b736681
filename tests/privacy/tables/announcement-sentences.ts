import { chooses, hasNotChosen } from "@/tests/privacy/tables/choice-sentences";
import { entryBefore, spaceBefore } from "@/tests/privacy/tables/earlier-space";
import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import { type Particular, SPARE } from "@/tests/privacy/tables/promise";

const corrects = (at = "{ada.bare}", { author = "{ada}", couple = "{ada.couple}" } = {}) =>
  `insert into announcements (couple_id, author_id, entry_id) values ('${couple}', '${author}', '${at}')`;
/** As an author would who wants to decide themselves when it reaches the other. */
const presses = `insert into announcements (couple_id, author_id, entry_id, way, reaches_at)
                 values ('{ada.couple}', '{ada}', '{ada.bare}', 'now', now() - interval '1 day')`;
const reached = (entry = "{ada.bare}") =>
  `select 1 where app.has_reached('{ada.couple}', '{ada}', '${entry}')`;

const theirClock = "'Pacific/Kiritimati'";
const aMinuteAgo = `to_char(now() at time zone ${theirClock} - interval '1 minute', 'HH24:MI')`;
/**
 * Kiritimati's clock and Pago Pago's are never the same, so that nobody else's is taken for the reader's. What the other
 * corrects has reached them where its moment is the next at which their clock shows what they chose.
 */
const waitsForTheClockOf = (reader: string, couple: string) => `
  update accounts set time_zone = case id when '${reader}' then ${theirClock} else 'Pacific/Pago_Pago' end;
  delete from reach_choices; delete from announcements;
  insert into reach_choices (couple_id, author_id, way, local_time) values ('${couple}', '${reader}', 'at_time', ${aMinuteAgo});
  insert into announcements (couple_id, author_id, entry_id)
  select couple_id, author_id, id from entries where couple_id = '${couple}' and author_id <> '${reader}' and audience = 'partner';
  update announcements set reaches_at = case
    when to_char(reaches_at at time zone ${theirClock}, 'HH24:MI') = ${aMinuteAgo}
      and reaches_at between now() + interval '23 hours' and now() + interval '24 hours' then now() end`;

/** Hidden by its author, the other chooses otherwise, and it is shown again. */
const takenBackAndShown = (entry: string, way: "with_therapist" | "at_time") =>
  `${shows(entry, "only_me")}; ${way === "at_time" ? chooses("ben", way, aMinuteAgo) : chooses("ben", way)};
   ${shows(entry, "partner")}`;

const reaching: readonly Particular[] = [
  {
    says: "a correction reaches the other at once where they have chosen nothing, whatever others have chosen",
    by: "ben",
    given: `${hasNotChosen("ben")}; ${chooses("ada", "with_therapist")}; ${corrects()}`,
    try: reached(),
    ends: "done",
  },
  {
    says: "a correction reaches the other at once where they have chosen so",
    by: "ben",
    given: `${chooses("ben", "now")}; ${corrects()}`,
    try: reached(),
    ends: "done",
  },
  ...(
    [
      ["ada", "{ada.couple}"],
      ["ben", "{ada.couple}"],
      ["cleo", "{cleo.couple}"],
    ] as const
  ).map(
    ([reader, couple]): Particular => ({
      says: `a correction reaches ${reader} the next time their clock shows what they have chosen`,
      by: reader,
      given: waitsForTheClockOf(`{${reader}}`, couple),
      try: "select 1 from announcements c where app.has_reached(c.couple_id, c.author_id, c.entry_id)",
      ends: "done",
    }),
  ),
  ...(
    [
      ["later", chooses("ben", "at_time", aMinuteAgo)],
      ["in the therapist's room", chooses("ben", "with_therapist")],
    ] as const
  ).flatMap(([when, given]): Particular[] => [
    {
      says: `an author does not bring it about at once where the other has chosen ${when}`,
      by: "ben",
      given: `${given}; ${presses}`,
      try: reached(),
      ends: "no rows",
    },
    {
      says: `an author does not call it at once where the other has chosen ${when}`,
      by: "ada",
      given,
      try: `with made as (${presses} returning way) select 1 from made where way = 'now'`,
      ends: "no rows",
    },
  ]),
  ...(["with_therapist", "at_time"] as const).map(
    (way): Particular => ({
      says: `taken back and shown again, what was not opened reaches the other as they have chosen by now: ${way}`,
      by: "ben",
      given: takenBackAndShown("{ada.correction}", way),
      try: reached("{ada.correction}"),
      ends: "no rows",
    }),
  ),
  {
    says: "taken back and shown again, what they have opened is theirs to read at once",
    by: "ben",
    given: takenBackAndShown("{ada.correction.opened}", "with_therapist"),
    try: reached("{ada.correction.opened}"),
    ends: "done",
  },
  {
    says: "something that is shown again takes nothing else away",
    by: "ben",
    given: takenBackAndShown("{ada.correction.opened}", "with_therapist"),
    try: reached("{ada.correction}"),
    ends: "done",
  },
  {
    says: "what is kept for the therapist's room is not brought out of it by being shown, whatever they choose later",
    by: "ben",
    given: `${chooses("ben", "now")}; ${shows("{ada.correction.kept}", "partner")}`,
    try: reached("{ada.correction.kept}"),
    ends: "no rows",
  },
  {
    says: "what is shown once more as it was reaches the other no later",
    by: "ben",
    given: `${chooses("ben", "with_therapist")}; ${shows("{ada.correction}", "partner")}`,
    try: reached("{ada.correction}"),
    ends: "done",
  },
  {
    says: "the way that its author is told of what is shown again is the same whether it was opened or not",
    by: "ada",
    given: `${takenBackAndShown("{ada.correction}", "with_therapist")}; ${takenBackAndShown("{ada.correction.opened}", "with_therapist")}`,
    try: `select 1 from announcements a join announcements b on (a.way, b.way) = ('with_therapist', 'with_therapist')
          where a.entry_id = '{ada.correction}' and b.entry_id = '{ada.correction.opened}'`,
    ends: "done",
  },
  {
    says: "what has reached the other stays reached when they choose otherwise",
    by: "ben",
    given: chooses("ben", "with_therapist"),
    try: reached("{ada.correction}"),
    ends: "done",
  },
];

/** Tables in which a correction is something, and what of it is one's own to be told. */
const everywhere = (entry: string) =>
  [
    ["entry", `select 1 from entries where id = '${entry}'`],
    ["words", `select 1 from entry_words where entry_id = '${entry}'`],
    ["way", `select 1 from announcements where entry_id = '${entry}'`],
    ["time", reached(entry)],
  ] as const;
const showsWords = (entry: string) =>
  `${shows(entry, "partner")}; update entry_words set audience = 'partner' where entry_id = '${entry}'`;

const unread: readonly (readonly [says: string, entry: string, given: string])[] = [
  ["that waits is as if it had not been written", "{ada.correction.waiting}", "select 1"],
  ["that is kept for the therapist's room is not read", "{ada.correction.kept}", "select 1"],
  [
    "that is kept for the therapist's room is not read by being shown, words and all",
    "{ada.correction.kept}",
    showsWords("{ada.correction.kept}"),
  ],
  [
    "that waits is not read a moment before its time",
    "{ada.correction.waiting}",
    "update announcements set reaches_at = now() + interval '1 second'",
  ],
  ["that was withdrawn is read no more", "{ada.correction.withdrawn}", "select 1"],
];
const read: readonly (readonly [says: string, entry: string, given: string])[] = [
  ["that has reached the other is read", "{ada.correction}", "select 1"],
  [
    "that waited is read at its time",
    "{ada.correction.waiting}",
    "update announcements set reaches_at = now() where entry_id = '{ada.correction.waiting}'",
  ],
  [
    "that is shown again is read again",
    "{ada.correction.withdrawn}",
    showsWords("{ada.correction.withdrawn}"),
  ],
];
const of = (some: typeof read, ends: Particular["ends"]) =>
  some.flatMap(([says, entry, given]) =>
    everywhere(entry).map(
      ([what, sql]): Particular => ({
        says: `a correction ${says} (${what})`,
        by: "ben",
        given,
        try: sql,
        ends,
      }),
    ),
  );

const before = `${spaceBefore}; ${entryBefore("{ada}", SPARE.account, "correction")};
  insert into announcements (couple_id, author_id, entry_id) values ('${SPARE.couple}', '{ada}', '${SPARE.account}')`;

/** Whether a correction has reached the other is told to nobody but them. */
export const has_reached: readonly Particular[] = [
  ...["{ada.correction}", "{ada.correction.waiting}"].map(
    (entry): Particular => ({
      says: `its author is not told whether it has reached the other: asking again and again would tell their time (${entry})`,
      by: "ada",
      try: reached(entry),
      ends: "no rows",
    }),
  ),
  ...["cleo", "dan", "anonymous"].map(
    (by): Particular => ({
      says: `${by} is not told whether a correction has reached somebody else`,
      by,
      try: reached("{ada.correction}"),
      ends: "no rows",
    }),
  ),
  {
    says: "whether a correction has reached one in an earlier space of the same two is not told",
    by: "ben",
    given: before,
    try: `select 1 where app.has_reached('${SPARE.couple}', '{ada}', '${SPARE.account}')`,
    ends: "no rows",
  },
];

export const announcements: readonly Particular[] = [
  ...reaching,
  ...of(unread, "no rows"),
  ...of(read, "done"),
  ...(
    [
      ["in the other's name", corrects("{ben.bare}", { author: "{ben}" })],
      ["in an earlier space", corrects("{ada.ended.bare}", { couple: "{dan.ended}" })],
    ] as const
  ).map(
    ([where, sql]): Particular => ({
      says: `nothing is corrected ${where}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
    }),
  ),
  {
    says: "nothing is corrected where nobody is told",
    by: "dan",
    try: `insert into announcements (couple_id, author_id, entry_id)
          select couple_id, author_id, id from entries where couple_id = '{dan.couple}' limit 1`,
    ends: "refused by policy",
  },
  ...twins("announcements", "{ada.correction.withdrawn}"),
  ...neverRewritten("announcements", "way"),
];
