import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { announcedNamed, unopened } from "@/lib/announcements/queries";
import { everydayCare } from "@/lib/care/queries";
import { todayPage } from "@/lib/check-ins/queries";
import type { Audience } from "@/lib/db/generated/enums";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { shownFeelings } from "@/lib/feelings/queries";
import { commitmentLists, commitmentPage, commitmentsOfDay } from "@/lib/follow-through/queries";
import { questionBox, questionPage } from "@/lib/questions/queries";
import { reviewPage, reviewsHome } from "@/lib/reviews/queries";
import { spaceNow } from "@/lib/space/queries";
import { strugglesHere } from "@/lib/struggles/queries";
import { sessionPage, sessionsHere, toBeBrought } from "@/lib/therapy/queries";
import { addDays } from "@/lib/time/day";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { actsPage, feelingsPage, numbersPage } from "@/lib/trends/queries";
import { trendsSearch } from "@/lib/trends/schema";
import {
  agreedBetween,
  answersQuestion,
  asks,
  asksForSpace,
  brings,
  corrects,
  guessesAnew,
  marksADay,
  missesDay,
  namesAStruggle,
  notesCare,
  notesSession,
  saysForSession,
  saysInReview,
  shares,
  sitDownToGuess,
} from "@/tests/support/deeds";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, day, type Person } from "@/tests/support/people";

const START = day("2020-01-01");
const TODAY = day("2026-03-12");
const ALL = trendsSearch.parse({ range: "all" });
/** Of each kind of which Ada shows some; she has asked for space, noted something on a day and corrected something once. */
const SHARED = 90;

let owner: pg.Client;
let ada: Person;
let ben: Person;
/** One of Ada's that Ben has answered. */
let question: string;
/** Of hers that he has accepted, with a note beside a day; and what she has corrected. */
let agreed: string;
let corrected: string;
/** In which she has said something. */
let review: string;
let session: string;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  // Of a sample each count would be another, and of two plans that ask for as much now one would be taken and now the other.
  await owner.query("set default_statistics_target = 1000");
  [ada, ben] = await aCouple();
  // Others write too: in nearly empty tables Postgres reads everything, whoever asks.
  for (let n = 0; n < 3; n++)
    for (const person of await aCouple()) for (const kind of kinds) await fillsDays(person, kind, "partner");
  for (let n = 0; n < SHARED; n++)
    await ada.checksIn(addDays(START, n * 20), { trust: 4, note: "Shown.", shown: "numbers_and_words" });
  for (let n = 0; n < SHARED; n++) {
    question = await asks(ada, "Where were you?", "numbers_and_words");
    await notesCare(ada, "Soup.", "numbers_and_words");
    if (n < 20) await marksADay(ada, "Marked.", "numbers_and_words");
    if (n < 20) await shares(ada, "A word.");
    if (n < 20) await notesSession(ada, "Third floor.");
    if (n < 20) await namesAStruggle(ada, "Money.", "numbers_and_words");
  }
  session = await notesSession(ada, "Third floor.");
  await saysForSession(ada, session, "The invoice.", "numbers_and_words");
  await brings(ben, session, "theirs");
  await answersQuestion(ben, question, "At home.");
  await asksForSpace(ada);
  agreed = await agreedBetween(ada, ben, "I call when I am late.");
  await missesDay(ada, agreed, "I forgot.", "numbers_and_words");
  corrected = await corrects(ada, "It was Tuesday.");
  review = await sitDownToGuess(ada, ben);
  await saysInReview(ada, review, "I am here.");
});
afterAll(() => owner.end());

const kinds = [
  "check_in",
  "question",
  "from_my_day",
  "caring_act",
  "noticing",
  "correction",
  "shared_feeling",
  "hard_day",
  "struggle",
  "therapy_session",
] as const;

/** Writes one entry of a kind for each of so many days that has none. */
const fillsDays = ({ viewer }: Person, kind: (typeof kinds)[number], audience: Audience, days = 2_557) =>
  owner.query(
    `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
       select $1, $2, gen_random_uuid(), $4, d, 'UTC', d, $3
       from generate_series(date '2019-01-02', date '2019-01-02' + $5::int - 1, interval '1 day') as day(at), date(at) as d
       where not exists (select from entries where author_id = $2 and happened_on = d and kind = $4)`,
    [viewer.coupleId, viewer.id, audience, kind, days],
  );

const pages = {
  "the newest page": (db: ViewerDb) => timelineFor(db, ben.viewer, search({ who: "partner" })),
  "a page further back": (db: ViewerDb) =>
    timelineFor(db, ben.viewer, search({ who: "partner", after: `${addDays(START, 1_000)}_${ZERO}` })),
  "a range": (db: ViewerDb) =>
    timelineFor(db, ben.viewer, search({ who: "partner", from: "2021-01-01", to: "2021-06-30" })),
  "a day on which nothing is shown": (db: ViewerDb) => todayPage(db, ben.viewer, addDays(START, 7)),
  "the questions": (db: ViewerDb) => questionBox(db, ben.viewer),
  "one question": (db: ViewerDb) => questionPage(db, ben.viewer, question),
  "the struggles": (db: ViewerDb) => strugglesHere(db, ben.viewer),
  "the sessions": (db: ViewerDb) => sessionsHere(db, ben.viewer, TODAY),
  "what is marked for a session": (db: ViewerDb) => toBeBrought(db, ben.viewer),
  "one session": (db: ViewerDb) => sessionPage(db, ben.viewer, session),
  "everyday care": (db: ViewerDb) => everydayCare(db, ben.viewer),
  "numbers of a month": (db: ViewerDb) => numbersPage(db, ben.viewer, trendsSearch.parse({}), TODAY),
  "numbers of all time": (db: ViewerDb) => numbersPage(db, ben.viewer, ALL, TODAY),
  "feelings of all time": (db: ViewerDb) => feelingsPage(db, ben.viewer, ALL, TODAY),
  "acts of all time": (db: ViewerDb) => actsPage(db, ben.viewer, ALL, TODAY, TODAY),
  "the weekly reviews": (db: ViewerDb) => reviewsHome(db, ben.viewer),
  "one weekly review": (db: ViewerDb) => reviewPage(db, ben.viewer, review, TODAY, TODAY),
  "what is agreed on": (db: ViewerDb) => commitmentPage(db, ben.viewer, agreed, TODAY, TODAY),
  "what is agreed on, today": (db: ViewerDb) => commitmentsOfDay(db, ben.viewer, TODAY),
  "corrections that were not opened": (db: ViewerDb) => unopened(db, ben.viewer),
  "one correction": (db: ViewerDb) => announcedNamed(db, ben.viewer, "correction", corrected),
  "how many are shown": (db: ViewerDb) =>
    db.entry.count({ where: { coupleId: ben.viewer.coupleId, sharedBy: ada.viewer.id } }),
  "shown feelings": (db: ViewerDb) => shownFeelings(db, ben.viewer),
  "all that was promised": (db: ViewerDb) => commitmentLists(db, ben.viewer, TODAY, TODAY),
  "space at this moment": (db: ViewerDb) => spaceNow(db, ben.viewer),
};
const ZERO = "00000000-0000-4000-8000-000000000000";
const search = (address: Record<string, string>) => timelineSearch.parse(address);

type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** What a page asks Postgres, statement by statement, as Prisma sends it. */
async function statementsOf(page: keyof typeof pages): Promise<Statement[]> {
  const said: Statement[] = [];
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked] = given as [Partial<Statement> | undefined];
    if (asked?.text && /^\s*(select|with)/i.test(asked.text))
      said.push({ values: [], ...asked } as Statement);
    return query.apply(this, given);
  } as typeof pg.Client.prototype.query;
  try {
    await asViewer<unknown>(ben.viewer, pages[page]);
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  }
  // The first says who is asking.
  return said.slice(1);
}

const explained = z
  .array(z.object({ Plan: z.object({ "Shared Hit Blocks": z.number(), "Shared Read Blocks": z.number() }) }))
  .length(1);

/**
 * By plans made for Ben, as the app has them, or for anybody; and whether rows are fetched one by one or a heap of blocks at a
 * time. Of the last two Postgres takes now one and now the other, and counted together they could not be compared.
 */
const ways = {
  "for him, one by one": ["plan_cache_mode = force_custom_plan", "enable_bitmapscan = off"],
  "for him, by heaps": ["plan_cache_mode = force_custom_plan", "enable_indexscan = off"],
  "for anybody, one by one": ["plan_cache_mode = force_generic_plan", "enable_bitmapscan = off"],
  "for anybody, by heaps": ["plan_cache_mode = force_generic_plan", "enable_indexscan = off"],
} as const;
type Way = keyof typeof ways;
const allWays = Object.keys(ways) as Way[];

/** Blocks that Postgres touches to answer all that a page asks, in memory or not, as Ben asks it. */
async function blocksFor(statements: readonly Statement[], way: Way): Promise<number> {
  let blocks = 0;
  await owner.query(["begin", ...ways[way].map((setting) => `set local ${setting}`)].join("; "));
  await owner.query("select set_config('role', 'keel_app', true), set_config('app.viewer_id', $1, true)", [
    ben.viewer.id,
  ]);
  for (const { text, values } of statements) {
    await owner.query(`prepare asked as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(", ")})` : "";
    const { rows } = await owner.query(
      `explain (analyze, buffers, timing off, format json) execute asked${given}`,
    );
    await owner.query("deallocate asked");
    const [whole] = explained.parse(rows[0]["QUERY PLAN"]);
    blocks += (whole?.Plan["Shared Hit Blocks"] ?? 0) + (whole?.Plan["Shared Read Blocks"] ?? 0);
  }
  await owner.query("rollback");
  return blocks;
}

const literal = (value: unknown) => {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : text);
};

/** An index is walked from its root, and may be split where somebody else's rows begin; whatever walks past hidden rows takes hundreds. */
const atMost = (blocks: number) => blocks * 1.1 + 4;

describe("what Postgres does for a partner's page", () => {
  it("is the same with nothing hidden among what is shown, with a thousand entries, and with ten thousand", async () => {
    const asked = new Map<string, Statement[]>();
    for (const page of Object.keys(pages) as (keyof typeof pages)[])
      asked.set(page, await statementsOf(page));
    const work: Record<string, number[]> = {};
    for (const hidden of [0, 1_000, 10_000]) {
      for (const kind of kinds) await fillsDays(ada, kind, "only_me", Math.ceil(hidden / kinds.length));
      await owner.query("vacuum analyze");
      for (const [page, statements] of asked) {
        // The first reading remembers for all that follow which rows are there.
        await blocksFor(statements, "for him, one by one");
        for (const way of allWays) {
          const asked = `${page}, ${way}`;
          work[asked] = [...(work[asked] ?? []), await blocksFor(statements, way)];
        }
      }
    }
    console.info("blocks with 0, 1,000 and 10,000 hidden", work);
    // Counted anew, the tables may suggest another plan: one that asks for less, none that walks past what is hidden.
    for (const [asked, [none = 0, ...some]] of Object.entries(work))
      expect(Math.max(...some), asked).toBeLessThanOrEqual(atMost(none));
  });

  it("is the same whether or not the other has answered alone what each guesses", async () => {
    const others = await aCouple();
    const theirs = await sitDownToGuess(...others);
    for (const person of others) await guessesAnew(person, theirs, 5);
    const asked = await statementsOf("one weekly review");
    const blocks = async () => {
      await blocksFor(asked, "for him, one by one");
      const counts = [];
      for (const way of allWays) counts.push(await blocksFor(asked, way));
      return counts;
    };
    const before = await blocks();
    await guessesAnew(ada, review, 7);
    expect(await blocks()).toEqual(before);
  });
});
