import { asAGuest } from "@/tests/privacy/tables/guests";
import {
  BYTES,
  concerned,
  hexOf,
  mine,
  nobody,
  type Rule,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const self: Rule = (row, asker) => asker.id !== null && row.id === asker.id;
const account = concerned((row) => row.account_id);
const about = <T>({ id }: { id: string | null }, row: (id: string) => T): T | null => (id ? row(id) : null);

export const accounts: TablePromise = {
  key: ["id"],
  columns: {
    id: "plain",
    email: "plain",
    passphrase_hash: "hash",
    recovery_hash: "hash",
    time_zone: "plain",
    recovery_by_mail: "plain",
    writing_help: "plain",
    notice_read_on: "plain",
    current_couple_id: "plain",
    created_at: "plain",
  },
  viewer: {
    read: { rows: self, never: ["passphrase_hash", "recovery_hash", "created_at"] },
    change: {
      rows: self,
      columns: {
        time_zone: "'UTC'",
        recovery_by_mail: "false",
        writing_help: "true",
        notice_read_on: "now()",
      },
    },
  },
  system: {
    read: {
      rows: concerned(
        (row) => row.id,
        (row) => row.email,
      ),
    },
    add: {
      row: (asker) =>
        about(asker, () => ({
          id: SPARE.account,
          email: SPARE.email,
          passphrase_hash: "x",
          recovery_hash: "x",
          time_zone: "UTC",
        })),
    },
    change: {
      rows: concerned(
        (row) => row.id,
        (row) => row.email,
      ),
      columns: {
        passphrase_hash: "'x'",
        recovery_hash: "'x'",
        current_couple_id: "null",
      },
    },
  },
  particulars: [
    {
      says: "an account is found by its address alone",
      by: "the system about ada's address",
      try: "update accounts set recovery_hash = recovery_hash returning id",
      ends: "done",
    },
    {
      says: "an account cannot be renamed into somebody's whom the transaction is not about",
      by: "the system about ada",
      given: "grant update on accounts to keel_system",
      try: `update accounts set id = gen_random_uuid(), email = 'a@b.c', current_couple_id = null`,
      ends: "refused by policy",
    },
    {
      says: "an account never becomes another's, even were the column granted",
      by: "ada",
      given: "grant update on accounts to keel_app",
      try: "update accounts set id = gen_random_uuid()",
      ends: "refused by policy",
    },
  ],
};

export const profiles: TablePromise = {
  key: ["account_id"],
  columns: { account_id: "plain", name: "plain" },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        mine(row, asker, all) || (asker.partner !== null && row.account_id === asker.partner),
    },
    change: { rows: mine, columns: { name: "'x'" } },
  },
  system: {
    read: { rows: account },
    add: {
      first: "delete from profiles",
      row: (asker) => about(asker, (account_id) => ({ account_id, name: "x" })),
    },
  },
  guest: asAGuest.names,
  particulars: [
    {
      says: "a name is never handed to another person, even were the column granted",
      by: "ada",
      given: "grant update on profiles to keel_app; delete from profiles where account_id = '{ben}'",
      try: "update profiles set account_id = '{ben}'",
      ends: "refused by policy",
    },
  ],
};

export const sessions: TablePromise = {
  key: ["id"],
  columns: {
    id: "plain",
    account_id: "plain",
    token_hash: "hash",
    device_label: "plain",
    created_at: "plain",
    last_seen_at: "plain",
    stepped_up_at: "plain",
    revoked_at: "plain",
    challenge_hash: "hash",
    answer_by: "plain",
    locked_at: "plain",
    shared: "plain",
    pin_hash: "hash",
    pin_tries: "plain",
  },
  viewer: {
    read: {
      rows: mine,
      never: ["token_hash", "challenge_hash", "answer_by", "locked_at", "shared", "pin_hash", "pin_tries"],
    },
    change: {
      rows: (row, asker, all) => mine(row, asker, all) && row.revoked_at === null,
      columns: { revoked_at: "now()" },
    },
  },
  system: {
    read: { rows: account },
    add: {
      row: (asker) => about(asker, (account_id) => ({ account_id, token_hash: BYTES, device_label: "x" })),
    },
    change: {
      rows: account,
      columns: {
        stepped_up_at: "now()",
        revoked_at: "now()",
        challenge_hash: "''",
        answer_by: "now()",
        locked_at: "now()",
        last_seen_at: "now()",
        pin_hash: "'x'",
        pin_tries: "1",
      },
    },
  },
  particulars: [
    {
      says: "a device is never handed to another person, even were the column granted",
      by: "ada",
      given: "grant update on sessions to keel_app",
      try: "update sessions set account_id = '{ben}'",
      ends: "refused by policy",
    },
  ],
};

/** Public halves are judged by the system alone, and what somebody calls one is read by them alone. */
export const passkeys: TablePromise = {
  key: ["account_id", "id"],
  columns: {
    account_id: "plain",
    id: "plain",
    credential_id: "public half",
    public_key: "public half",
    counter: "plain",
    transports: "plain",
    ciphertext: "ciphertext",
    added_on: "plain",
  },
  viewer: {
    read: { rows: mine, never: ["credential_id", "public_key", "counter", "transports"] },
    remove: { rows: mine },
  },
  system: {
    read: { rows: account, never: ["ciphertext", "added_on"] },
    add: {
      row: (asker) =>
        about(asker, (account_id) => ({
          account_id,
          credential_id: BYTES,
          public_key: BYTES,
          counter: 0,
          ciphertext: BYTES,
          added_on: "2026-10-10",
        })),
    },
    change: { rows: account, columns: { counter: "counter + 1" } },
  },
  particulars: [
    {
      says: "a passkey never becomes another person's, even were the column granted",
      by: "the system about ada",
      given: "grant update on passkeys to keel_system",
      try: "update passkeys set account_id = '{ben}'",
      ends: "refused by policy",
    },
  ],
};

export const mail_resets: TablePromise = {
  key: ["id"],
  columns: { id: "plain", account_id: "plain", token_hash: "hash", expires_at: "plain", used_at: "plain" },
  viewer: nobody,
  system: {
    read: { rows: concerned((row) => row.account_id, hexOf("token_hash")) },
    add: {
      row: (asker) =>
        about(asker, (account_id) => ({ account_id, token_hash: BYTES, expires_at: "2026-10-10" })),
    },
    change: { rows: account, columns: { used_at: "now()" } },
  },
  particulars: [
    {
      says: "a reset is found by its token alone",
      by: "the system about ada's reset",
      try: "select id from mail_resets",
      ends: { count: 1 },
    },
  ],
};
