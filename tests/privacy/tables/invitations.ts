import {
  BYTES,
  concerned,
  hexOf,
  mine,
  type Rule,
  SPARE,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const found = concerned(hexOf("link_hash"), hexOf("code_hash"));
const open: Rule = (row) =>
  row.accepted_at === null && row.revoked_at === null && (row.expires_at as Date) > new Date();

export const invitations: TablePromise = {
  key: ["couple_id", "author_id", "id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    id: "plain",
    link_hash: "hash",
    code_hash: "hash",
    expires_at: "plain",
    revoked_at: "plain",
    accepted_at: "plain",
  },
  viewer: {
    read: { rows: mine, never: ["link_hash", "code_hash"] },
    add: {
      columns: ["couple_id", "author_id", "id", "link_hash", "code_hash", "expires_at"],
      row: (asker) =>
        asker.partner === null && spaceOf(asker)
          ? {
              ...spaceOf(asker),
              id: SPARE.account,
              link_hash: BYTES,
              code_hash: BYTES,
              expires_at: "2026-10-10",
            }
          : null,
    },
    change: { rows: mine, columns: { revoked_at: "now()" } },
  },
  system: {
    read: { rows: found },
    change: {
      rows: (row, asker, all) => found(row, asker, all) && open(row, asker, all),
      columns: { accepted_at: "now()" },
    },
  },
  particulars: [
    {
      says: "an invitation taken back stays taken back",
      by: "dan",
      try: "update invitations set revoked_at = null",
      ends: "refused by policy",
    },
    {
      says: "an invitation once accepted cannot be made unaccepted",
      by: "the system about dan",
      try: "update invitations set accepted_at = null",
      ends: "refused by policy",
    },
    {
      says: "an invitation is not made as an accepted one, even were the column granted",
      by: "dan",
      given: "grant insert on invitations to keel_app",
      try: `insert into invitations (couple_id, author_id, id, link_hash, code_hash, expires_at, accepted_at)
            values ('{dan.couple}', '{dan}', gen_random_uuid(), '', '', now(), now())`,
      ends: "refused by policy",
    },
    ...(
      ["accepted_at = now()", "revoked_at = now()", "expires_at = now() - interval '1 second'"] as const
    ).map((gone) => ({
      says: `an invitation with ${gone} is accepted by nobody`,
      by: "the system about dan",
      given: `update invitations set ${gone}`,
      try: "update invitations set accepted_at = now()",
      ends: "no rows" as const,
    })),
    {
      says: "an invitation is found by its link alone",
      by: "the system about dan's link",
      try: "update invitations set accepted_at = now() returning id",
      ends: "done",
    },
    {
      says: "an invitation is found by its six words alone",
      by: "the system about dan's words",
      try: "update invitations set accepted_at = now() returning id",
      ends: "done",
    },
    {
      says: "nobody invites in another's name",
      by: "dan",
      try: `insert into invitations (couple_id, author_id, id, link_hash, code_hash, expires_at)
            values ('{dan.couple}', '{ben}', gen_random_uuid(), '', '', now())`,
      ends: "refused by policy",
    },
    {
      says: "two people are not joined by a third",
      by: "ada",
      try: `insert into invitations (couple_id, author_id, id, link_hash, code_hash, expires_at)
            values ('{ada.couple}', '{ada}', gen_random_uuid(), '', '', now())`,
      ends: "refused by policy",
    },
  ],
};
