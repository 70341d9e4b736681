import { shows, twins } from "@/tests/privacy/tables/feeling-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

const granted = (table: string) => `grant insert, update, delete on ${table} to keel_app`;

export const space_requests: readonly Particular[] = [
  {
    says: "that somebody asked for space is read no more the moment it is taken back",
    by: "ada",
    given: shows("{ben.space}", "only_me"),
    try: "select 1 from space_requests where entry_id = '{ben.space}'",
    ends: "no rows",
  },
  {
    says: "that somebody asked for space goes with its entry",
    by: "ada",
    given: "delete from entries where id = '{ben.space}'",
    try: "select 1 from space_requests where entry_id = '{ben.space}'",
    ends: "no rows",
  },
  {
    says: "nothing is asked for that has ended already",
    by: "ada",
    try: "insert into space_requests (couple_id, author_id, entry_id, until, over) values ('{ada.couple}', '{ada}', '{ada.bare}', now(), true)",
    ends: "refused by policy",
  },
  {
    says: "what has ended is not made to run again",
    by: "ben",
    given: "update space_requests set over = true",
    try: "update space_requests set over = false",
    ends: "refused by policy",
  },
  {
    says: "a time that has passed is marked by nobody, so that it does not tell when its author came back",
    by: "ada",
    try: "update space_requests set over = true where entry_id = '{ada.space.passed}'",
    ends: "no rows",
  },
  {
    says: "a request never changes hands, even were the column granted",
    by: "ben",
    given: granted("space_requests"),
    try: "update space_requests set over = true, author_id = '{ada}', entry_id = '{ada.bare}'",
    ends: "refused by policy",
  },
  {
    says: "a request is never carried into another space, even were the column granted",
    by: "ada",
    given: granted("space_requests"),
    try: "update space_requests set over = true, couple_id = '{dan.ended}', entry_id = '{ada.ended.bare}' where entry_id = '{ada.space.withdrawn}'",
    ends: "refused by policy",
  },
  {
    says: "a grant alone lets nobody take a request out of its entry",
    by: "ada",
    given: granted("space_requests"),
    try: "delete from space_requests",
    ends: "no rows",
  },
  ...twins("space_requests", "{ada.space.withdrawn}"),
];

const now = "until = now() + interval '1 hour', over = false";
const has = (person: string, either = true) => `select 1 where app.has_space('{${person}}', ${either})`;

/** For whom mail waits. */
export const has_space: readonly Particular[] = [
  {
    says: "mail waits for whom the other asked for space",
    by: "the system about ada",
    try: has("ada"),
    ends: "done",
  },
  { says: "mail waits for who asked for space", by: "the system about ben", try: has("ben"), ends: "done" },
  {
    says: "a daily mail waits for who asked for space",
    by: "the system about ben",
    try: has("ben", false),
    ends: "done",
  },
  {
    says: "a daily mail does not wait because the other asked for space",
    by: "the system about ada",
    given: "delete from space_requests where author_id = '{ada}'",
    try: has("ada", false),
    ends: "no rows",
  },
  {
    says: "mail does not wait for who asked for space and took it back",
    by: "the system about ada",
    given: "delete from space_requests where author_id = '{ben}'",
    try: has("ada"),
    ends: "no rows",
  },
  {
    says: "mail tells nobody that the other asked for space and took it back",
    by: "the system about ben",
    given: "delete from space_requests where author_id = '{ben}'",
    try: has("ben"),
    ends: "no rows",
  },
  ...(
    [
      ["whoever asked is back", "update space_requests set over = true"],
      ["the time has passed", "update space_requests set until = now() - interval '1 second'"],
      [
        "it was another couple that asked, or they in an earlier space",
        `delete from space_requests where couple_id = '{ada.couple}'; update space_requests set ${now}`,
      ],
    ] as const
  ).map(([says, given]) => ({
    says: `mail does not wait when ${says}`,
    by: "the system about ada",
    given,
    try: has("ada"),
    ends: "no rows" as const,
  })),
  {
    says: "whether somebody has space is not told to a system that is not about them",
    by: "the system about nobody",
    try: has("ada"),
    ends: "no rows",
  },
];
