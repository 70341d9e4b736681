import { randomUUID } from "node:crypto";
import pg from "pg";
import { unopened } from "@/lib/announcements/queries";
import { type SignedIn, whoHolds } from "@/lib/auth/gate";
import { recordCheckIn } from "@/lib/check-ins/commands";
import { todayPage } from "@/lib/check-ins/queries";
import { blank } from "@/lib/check-ins/rules";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { commitmentsOfDay } from "@/lib/follow-through/queries";
import { spaceNow } from "@/lib/space/queries";
import { addDays, type Day, dayIn } from "@/lib/time/day";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { CONNECTIONS, type Figures, figuresOf, type Run } from "@/tests/load/measure";
import type { Someone } from "@/tests/load/world";

type Work = (someone: Someone) => Promise<void>;
type Reference = Figures & { readonly statements: number };

const today = dayIn("UTC");

/** Each request's work in the database, once by the app to see what it says, then over and over through `pg` alone. */
export async function sameSqlAlone(reader: Someone, writers: readonly Someone[], seconds: number) {
  const readers = Array.from({ length: CONNECTIONS }, () => reader);
  return {
    today: await replay(readers, opensToday, seconds),
    timeline: await replay(readers, opensTimeline, seconds),
    saving: await replay(writers.slice(0, CONNECTIONS), saves, seconds),
  };
}

const opensToday: Work = async ({ token }) => {
  const viewer = await here(token);
  await asViewer(viewer, (db) => pageOf(db, viewer, today));
};

/** What the page of a day reads. */
async function pageOf(db: ViewerDb, viewer: SignedIn, day: Day): Promise<void> {
  await todayPage(db, viewer, day);
  await spaceNow(db, viewer);
  await unopened(db, viewer);
  await commitmentsOfDay(db, viewer, day);
}

const opensTimeline: Work = async ({ token }) => {
  const viewer = await here(token);
  await asViewer(viewer, (db) => timelineFor(db, viewer, timelineSearch.parse({})));
};

/** Saving, taken back at its end so that it can be said again, and the page that is made anew after it. */
const saves: Work = async ({ token }) => {
  const viewer = await here(token);
  const day = addDays(today, -9);
  const input = {
    ...blank,
    trust: 4,
    note: "A walk after dinner.",
    own_feeling: "raw",
    entry: randomUUID(),
    day,
    shown: "numbers" as const,
  };
  const takenBack = new Error("taken back");
  await asViewer(viewer, async (db) => {
    await recordCheckIn(db, { viewer, today }, input);
    throw takenBack;
  }).catch((error: unknown) => {
    if (error !== takenBack) throw error;
  });
  await asViewer(viewer, (db) => pageOf(db, viewer, day));
};

async function here(token: string) {
  const viewer = await whoHolds(token);
  if (!viewer) throw new Error("a session of the bench opens nothing");
  return viewer;
}

async function replay(people: readonly Someone[], work: Work, seconds: number): Promise<Reference> {
  const scripts: pg.QueryConfig[][] = [];
  for (const someone of people) scripts.push(await statementsOf(() => work(someone)));
  const runs = await Promise.all(scripts.map((script) => over(script, seconds)));
  const { perSecond, ...times } = figuresOf(runs);
  return { perSecond: perSecond * people.length, ...times, statements: scripts[0]?.length ?? 0 };
}

/** Every statement that `pg` is given while something is done, with its values. */
async function statementsOf(work: () => Promise<void>): Promise<pg.QueryConfig[]> {
  const said: pg.QueryConfig[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [statement] = given;
    said.push(typeof statement === "string" ? { text: statement } : (statement as pg.QueryConfig));
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return said;
}

async function over(script: readonly pg.QueryConfig[], seconds: number): Promise<Run> {
  const client = new pg.Client({ connectionString: process.env.SERVING_DATABASE_URL });
  await client.connect();
  const times: number[] = [];
  const start = performance.now();
  for (let now = start; now - start < seconds * 1000; ) {
    for (const { name, text, values } of script) await client.query({ name, text, values, rowMode: "array" });
    const then = performance.now();
    times.push(then - now);
    now = then;
  }
  await client.end();
  return { times, wrong: 0, seconds };
}
