import * as accounts from "@/tests/privacy/tables/accounts";
import * as acknowledgements from "@/tests/privacy/tables/acknowledgements";
import * as agreements from "@/tests/privacy/tables/agreements";
import * as announcements from "@/tests/privacy/tables/announcements";
import * as commitments from "@/tests/privacy/tables/commitments";
import * as couples from "@/tests/privacy/tables/couples";
import { departures } from "@/tests/privacy/tables/departures";
import * as entries from "@/tests/privacy/tables/entries";
import * as feelings from "@/tests/privacy/tables/feelings";
import * as followThrough from "@/tests/privacy/tables/follow-through";
import * as guests from "@/tests/privacy/tables/guests";
import { import_files, imports } from "@/tests/privacy/tables/imports";
import * as invitations from "@/tests/privacy/tables/invitations";
import { news } from "@/tests/privacy/tables/news";
import * as own from "@/tests/privacy/tables/own";
import * as packets from "@/tests/privacy/tables/packets";
import { nobody, type Particular, type TablePromise } from "@/tests/privacy/tables/promise";
import * as questions from "@/tests/privacy/tables/questions";
import * as reviews from "@/tests/privacy/tables/reviews";
import * as space from "@/tests/privacy/tables/space";
import * as struggles from "@/tests/privacy/tables/struggles";
import * as therapy from "@/tests/privacy/tables/therapy";

const nobodys = (columns: TablePromise["columns"], key: string, guarded?: string): TablePromise => ({
  key: [key],
  columns,
  viewer: nobody,
  system: nobody,
  particulars: guarded ? [keepsItsRules(guarded)] : [],
});

/** Where nobody has a grant, row level security is never asked; it is on all the same, for the day somebody grants one. */
const keepsItsRules = (table: string): Particular => ({
  says: `${table} keeps row level security on`,
  by: "the login",
  try: `select relname from pg_class where relname = '${table}' and relrowsecurity`,
  ends: "done",
});

/** Every table there is, and who may do what with it. A table that is not here turns the suite red. */
export const tables: Readonly<Record<string, TablePromise>> = {
  ...accounts,
  ...agreements,
  ...commitments,
  ...acknowledgements,
  ...announcements,
  ...couples,
  ...entries,
  ...feelings,
  ...followThrough,
  ...invitations,
  ...own,
  ...questions,
  ...reviews,
  ...space,
  ...struggles,
  ...packets,
  guest_links: guests.guest_links,
  guest_visits: guests.guest_visits,
  ...therapy,
  departures,
  import_files,
  imports,
  news,
  installation: nobodys({ id: "plain", key_fingerprint: "hash" }, "id", "installation"),
  /** The housekeeping role's own; the keys in it are keyed hashes. */
  rate_limits: nobodys({ key: "hash", points: "plain", expire: "plain" }, "key", "rate_limits"),
  /** Prisma's ledger of migrations: names and checksums. */
  _prisma_migrations: nobodys(
    {
      id: "plain",
      checksum: "plain",
      finished_at: "plain",
      migration_name: "plain",
      logs: "plain",
      rolled_back_at: "plain",
      started_at: "plain",
      applied_steps_count: "plain",
    },
    "id",
  ),
};

/** Tables that hold the data of a couple: their keys begin with it. */
export const ofCouples = Object.keys(tables).filter(
  (name) => name !== "couples" && "couple_id" in (tables[name]?.columns ?? {}),
);
