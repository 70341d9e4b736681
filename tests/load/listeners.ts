import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import pg from "pg";
import { type Place, sharing } from "@/tests/load/doors";
import { figuresOf } from "@/tests/load/measure";
import { type Memory, memoryOfServer } from "@/tests/load/memory";
import { Stream } from "@/tests/load/streams";
import { type Someone, someOfThem } from "@/tests/load/world";

const { ORIGIN = "", BUILD = "", DATABASE_URL = "" } = process.env;
const COUPLES = 250;
const OPENING_AT_ONCE = 25;
const SHARES = 100;
const SHARES_A_SECOND = 10;
/** The first of everything is slower, and is not what is measured. */
const FIRST_SHARES = 50;
const ARRIVING_BOUND_MS = 5_000;
/** How long is waited for what should not come. */
const QUIET_MS = 1_000;

type Moments = ReadonlyMap<string, number>;

/**
 * Everybody listens while one person of some of the couples shares a feeling, and how soon they are told is printed.
 * Throws unless both people of each of these couples are told once, and nobody else is.
 */
export async function listeners(): Promise<void> {
  const place: Place = { origin: ORIGIN, build: BUILD };
  const owner = new pg.Client({ connectionString: DATABASE_URL });
  await owner.connect();
  const people = await someOfThem(owner, COUPLES);
  if (people.length !== 2 * COUPLES) throw new Error(`there are ${people.length} people to listen`);
  const oneOfEach = people.filter((_, nth) => nth % 2 === 0);
  await firstOfEverything(place, oneOfEach);

  console.log(`\n${people.length} listening clients, while ${SHARES_A_SECOND} feelings a second are shared`);
  const before = await memoryOfServer();
  const began = performance.now();
  const atOnce = pLimit(OPENING_AT_ONCE);
  const streams = await Promise.all(people.map((one) => atOnce(() => Stream.opens(place, one))));
  const seconds = (performance.now() - began) / 1000;
  line("streams", `${streams.length} open, after ${seconds.toFixed(1)} s`);
  const open = await memoryOfServer();

  const since = performance.now();
  const kept = await noticesTo(owner);
  const sent = await share(place, oneOfEach.slice(0, SHARES));
  if (sent.size < SHARES / 2) throw new Error(`of ${SHARES} forms only ${sent.size} were taken`);
  const told = streams.filter(({ coupleId }) => sent.has(coupleId));
  await allHear(told, since);
  refuseUnlessOnce(streams, told, since);
  const arrived = told.flatMap((stream) => stream.looksSince(since)).length;
  const refused = sent.size < SHARES ? `   ${SHARES - sent.size} refused` : "";
  line("told to look again", `${arrived} of ${2 * sent.size}, and nobody else${refused}`);
  line("from sending the form", delays(told, since, sent));
  line("from Postgres' own notice", delays(told, since, kept));

  await Promise.all(streams.map((stream) => stream.closes()));
  const after = await memoryOfServer();
  sayMemory({ before, open, after });
  await owner.end();
}

/** A stream, so that the server listens to Postgres, and some shares, one after another as long as each may take. */
async function firstOfEverything(place: Place, [first, ...others]: readonly Someone[]): Promise<void> {
  if (!first) throw new Error("there is nobody to listen");
  const stream = await Stream.opens(place, first);
  for (const writer of others.slice(0, FIRST_SHARES)) await share(place, [writer]);
  await stream.closes();
}

/**
 * Sends a form for each at a steady pace, and answers when that of each couple was sent. Those that a server too busy for
 * them turned away are left out. Throws where one is refused for another reason.
 */
async function share(place: Place, writers: readonly Someone[]): Promise<Moments> {
  const { url, next } = await sharing(place, writers);
  const forms = writers.map(({ coupleId }) => ({ coupleId, ...next() }));
  const sent = new Map<string, number>();
  await Promise.all(
    forms.map(async ({ coupleId, path, headers, body }, nth) => {
      await sleep((nth * 1000) / SHARES_A_SECOND);
      const at = performance.now();
      const answer = await fetch(url + path, { method: "POST", headers, body, redirect: "manual" });
      await answer.arrayBuffer();
      // A refused form is answered with 200 as well, and leads nowhere.
      if (answer.headers.get("x-action-redirect")?.startsWith("/feelings/")) sent.set(coupleId, at);
      else if (answer.status !== 503) throw new Error(`a feeling was not shared: ${answer.status}`);
    }),
  );
  return sent;
}

/** When Postgres itself tells this process of each couple, from now on: what it tells of is kept. */
async function noticesTo(owner: pg.Client): Promise<Moments> {
  const kept = new Map<string, number>();
  owner.on("notification", ({ payload = "" }) => kept.set(payload, performance.now()));
  await owner.query("listen between_us");
  return kept;
}

/** Waits until all of them are told to look, or for long enough, and then for what should not come. */
async function allHear(streams: readonly Stream[], since: number): Promise<void> {
  const bound = performance.now() + ARRIVING_BOUND_MS;
  while (streams.some((stream) => stream.looksSince(since).length === 0) && performance.now() < bound)
    await sleep(20);
  await sleep(QUIET_MS);
}

function refuseUnlessOnce(streams: readonly Stream[], told: readonly Stream[], since: number): void {
  const looks = (stream: Stream) => stream.looksSince(since).length;
  const others = streams.filter((stream) => !told.includes(stream));
  const amiss = {
    closed: streams.filter(({ isOver }) => isOver).length,
    "told nothing": told.filter((stream) => looks(stream) === 0).length,
    "told more than once": told.filter((stream) => looks(stream) > 1).length,
    "told of somebody else's": others.filter((stream) => looks(stream) > 0).length,
  };
  const said = Object.entries(amiss).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  if (said.length > 0) throw new Error(`of ${streams.length} streams: ${said.join(", ")}`);
}

function delays(told: readonly Stream[], since: number, moments: Moments): string {
  const times = told.flatMap((stream) => {
    const from = moments.get(stream.coupleId);
    if (from === undefined) throw new Error("Postgres did not tell of a couple that shared a feeling");
    return stream.looksSince(since).map((at) => at - from);
  });
  const { p50, p95 } = figuresOf([{ times, wrong: 0, seconds: SHARES / SHARES_A_SECOND }]);
  return `p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms`;
}

/** Node keeps what it was given, or gives it back, as it sees fit; its objects tell what is kept for a reason. */
function sayMemory({ before, open, after }: Record<"before" | "open" | "after", Memory | undefined>): void {
  if (!before || !open || !after) {
    line("memory of the server", "is not known on this system");
    return;
  }
  const megabytes = (of: keyof Memory) =>
    [before, open, after].map((memory) => `${(memory[of] / 1024 ** 2).toFixed(0)} MB`);
  const inOrder = ([first, second, third]: string[]) => `${first} before, ${second} with all, ${third} after`;
  const kept = (after.inUse - before.inUse) / (open.inUse - before.inUse);
  line("memory of the server", inOrder(megabytes("held")));
  line(
    "  and of its objects",
    `${inOrder(megabytes("inUse"))}   aim at most a quarter of it kept: ${kept <= 0.25 ? "met" : "not met"}`,
  );
}

const line = (name: string, said: string) => console.log(`  ${name.padEnd(32)}${said}`);
