import {
  BYTES,
  bareOf,
  FREE_DAY,
  mine,
  nobody,
  type Rule,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const due: Rule = (row) => (row.next_at as Date) <= new Date();

export const reminders: TablePromise = {
  key: ["account_id", "kind"],
  columns: { account_id: "plain", kind: "plain", local_time: "plain", next_at: "plain", told: "plain" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from reminders",
      row: (asker) =>
        asker.id
          ? {
              account_id: asker.id,
              kind: "when_new",
              local_time: "20:00",
              next_at: "2026-10-10",
              told: false,
            }
          : null,
    },
    change: { rows: mine, columns: { local_time: "'20:00'", next_at: "now()", told: "true" } },
    remove: { rows: mine },
  },
  // A reminder that is due is nobody's secret from the one who sends it; moving it is about its owner alone.
  system: { read: { rows: due } },
  particulars: [
    {
      says: "a reminder that is not due is seen by no system that is not about its owner",
      by: "the system about ada",
      given: "update reminders set next_at = now() + interval '1 hour'",
      try: "select account_id from reminders where account_id <> '{ada}'",
      ends: "no rows",
    },
    {
      says: "a reminder that is not due is moved by no system",
      by: "the system about ada",
      given: "update reminders set next_at = now() + interval '1 hour'",
      try: "update reminders set next_at = now()",
      ends: "no rows",
    },
    {
      says: "a due reminder is moved by the system about its owner",
      by: "the system about ada",
      try: "update reminders set next_at = now() + interval '1 day' where account_id = '{ada}'",
      ends: "done",
    },
    {
      says: "a due reminder is not moved by a system about somebody else",
      by: "the system about ada",
      try: "update reminders set next_at = now() where account_id = '{ben}'",
      ends: "refused by policy",
    },
  ],
};

export const safety_checks: TablePromise = {
  key: ["account_id"],
  columns: { account_id: "plain", ciphertext: "ciphertext" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from safety_checks",
      row: (asker) => (asker.id ? { account_id: asker.id, ciphertext: BYTES } : null),
    },
    change: { rows: mine, columns: { ciphertext: "''" } },
    remove: { rows: mine },
  },
  system: nobody,
};

const leave = (account: string, id = "gen_random_uuid()") =>
  `insert into left_check_ins (account_id, id, day, ciphertext) values ('{${account}}', ${id}, '2026-10-10', '') on conflict do nothing`;
const tenWaitFor = (account: string) =>
  `delete from left_check_ins; insert into left_check_ins (account_id, id, day, ciphertext)
   select '{${account}}', ('00000000-0000-4000-8000-00000000000' || place)::uuid, '2026-10-10', '' from generate_series(0, 9) as place`;
const byTheDoor = "ada's locked device";

export const left_check_ins: TablePromise = {
  key: ["account_id", "id"],
  columns: { account_id: "plain", id: "plain", day: "plain", ciphertext: "ciphertext" },
  viewer: { read: { rows: mine }, remove: { rows: mine } },
  system: nobody,
  locked: {
    add: {
      row: (asker) =>
        asker.id ? { account_id: asker.id, id: SPARE.account, day: FREE_DAY, ciphertext: BYTES } : null,
    },
  },
  particulars: [
    {
      says: "nothing is left before the plain notice was read",
      by: byTheDoor,
      given: "update accounts set notice_read_on = null where id = '{ada}'",
      try: leave("ada"),
      ends: "refused by trigger",
    },
    {
      says: "ten may wait, and no eleventh",
      by: byTheDoor,
      given: tenWaitFor("ada"),
      try: leave("ada"),
      ends: "refused by trigger",
    },
    {
      says: "the tenth, sent again, is no eleventh",
      by: byTheDoor,
      given: tenWaitFor("ada"),
      try: leave("ada", "'00000000-0000-4000-8000-000000000009'"),
      ends: "no rows",
    },
    {
      says: "what waits for somebody else takes nobody's room",
      by: byTheDoor,
      given: tenWaitFor("ben"),
      try: leave("ada"),
      ends: "done",
    },
  ],
};

export const drafts: TablePromise = {
  key: ["account_id", "form"],
  columns: { account_id: "plain", form: "plain", ciphertext: "ciphertext" },
  viewer: {
    read: { rows: mine },
    add: {
      row: (asker) =>
        asker.id ? { account_id: asker.id, form: "check_in/2026-10-10", ciphertext: BYTES } : null,
    },
    change: { rows: mine, columns: { ciphertext: "''" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "a draft never changes hands, even were the column granted",
      by: "ada",
      given: "grant update on drafts to keel_app",
      try: "update drafts set account_id = '{ben}'",
      ends: "refused by policy",
    },
  ],
};

export const later_choices: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: { couple_id: "plain", author_id: "plain", entry_id: "plain", ask_at: "plain" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from later_choices",
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        return at && { ...at, ask_at: "2026-10-10" };
      },
    },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "being asked again is not begun in an earlier space",
      by: "ada",
      given: "delete from later_choices",
      try: "insert into later_choices (couple_id, author_id, entry_id, ask_at) select couple_id, author_id, id, now() from entries where couple_id = '{dan.ended}' and author_id = '{ada}' limit 1",
      ends: "refused by policy",
    },
    {
      says: "being asked again is not begun for somebody else",
      by: "ada",
      given: "delete from later_choices",
      try: "insert into later_choices (couple_id, author_id, entry_id, ask_at) select couple_id, author_id, id, now() from entries where author_id = '{ben}' limit 1",
      ends: "refused by policy",
    },
  ],
};
