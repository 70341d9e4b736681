import type { Particular } from "@/tests/privacy/tables/promise";

/** Numbers that were never shown stay so through the lens, whatever became of their entry. */
export const lensOnNumbers: readonly Particular[] = [
  {
    says: "numbers that were not shown are not seen through the partner's eyes",
    by: "ada through ben's eyes",
    given: "update check_ins set shown = false",
    try: "select 1 from check_ins",
    ends: "no rows",
  },
];

const meant = "select 1 where app.is_for_the_other('{ada.couple}', '{ada}', '{ada.correction}')";
/** Whom a correction is meant for is told to its author alone. */
export const is_for_the_other: readonly Particular[] = [
  { says: "a correction is meant for the other, to its author", by: "ada", try: meant, ends: "done" },
  {
    says: "whom a correction is meant for is not told to its reader",
    by: "ben",
    try: meant,
    ends: "no rows",
  },
];

/** What no rule of rows can say of the lens. */
export const lens: readonly Particular[] = [
  {
    says: "a correction for the therapist's room is not seen through the partner's eyes, however it was shown",
    by: "ben through ada's eyes",
    given: "update entries set audience = 'partner' where kind = 'correction'",
    try: "select 1 from entries e join announcements c on c.entry_id = e.id where c.way = 'with_therapist'",
    ends: "no rows",
  },
  {
    says: "a correction that waits for the partner's time is seen through their eyes as if it had come",
    by: "ada through ben's eyes",
    given: "update announcements set way = 'at_time', reaches_at = now() + interval '5 hours'",
    try: "select 1 from entries where kind = 'correction' and author_id = '{ada}'",
    ends: "done",
  },
  {
    says: "a partner's correction that has not reached one is not seen through the lens either",
    by: "ada through ben's eyes",
    given: "update announcements set reaches_at = now() + interval '5 hours'",
    try: "select 1 from entries where kind = 'correction' and author_id = '{ben}'",
    ends: "no rows",
  },
];
