import { existsSync, readFileSync } from "node:fs";
import pg from "pg";
import { type SignedIn, whoHolds } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/packets/commands";
import { packetPage } from "@/lib/packets/queries";
import { LONGEST } from "@/lib/packets/rules";
import { addDays, dayIn } from "@/lib/time/day";
import { cookieOf, type Place, page } from "@/tests/load/doors";
import { askEvenly, figuresOf, type Run } from "@/tests/load/measure";
import { lastWords, type Someone, someReader, theTwoTogether } from "@/tests/load/world";

const { ORIGIN = "", BUILD = "", DATABASE_URL = "", SERVER_PID = "" } = process.env;
/** Of each of the two: together the 1,200 moments of a long packet. */
const MOMENTS = 600;
const PACKET = "00000000-0000-4000-8000-0000000000aa";
/** What hundreds of couples ask for in their evening, and far from all that the server has time for. */
const PER_SECOND = 5;
const SECONDS = 15;
const AIMS = { seconds: 10, megabytes: 400, p95: 1.5 };

/** A packet of three years, which two people wrote every day of, is saved again and again while others read. */
export async function printing(): Promise<void> {
  const place: Place = { origin: ORIGIN, build: BUILD };
  const owner = new pg.Client({ connectionString: DATABASE_URL });
  await owner.connect();
  const [one, other] = await theTwoTogether(owner);
  if (!one || !other) throw new Error("nobody was written");
  await putTogether(owner, one, other);

  console.log(
    `\nA packet of three years of two people, with ${2 * MOMENTS} moments, saved while others read`,
  );
  const others = await page(place, "/today", await someReader(owner));
  const print = await printer(owner, one);
  const read = () => askEvenly(others, SECONDS, PER_SECOND);
  await read();
  const before = heldByServer();
  await print();
  await print();
  const after = heldByServer();
  const [alone, beside]: [Run[], Run[]] = [[], []];
  const taken: number[] = [];
  for (let round = 0; round < 2; round++) {
    alone.push(await read());
    let reading = true;
    const printed = (async () => {
      while (reading) taken.push(await print());
    })();
    beside.push(await read());
    reading = false;
    await printed;
  }
  const [undisturbed, meanwhile] = [figuresOf(alone), figuresOf(beside)];
  const longest = Math.max(...taken);
  line(
    "saved",
    `${taken.length} times, the slowest within ${longest.toFixed(1)} s`,
    longest < AIMS.seconds,
    `${AIMS.seconds} s`,
  );
  if (before && after) {
    const more = after.most - before.now;
    const beside = `${more.toFixed(0)} MB more at the most, beside ${before.now.toFixed(0)} MB`;
    line("memory", beside, more < AIMS.megabytes, `${AIMS.megabytes} MB`);
  } else line("memory", "cannot be asked here");
  const times = meanwhile.p95 / undisturbed.p95;
  line("others without it", `p50 ${undisturbed.p50.toFixed(1)} ms   p95 ${undisturbed.p95.toFixed(1)} ms`);
  line(
    "others meanwhile",
    `p50 ${meanwhile.p50.toFixed(1)} ms   p95 ${meanwhile.p95.toFixed(1)} ms   ${times.toFixed(2)}×`,
    times <= AIMS.p95,
    `${AIMS.p95}×`,
  );
  if (undisturbed.wrong + meanwhile.wrong > 0)
    throw new Error(`${undisturbed.wrong + meanwhile.wrong} of the others were refused`);
  await owner.end();
}

/** By the app's own commands: days by their numbers, and moments by their words. */
async function putTogether(owner: pg.Client, one: Someone, other: Someone): Promise<void> {
  for (const [someone, whose] of [
    [one, "mine"],
    [other, "theirs"],
  ] as const) {
    const moments = (await lastWords(owner, someone, LONGEST)).slice(0, MOMENTS);
    const viewer = await signedIn(someone);
    const [today, named] = [dayIn("UTC"), { packet: PACKET, whose }];
    const from = addDays(today, 1 - LONGEST);
    await asViewer(viewer, async (db) => {
      if (whose === "theirs") await command.beginPart(db, viewer, named);
      else
        await command.beginPacket(
          db,
          { viewer, today },
          { packet: PACKET, packet_kind: "joint", from, to: today },
        );
      const items = moments.map((entry) => ({ portion: "words" as const, entry }));
      await command.putItems(db, viewer, { ...named, listed: items, item: items });
    });
    const seen = (await asViewer(viewer, (db) => packetPage(db, viewer, PACKET)))?.seen ?? "";
    await asViewer(viewer, (db) => command.consentTo(db, { viewer, today }, { ...named, seen }), {
      timeout: 30_000,
    });
  }
}

async function signedIn({ token }: Someone): Promise<SignedIn> {
  const viewer = await whoHolds(token);
  if (!viewer) throw new Error("a session opens nothing");
  return viewer;
}

/** Saves the packet as its form does; answers the seconds it took. */
async function printer(owner: pg.Client, one: Someone): Promise<() => Promise<number>> {
  const headers = { cookie: await cookieOf(one), origin: ORIGIN };
  return async () => {
    await owner.query(
      "update sessions set stepped_up_at = now(), last_seen_at = now() where account_id = $1",
      [one.id],
    );
    const since = performance.now();
    const answer = await fetch(`${ORIGIN}/therapy/packets/${PACKET}/paper`, {
      method: "POST",
      headers,
      redirect: "manual",
    });
    const file = Buffer.from(await answer.arrayBuffer());
    if (file.subarray(0, 5).toString() !== "%PDF-")
      throw new Error(`a packet was answered with ${answer.status}`);
    return (performance.now() - since) / 1000;
  };
}

/** Megabytes the server holds and has held at most, where the system counts them. */
function heldByServer(): { readonly now: number; readonly most: number } | undefined {
  const file = `/proc/${SERVER_PID}/status`;
  if (!existsSync(file)) return undefined;
  const status = readFileSync(file, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

function line(name: string, said: string, met?: boolean, wanted?: string): void {
  const aim = met === undefined ? "" : `   aim ${wanted}: ${met ? "met" : "not met"}`;
  console.log(`  ${name.padEnd(32)}${said}${aim}`);
}
