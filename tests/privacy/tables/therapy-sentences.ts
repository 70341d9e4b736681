import { neverRewritten, shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import { FREE_DAY, type Particular } from "@/tests/privacy/tables/promise";

type Kind = "couple" | "individual";
const session = (at: string, kind: Kind, { author = "{ada}", couple = "{ada.couple}" } = {}) =>
  `insert into therapy_sessions (couple_id, author_id, entry_id, kind) values ('${couple}', '${author}', '${at}', '${kind}')`;

type Place = { readonly author?: string; readonly couple?: string; readonly at?: string };
const part = (
  toAuthor: string,
  toEntry: string,
  kind: Kind = "couple",
  { author = "{ada}", couple = "{ada.couple}", at = "{ada.hidden}" }: Place = {},
) =>
  `insert into therapy_parts (couple_id, author_id, entry_id, to_author_id, to_entry_id, kind)
   values ('${couple}', '${author}', '${at}', '${toAuthor}', '${toEntry}', '${kind}')`;

/** An entry of a kind that stands somewhere by the id of another. */
const namesake = (id: string, audience: string, authorAndCouple = "'{ada}', '{ada.couple}'") =>
  `insert into entries (author_id, couple_id, id, kind, happened_on, time_zone, written_on, audience)
   values (${authorAndCouple}, '${id}', 'therapy_session', '${FREE_DAY}', 'UTC', '${FREE_DAY}', '${audience}')`;

const gone = (entry: string) => `delete from entries where author_id = '{ada}' and id = '${entry}'`;
const partsFor = (entry: string, author: string) =>
  `select 1 from therapy_parts where author_id = '${author}' and to_entry_id = '${entry}'`;
const earlier: Place = { couple: "{dan.ended}", at: "{ada.ended.bare}" };

/** Whatever way is tried, and whatever became of the session. */
const neverShown: readonly Particular[] = [
  {
    says: "a session of one's own is never shown",
    by: "ada",
    try: shows("{ada.sitting.own}", "partner"),
    ends: "refused by trigger",
  },
  {
    says: "what is said for one is never shown",
    by: "ada",
    try: shows("{ada.agenda.own}", "partner"),
    ends: "refused by trigger",
  },
  {
    says: "what was said for one is never shown, though the session is gone",
    by: "ada",
    given: gone("{ada.sitting.own}"),
    try: shows("{ada.agenda.own}", "partner"),
    ends: "refused by trigger",
  },
  {
    says: "a session of both that was taken back is shown again",
    by: "ada",
    try: shows("{ada.sitting.withdrawn}", "partner"),
    ends: "done",
  },
  {
    says: "what one keeps for a session of both is shown when its author wants to",
    by: "ada",
    try: shows("{ada.agenda.kept}", "partner"),
    ends: "done",
  },
  {
    says: "a session of one's own is kept, however often that is said",
    by: "ada",
    try: shows("{ada.sitting.own}", "only_me"),
    ends: "done",
  },
  {
    says: "a session of one's own of the same id in an earlier space keeps nothing here from being shown",
    by: "ada",
    given: `${namesake("{ada.hidden}", "only_me", "'{ada}', '{dan.ended}'")}; ${session("{ada.hidden}", "individual", { couple: "{dan.ended}" })}`,
    try: shows("{ada.hidden}", "partner"),
    ends: "done",
  },
];

export const therapy_sessions: readonly Particular[] = [
  ...neverShown,
  {
    says: "a session of both is noted in what is shown",
    by: "ada",
    try: session("{ada.bare}", "couple"),
    ends: "done",
  },
  {
    says: "a session of one's own is not noted in what is shown",
    by: "ada",
    try: session("{ada.bare}", "individual"),
    ends: "refused by policy",
  },
  {
    says: "a session of one's own is not noted in what is shown, for what is kept by the same id elsewhere",
    by: "ada",
    given: namesake("{ada.bare}", "only_me", "'{ada}', '{dan.ended}'"),
    try: session("{ada.bare}", "individual"),
    ends: "refused by policy",
  },
  {
    says: "a session of both is noted in what one keeps",
    by: "ada",
    try: session("{ada.hidden}", "couple"),
    ends: "done",
  },
  {
    says: "no session is noted in the other's name",
    by: "ada",
    try: session("{ben.bare}", "couple", { author: "{ben}" }),
    ends: "refused by policy",
  },
  {
    says: "no session is noted in an earlier space",
    by: "ada",
    try: session("{ada.ended.bare}", "couple", { couple: "{dan.ended}" }),
    ends: "refused by policy",
  },
  {
    says: "only a session is written down before its day",
    by: "ada",
    try: `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
          values ('{ada.couple}', '{ada}', gen_random_uuid(), 'hard_day', '2026-10-11', 'UTC', '${FREE_DAY}', 'only_me')`,
    ends: "refused by check",
  },
  {
    says: "a session is written down before its day",
    by: "ada",
    try: `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
          values ('{ada.couple}', '{ada}', gen_random_uuid(), 'therapy_session', '2026-10-11', 'UTC', '${FREE_DAY}', 'only_me')`,
    ends: "done",
  },
  {
    says: "a session is read no more the moment it is withdrawn",
    by: "ben",
    given: shows("{ada.sitting}", "only_me"),
    try: "select 1 from therapy_sessions where entry_id = '{ada.sitting}'",
    ends: "no rows",
  },
  ...twins("therapy_sessions", "{ada.sitting.withdrawn}"),
  ...neverRewritten("therapy_sessions", "kind"),
];

export const therapy_parts: readonly Particular[] = [
  ...(
    [
      ["a session that the other took back", part("{ben}", "{ben.sitting.withdrawn}")],
      ["the other's own session", part("{ben}", "{ben.sitting.own}", "individual")],
      ["the other's own session, as if it were of both", part("{ben}", "{ben.sitting.own}")],
      ["a session of both, as if it were one's own", part("{ben}", "{ben.sitting}", "individual")],
      ["one's own session, as if it were of both", part("{ada}", "{ada.sitting.own}")],
      [
        "a session taken back a moment ago",
        part("{ben}", "{ben.sitting}"),
        shows("{ben.sitting}", "only_me"),
      ],
      [
        "a hidden session, for a session of the same id elsewhere",
        part("{ben}", "{ben.sitting.withdrawn}"),
        `${namesake("{ben.sitting.withdrawn}", "partner")}; ${session("{ben.sitting.withdrawn}", "couple")}`,
      ],
      ["what is no session", part("{ben}", "{ben.feeling}")],
      ["a session of which somebody else is named as its author", part("{cleo}", "{ben.sitting}")],
      [
        "a session, in the other's name",
        part("{ada}", "{ada.sitting}", "couple", { author: "{ben}", at: "{ben.bare}" }),
      ],
      ["another couple's session", part("{cleo}", "{cleo.sitting}")],
      ["one's own of an earlier space, from the present one", part("{ada}", "{ada.ended.sitting}")],
      ["one's own of an earlier space, there", part("{ada}", "{ada.ended.sitting}", "couple", earlier)],
      [
        "a session of the present space, in an earlier one",
        part("{ben}", "{ben.sitting}", "couple", earlier),
      ],
      [
        "one's own session, in what is shown",
        part("{ada}", "{ada.sitting.own}", "individual", { at: "{ada.bare}" }),
      ],
    ] as const
  ).map(
    ([of, sql, given]): Particular => ({
      says: `nothing is said for ${of}`,
      by: "ada",
      try: sql,
      ends: "refused by policy",
      ...(given ? { given } : {}),
    }),
  ),
  ...(
    [
      ["a session of both that one noted", part("{ada}", "{ada.sitting}")],
      ["a session of both that the other noted", part("{ben}", "{ben.sitting}")],
      ["a session of both, in what is shown", part("{ben}", "{ben.sitting}", "couple", { at: "{ada.bare}" })],
      ["one's own session, in what one keeps", part("{ada}", "{ada.sitting.own}", "individual")],
    ] as const
  ).map(
    ([of, sql]): Particular => ({ says: `something is said for ${of}`, by: "ada", try: sql, ends: "done" }),
  ),
  ...(
    [
      ["taken back", shows("{ada.sitting}", "only_me")],
      ["deleted", gone("{ada.sitting}")],
    ] as const
  ).flatMap(([how, given]): readonly Particular[] => [
    {
      says: `what one said for a session of one's own noting is read no more when that is ${how}`,
      by: "ben",
      given,
      try: partsFor("{ada.sitting}", "{ada}"),
      ends: "no rows",
    },
    {
      says: `it stays one's own when the session is ${how}`,
      by: "ada",
      given,
      try: partsFor("{ada.sitting}", "{ada}"),
      ends: "done",
    },
    {
      says: `what the other said for it is read as before when it is ${how}`,
      by: "ada",
      given,
      try: partsFor("{ada.sitting}", "{ben}"),
      ends: "done",
    },
    {
      says: `what one said for the other's session is read as before when one's own is ${how}`,
      by: "ben",
      given,
      try: partsFor("{ben.sitting}", "{ada}"),
      ends: "done",
    },
  ]),
  {
    says: "what one said for a session that is shown again stays as it is",
    by: "ben",
    given: shows("{ada.sitting}", "partner"),
    try: partsFor("{ada.sitting}", "{ada}"),
    ends: "done",
  },
  {
    says: "it is read no more the moment it is withdrawn",
    by: "ben",
    given: shows("{ada.agenda}", "only_me"),
    try: "select 1 from therapy_parts where entry_id = '{ada.agenda}'",
    ends: "no rows",
  },
  ...twins("therapy_parts", "{ada.agenda.kept}"),
  ...neverRewritten("therapy_parts", "to_entry_id"),
];

const mark = (
  toAuthor: string,
  toEntry: string,
  { author = "{ada}", couple = "{ada.couple}" }: Omit<Place, "at"> = {},
) =>
  `insert into therapy_marks (couple_id, author_id, to_author_id, to_entry_id)
   values ('${couple}', '${author}', '${toAuthor}', '${toEntry}')`;
const unmarked = "delete from therapy_marks";

export const therapy_marks: readonly Particular[] = [
  ...(
    [
      ["the other shows", mark("{ben}", "{ben.feeling}")],
      ["one keeps", mark("{ada}", "{ada.hidden}")],
      ["one shows", mark("{ada}", "{ada.feeling}")],
    ] as const
  ).map(
    ([what, sql]): Particular => ({
      says: `what ${what} can be marked for a session`,
      by: "ada",
      given: unmarked,
      try: sql,
      ends: "done",
    }),
  ),
  ...(
    [
      ["what the other took back", mark("{ben}", "{ben.sitting.withdrawn}")],
      ["a session that the other goes to alone", mark("{ben}", "{ben.sitting.own}")],
      [
        "what the other took back a moment ago",
        mark("{ben}", "{ben.feeling}"),
        shows("{ben.feeling}", "only_me"),
      ],
      ["what never was", mark("{ben}", "00000000-0000-4000-8000-00000000000f")],
      ["what somebody else is said to have written", mark("{ada}", "{ben.feeling}")],
      [
        "what is hidden, for what is shown by the same id elsewhere",
        mark("{ben}", "{ben.sitting.withdrawn}"),
        namesake("{ben.sitting.withdrawn}", "partner"),
      ],
      ["what another couple shows", mark("{cleo}", "{cleo.sitting}")],
      ["one's own, in the other's name", mark("{ada}", "{ada.feeling}", { author: "{ben}" })],
      ["one's own of an earlier space, from the present one", mark("{ada}", "{ada.ended.sitting}")],
      [
        "one's own of an earlier space, there",
        mark("{ada}", "{ada.ended.sitting}", { couple: "{dan.ended}" }),
      ],
    ] as const
  ).map(
    ([what, sql, given]): Particular => ({
      says: `nobody marks ${what}`,
      by: "ada",
      given: [unmarked, given].filter(Boolean).join("; "),
      try: sql,
      ends: "refused by policy",
    }),
  ),
  ...(
    [
      ["taken back", shows("{ben.sitting}", "only_me")],
      ["deleted", "delete from entries where author_id = '{ben}' and id = '{ben.sitting}'"],
    ] as const
  ).map(
    ([how, given]): Particular => ({
      says: `a mark says nothing of whether what it names was ${how}`,
      by: "ada",
      given,
      try: "select 1 from therapy_marks where to_entry_id = '{ben.sitting}'",
      ends: "done",
    }),
  ),
];

const asked = (entry: string) => `select 1 where app.is_kept('{ada.couple}', '{ada}', '${entry}')`;
/** Whether something is kept is told to whoever keeps it. */
export const is_kept: readonly Particular[] = [
  {
    says: "that something is kept is told to its author",
    by: "ada",
    try: asked("{ada.hidden}"),
    ends: "done",
  },
  {
    says: "of what is shown it is not said to be kept",
    by: "ada",
    try: asked("{ada.bare}"),
    ends: "no rows",
  },
  {
    says: "that something is kept is not told to the other",
    by: "ben",
    try: asked("{ada.hidden}"),
    ends: "no rows",
  },
];
