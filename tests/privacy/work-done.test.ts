import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { everydayCare } from "@/lib/care/queries";
import { todayPage } from "@/lib/check-ins/queries";
import { correctionNamed, unopened } from "@/lib/corrections/queries";
import type { Audience } from "@/lib/db/generated/enums";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { commitmentPage, commitmentsOfDay } from "@/lib/follow-through/queries";
import { questionBox, questionPage } from "@/lib/questions/queries";
import { spaceNow } from "@/lib/space/queries";
import { addDays } from "@/lib/time/day";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import {
  agreedBetween,
  answersQuestion,
  asks,
  asksForSpace,
  corrects,
  missesDay,
  notesCare,
} from "@/tests/support/deeds";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, day, type Person } from "@/tests/support/people";

const START = day("2020-01-01");
const TODAY = day("2026-03-12");
/** Of each kind of which Ada shows some; she has asked for space, noted something on a day and corrected something once. */
const SHARED = 90;
const SHOWN = 3 * SHARED + 3;

let owner: pg.Client;
let ada: Person;
let ben: Person;
/** One of Ada's that Ben has answered. */
let question: string;
/** Of hers that he has accepted, with a note beside a day; and what she has corrected. */
let agreed: string;
let corrected: string;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  [ada, ben] = await aCouple();
  // Others write too: in nearly empty tables Postgres reads everything, whoever asks.
  for (let n = 0; n < 3; n++)
    for (const person of await aCouple()) for (const kind of kinds) await fillsDays(person, kind, "partner");
  for (let n = 0; n < SHARED; n++)
    await ada.checksIn(addDays(START, n * 20), { trust: 4, note: "Shown.", shown: "numbers_and_words" });
  for (let n = 0; n < SHARED; n++) {
    question = await asks(ada, "Where were you?", "numbers_and_words");
    await notesCare(ada, "Soup.", "numbers_and_words");
  }
  await answersQuestion(ben, question, "At home.");
  await asksForSpace(ada);
  agreed = await agreedBetween(ada, ben, "I call when I am late.");
  await missesDay(ada, agreed, "I forgot.", "numbers_and_words");
  corrected = await corrects(ada, "It was Tuesday.");
});
afterAll(() => owner.end());

const kinds = ["check_in", "question", "from_my_day", "caring_act", "noticing", "correction"] as const;

/** Writes one entry of a kind for every day of seven years that has none. */
const fillsDays = ({ viewer }: Person, kind: (typeof kinds)[number], audience: Audience) =>
  owner.query(
    `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
       select $1, $2, gen_random_uuid(), $4, d, 'UTC', d, $3
       from generate_series(date '2019-01-02', date '2026-01-01', interval '1 day') as day(at), date(at) as d
       where not exists (select from entries where author_id = $2 and happened_on = d and kind = $4)`,
    [viewer.coupleId, viewer.id, audience, kind],
  );

const counted = z.array(z.object({ rows: z.coerce.number(), blocks: z.coerce.number() })).length(1);

/** Rows found in Ada's and everybody's entries, by index or not, and blocks of the table that were opened for them. */
async function countersOf(db: ViewerDb) {
  const [counters] = counted.parse(
    await db.$queryRaw`
      select sum(pg_stat_get_xact_tuples_fetched(oid) + pg_stat_get_xact_tuples_returned(oid)) as rows,
             sum(pg_stat_get_xact_blocks_fetched(oid)) filter (where relkind = 'r') as blocks
      from pg_class where oid = 'entries'::regclass or oid in (select indexrelid from pg_index where indrelid = 'entries'::regclass)`,
  );
  return counters ?? { rows: 0, blocks: 0 };
}

const pages = {
  "the newest page": (db: ViewerDb) => timelineFor(db, ben.viewer, search({ who: "partner" })),
  "a page further back": (db: ViewerDb) =>
    timelineFor(db, ben.viewer, search({ who: "partner", after: `${addDays(START, 1_000)}_${ZERO}` })),
  "a range": (db: ViewerDb) =>
    timelineFor(db, ben.viewer, search({ who: "partner", from: "2021-01-01", to: "2021-06-30" })),
  "a day on which nothing is shown": (db: ViewerDb) => todayPage(db, ben.viewer, addDays(START, 7)),
  "the questions": (db: ViewerDb) => questionBox(db, ben.viewer),
  "one question": (db: ViewerDb) => questionPage(db, ben.viewer, question),
  "everyday care": (db: ViewerDb) => everydayCare(db, ben.viewer),
  "what is agreed on": (db: ViewerDb) => commitmentPage(db, ben.viewer, agreed, TODAY, TODAY),
  "what is agreed on, today": (db: ViewerDb) => commitmentsOfDay(db, ben.viewer, TODAY),
  "corrections that were not opened": (db: ViewerDb) => unopened(db, ben.viewer),
  "one correction": (db: ViewerDb) => correctionNamed(db, ben.viewer, corrected),
  "space at this moment": (db: ViewerDb) => spaceNow(db, ben.viewer),
};
const ZERO = "00000000-0000-4000-8000-000000000000";
const search = (address: Record<string, string>) => timelineSearch.parse(address);

/** What one page takes. The counters go on from one transaction of a connection to the next. */
const workFor = (page: keyof typeof pages) =>
  asViewer(ben.viewer, async (db) => {
    const before = await countersOf(db);
    await pages[page](db);
    const after = await countersOf(db);
    return { rows: after.rows - before.rows, blocks: after.blocks - before.blocks };
  });

async function workForAll() {
  const work: Record<string, { rows: number; blocks: number }> = {};
  for (const page of Object.keys(pages) as (keyof typeof pages)[]) work[page] = await workFor(page);
  return work;
}

describe("what Postgres does for a partner's page", () => {
  it("does not grow by a row when thousands of entries are hidden among the shown", async () => {
    await owner.query("vacuum analyze entries");
    const before = await workForAll();
    for (const kind of kinds) await fillsDays(ada, kind, "only_me");

    await owner.query("vacuum entries");
    const after = await workForAll();
    for (const page of Object.keys(pages)) {
      expect({ page, rows: after[page]?.rows }).toEqual({ page, rows: before[page]?.rows });
      // One block more may be opened to plan: Postgres looks where the days of the table end.
      expect(after[page]?.blocks, page).toBeLessThanOrEqual((before[page]?.blocks ?? 0) + 1);
    }

    // Counted anew, the table may suggest another plan: one that finds what is shown twice, none that walks past the rest.
    await owner.query("vacuum analyze entries");
    for (const [page, { rows }] of Object.entries(await workForAll()))
      expect(rows, page).toBeLessThanOrEqual((before[page]?.rows ?? 0) + 2 * SHOWN);
  });
});
