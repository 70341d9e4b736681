import { readFileSync } from "node:fs";
import pg from "pg";
import { read } from "@/lib/coach/reading";
import { bareAction, type Place, page, saving } from "@/tests/load/doors";
import { type Figures, inTurns } from "@/tests/load/measure";
import { sameSqlAlone } from "@/tests/load/reference";
import { scriptBytes } from "@/tests/load/scripts";
import { aFewCouples, everybodyElse, tenYearsTogether, theTwoTogether } from "@/tests/load/world";

const { ORIGIN = "", BUILD = "", DATABASE_URL = "" } = process.env;
const SIGNED_IN = [
  "/today",
  "/timeline",
  "/timeline/mine",
  "/trends",
  "/settings",
  "/settings/partner",
  "/settings/passphrase",
  "/settings/sharing",
];
const TEXTS = "lib/coach/training/in-the-forms.jsonl";
const TOGETHER = readFileSync(TEXTS, "utf8")
  .trim()
  .split("\n")
  .map((line) => String(JSON.parse(line).text))
  .join(" ");
const DRAFTS = Array.from({ length: 200 }, (_, at) => TOGETHER.slice(at * 200, at * 200 + 1_000));
const PACE = { rounds: 3, seconds: 4 };

/** Measures a served build that has the bare doors in it, and prints a table. Nothing but loopback is asked. */
export async function bench(): Promise<void> {
  const place: Place = { origin: ORIGIN, build: BUILD };
  const owner = new pg.Client({ connectionString: DATABASE_URL });
  await owner.connect();
  const { reader, writers } = await aFewCouples(owner);
  const [bare, today, timeline] = await Promise.all(
    ["/bare", "/today", "/timeline"].map((path) => page(place, path, reader)),
  );
  if (!bare || !today || !timeline) throw new Error("there are three pages");

  say("Eight connections, nearly empty tables, 5,000 entries behind the timeline");
  const pages = await inTurns([bare, today, timeline], PACE);
  const before = await entriesIn(owner);
  const actions = await inTurns(
    [
      await bareAction(place, "proveViewerAction", writers),
      await bareAction(place, "proveViewerAndRefreshAction", writers),
      await saving(place, writers),
    ],
    PACE,
  );
  const written = (await entriesIn(owner)) - before;
  const [bareFigures, todayFigures, timelineFigures] = pages;
  const [provedFigures, refreshedFigures, savedFigures] = actions;
  line("bare page", bareFigures);
  line("Today", todayFigures, bareFigures, 0.5);
  line("Timeline", timelineFigures, bareFigures, 0.5);
  line("bare action", provedFigures);
  line("  and its page made anew", refreshedFigures);
  line("saving a check-in", savedFigures, provedFigures, 0.6);
  // A refused form is answered with 200 as well.
  if (written < (savedFigures?.answers ?? 0)) throw new Error(`only ${written} check-ins were written`);

  say("The same SQL through pg alone");
  const sql = await sameSqlAlone(reader, writers, 3);
  for (const [name, figures] of Object.entries(sql))
    line(`${name}, ${figures.statements} statements`, figures);

  say("Pictures of ten years that both wrote every day of, beside those of the last four weeks");
  await tenYearsTogether(owner);
  const [together] = await theTwoTogether(owner);
  if (!together) throw new Error("nobody was written");
  for (const path of ["/trends", "/trends/feelings"]) {
    const both = [await page(place, path, together), await page(place, `${path}?range=all`, together)];
    const [month, all] = await inTurns(both, PACE);
    line(path, month);
    lateness(`${path}?range=all`, all, month, 3, "the four weeks'");
  }

  say("The same pages with 100,000 couples in the tables");
  await everybodyElse(owner);
  const [bareAmongAll, todayAmongAll, timelineAmongAll] = await inTurns([bare, today, timeline], PACE);
  lateness("bare page, which reads no table", bareAmongAll, bareFigures);
  lateness("Today", todayAmongAll, todayFigures, 1.2);
  lateness("Timeline", timelineAmongAll, timelineFigures, 1.2);

  say("Script of a page, gzipped");
  const floor = await scriptBytes(BUILD, bare.url, bare.headers);
  console.log(`  ${"bare page".padEnd(32)}${kilobytes(floor)}`);
  for (const path of SIGNED_IN) {
    const bytes = await scriptBytes(BUILD, ORIGIN + path, bare.headers);
    console.log(
      `  ${path.padEnd(32)}${kilobytes(bytes)}  +${kilobytes(bytes - floor)}${aim(bytes - floor <= 60 * 1024, "+60 KB")}`,
    );
  }
  await owner.end();
  readingDrafts();
}

/** How long the coach reads a draft of 1,000 characters, once it has been asked before. */
function readingDrafts(): void {
  const times = DRAFTS.map((draft) => {
    const since = performance.now();
    read(draft);
    return performance.now() - since;
  });
  const [median = 0, late = 0] = [0.5, 0.95].map(
    (share) => times.toSorted((a, b) => a - b)[times.length * share],
  );
  say("Reading drafts of 1,000 characters");
  console.log(
    `  ${"one draft".padEnd(32)}p50 ${median.toFixed(1)} ms   p95 ${late.toFixed(1)} ms${aim(median < 5, "5 ms")}`,
  );
}

async function entriesIn(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from entries");
  return rows[0]?.n ?? 0;
}

const say = (heading: string) => console.log(`\n${heading}`);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const aim = (met: boolean, wanted: string) => `   aim ${wanted}: ${met ? "met" : "not met"}`;

function line(name: string, figures?: Figures, floor?: Figures, wanted?: number): void {
  if (!figures) return;
  const { perSecond, p50, p95, wrong } = figures;
  const ratio = floor ? perSecond / floor.perSecond : undefined;
  const times = `${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms`;
  const beside = ratio === undefined ? "" : `   ${ratio.toFixed(2)}× the bare one`;
  const met = ratio === undefined || !wanted ? "" : aim(ratio >= wanted, `${wanted}×`);
  console.log(`  ${name.padEnd(32)}${times}${beside}${met}${wrong ? `   ${wrong} refused` : ""}`);
}

function lateness(name: string, now?: Figures, before?: Figures, wanted?: number, whose = "as before"): void {
  if (!now || !before) return;
  const times = now.p50 / before.p50;
  line(name, now);
  console.log(
    `  ${"".padEnd(32)}p50 ${times.toFixed(2)}× ${whose}${wanted ? aim(times <= wanted, `${wanted}×`) : ""}`,
  );
}
