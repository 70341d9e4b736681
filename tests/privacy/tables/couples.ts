import {
  concerned,
  here,
  mine,
  mineHere,
  nobody,
  type Rule,
  SPARE,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const shownHere: Rule = (row, asker, all) => here(row, asker, all) && row.audience === "partner";
const member: Rule = (row, asker, all) =>
  asker.id !== null &&
  (all.members ?? []).some((one) => one.couple_id === row.id && one.account_id === asker.id);

export const couples: TablePromise = {
  key: ["id"],
  columns: { id: "plain", ended_at: "plain" },
  viewer: { read: { rows: member, never: ["ended_at"] } },
  system: {
    read: { rows: concerned((row) => row.id) },
    add: { row: (asker) => (asker.subjects.includes(SPARE.couple) ? { id: SPARE.couple } : null) },
    change: {
      rows: (row, asker) => asker.subjects.includes(String(row.id)) && row.ended_at === null,
      columns: { ended_at: "now()" },
    },
  },
  particulars: [
    {
      says: "an ended space is never opened again",
      by: "the system about ada",
      try: "update couples set ended_at = null",
      ends: "refused by policy",
    },
    {
      says: "no space begins as an ended one",
      by: "the system about ada",
      try: `insert into couples (id, ended_at) values ('${SPARE.couple}', now())`,
      ends: "refused by policy",
    },
    {
      says: "no space begins that the transaction is not about",
      by: "the system about ada",
      try: "insert into couples (id) values (gen_random_uuid())",
      ends: "refused by policy",
    },
  ],
};

export const members: TablePromise = {
  key: ["couple_id", "account_id"],
  columns: { couple_id: "plain", account_id: "plain" },
  viewer: { read: { rows: (row, asker, all) => mine(row, asker, all) || here(row, asker, all) } },
  system: {
    read: { rows: concerned((row) => row.account_id) },
    add: {
      first: `insert into couples (id) values ('${SPARE.couple}')`,
      row: (asker) => (asker.id ? { couple_id: SPARE.couple, account_id: asker.id } : null),
    },
  },
  particulars: [
    {
      says: "nobody is put into a space the transaction is not about",
      by: "the system about ada",
      try: "insert into members (couple_id, account_id) values ('{cleo.couple}', '{ada}')",
      ends: "refused by policy",
    },
    {
      says: "a third person is never put into a space of two",
      by: "the system about ada",
      given: `insert into accounts (id, email, passphrase_hash, recovery_hash, time_zone) values ('${SPARE.account}', 'third@example.org', '', '', 'UTC')`,
      try: `insert into members (couple_id, account_id) values ('{ada.couple}', '${SPARE.account}')`,
      ends: "refused by trigger",
    },
    {
      says: "nobody is put into a space that has ended",
      by: "the system about ada",
      given: `insert into couples (id, ended_at) values ('${SPARE.couple}', now())`,
      try: `insert into members (couple_id, account_id) values ('${SPARE.couple}', '{ada}')`,
      ends: "refused by policy",
    },
    {
      says: "nobody is put into a space on behalf of somebody else",
      by: "the system about ada",
      given: `insert into couples (id) values ('${SPARE.couple}')`,
      try: `insert into members (couple_id, account_id) values ('${SPARE.couple}', '{ben}')`,
      ends: "refused by policy",
    },
  ],
};

export const member_roles: TablePromise = {
  key: ["couple_id", "author_id"],
  columns: { couple_id: "plain", author_id: "plain", role: "plain", audience: "plain" },
  viewer: {
    read: { rows: (row, asker, all) => mine(row, asker, all) || shownHere(row, asker, all) },
    add: {
      first: "delete from member_roles",
      row: (asker) => spaceOf(asker) && { ...spaceOf(asker), role: "both", audience: "only_me" },
    },
    change: { rows: mineHere, columns: { role: "'both'", audience: "'only_me'" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "a role is never handed to the partner, even were the column granted",
      by: "ada",
      given: "grant update on member_roles to keel_app; delete from member_roles where author_id = '{ben}'",
      try: "update member_roles set author_id = '{ben}'",
      ends: "refused by policy",
    },
    {
      says: "a role is never carried into an earlier space, even were the column granted",
      by: "ada",
      given:
        "grant update on member_roles to keel_app; delete from member_roles where couple_id = '{dan.ended}'",
      try: "update member_roles set couple_id = '{dan.ended}'",
      ends: "refused by policy",
    },
  ],
};

export const sharing_defaults: TablePromise = {
  key: ["couple_id", "author_id", "kind"],
  columns: { couple_id: "plain", author_id: "plain", kind: "plain", numbers: "plain", words: "plain" },
  viewer: {
    read: { rows: mine },
    add: {
      first: "delete from sharing_defaults",
      row: (asker) =>
        spaceOf(asker) && { ...spaceOf(asker), kind: "check_in", numbers: "only_me", words: "only_me" },
    },
    change: { rows: mine, onlyHere: true, columns: { numbers: "'only_me'", words: "'only_me'" } },
    remove: { rows: mine },
  },
  system: nobody,
  particulars: [
    {
      says: "what entries start with is not changed in an earlier space",
      by: "ada",
      try: "update sharing_defaults set words = 'partner'",
      ends: "refused by policy",
    },
  ],
};
