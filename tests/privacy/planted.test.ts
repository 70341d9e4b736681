import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCopy } from "@/.run/copy.mjs";
import { type Ask, lawsBroken } from "@/tests/privacy/laws";
import { doors, edits, inTheDatabase, standing } from "@/tests/privacy/planted/leaks";
import { shares } from "@/tests/support/deeds";
import { Trial } from "@/tests/support/matrix-run";
import { Notices } from "@/tests/support/notices";
import { thisDatabase } from "@/tests/support/own-database";
import { builtActions, ROOT, wrongWithBuild } from "@/tests/support/privacy-build";
import { cookieFor, formOf } from "@/tests/support/privacy-caller";
import { everyDoor, type Met } from "@/tests/support/privacy-doors";
import { answeredApart, Sight } from "@/tests/support/privacy-same";
import { Served } from "@/tests/support/privacy-served";
import { report } from "@/tests/support/report";
import type { TestServer } from "@/tests/support/server";
import { listens, saidBeyondLooking } from "@/tests/support/stream";
import { buildWithoutProxy } from "@/tests/support/without-proxy";

const COPY = join(ROOT, ".cache/planted");
const SERVER = join(COPY, ".next/standalone/.cache/planted");

let served: Served;
let without: TestServer;
let removeBuild = () => {};
let met: readonly Met[];
let metWithout: readonly Met[];
let wrongBuild: readonly string[];
let trial: Trial;
/** What the laws and the matrix say of what the planted pages need. */
let usual: ReadonlySet<string>;
let since: number;
let caught = 0;

beforeAll(async () => {
  since = performance.now();
  await buildCopy(COPY, plant);
  served = await Served.begin(SERVER);
  await served.world.owner.query(standing);
  const { folder, remove } = buildWithoutProxy(SERVER);
  removeBuild = remove;
  without = await served.another(folder);
  const asking = { doors, routes: Object.keys(doors) };
  met = await everyDoor(served, asking);
  metWithout = await everyDoor(served, { ...asking, callers: served.callersAt(without.url) });
  wrongBuild = await wrongWithBuild(COPY);
  trial = await Trial.of(served.world);
  usual = new Set(await complaints());
}, 600_000);

afterAll(async () => {
  report("planted leaks", { planted: Object.keys(leaks).length, caught }, since);
  await without.stop();
  removeBuild();
  rmSync(COPY, { recursive: true });
  await served.end();
});

/** Lays the leaks into a copy of the sources: doors of their own, and a line changed here and there. */
function plant(copy: string): void {
  for (const folder of ["app", "lib"])
    cpSync(join(import.meta.dirname, "planted", folder), join(copy, folder), { recursive: true });
  for (const { file, from, to } of edits) {
    const source = readFileSync(join(copy, file), "utf8");
    if (!source.includes(from)) throw new Error(`in ${file} there is no more “${from}” to plant a leak at`);
    writeFileSync(
      join(copy, file),
      source.replace(from, () => to),
    );
  }
}

/** One of the suite's own checks, and what it says of a leak. */
type Caught = { readonly check: string; readonly says: () => Promise<readonly string[]> };

const door = (route: string, complaint: RegExp): Caught => ({
  check: "every door, as everyone",
  says: async () =>
    met
      .filter(({ at }) => at.startsWith(route))
      .flatMap(({ wrong }) => wrong.filter((one) => complaint.test(one))),
});
const build = (complaint: string): Caught => ({
  check: "the build's own lists",
  says: async () => wrongBuild.filter((one) => one.startsWith(complaint)),
});

const inTheApp: Readonly<Record<string, Caught>> = {
  "a leaky route": door("/planted/export", /nobody met ada's note/),
  "a leaky prop": door("/planted/prop", /ben met ada's id/),
  "a header": door("/planted/header", /ben met ada's address/),
  "a page without a gate": door("/planted/open", /open to whom it is not for/),
  "an answer that a browser keeps": door("/planted/kept", /may be kept in a store/),
  "a door that nobody listed": build("/planted/export is a door"),
  "a page made beforehand": build("/planted/static was made beforehand"),
  "an unwrapped action": build("plantedAction was not made by the wrapper"),
  "a gate in proxy.ts alone": {
    check: "every door without proxy.ts",
    says: async () =>
      met.filter(({ turnedAway }, at) => turnedAway && !metWithout[at]?.turnedAway).map(({ at }) => at),
  },
  "a count": {
    check: "hidden is the same as never written",
    says: async () => {
      const sight = await Sight.of(served.caller("ben"), ["/planted/count"]);
      await served.world.people.ada.checksIn("2026-06-01", { trust: 1, shown: "only_me" });
      return sight.changes();
    },
  },
  "an answer to a hidden id": {
    check: "a hidden id is the same as a random one",
    says: async () => {
      const ids = { hidden: [served.idOf("ada.kept")], random: served.idOf("random") };
      return answeredApart(served.caller("ben"), ["/planted/exists/{id}"], ids);
    },
  },
  "a line of the log": {
    check: "nobody's words in the log",
    says: async () => {
      const [action] = builtActions(COPY).filter(({ name }) => name === "askQuestionAction");
      const note = served.world.canaries.hatch("what ada typed", ["ada"]);
      if (action)
        await served
          .caller("ada")
          .act(action, "/questions", { headers: { origin: null }, body: formOf({ note }) });
      await expect.poll(() => served.inTheLog()).toContain("what ada typed");
      return served.inTheLog();
    },
  },
  "an event of the server's": {
    check: "a stream says only that it is worth a look",
    says: async () => {
      const { ada, ben } = served.world.people;
      const stream = await listens(served.server.url, await cookieFor(ben.viewer.id));
      await shares(ada, "a word");
      await expect.poll(() => stream.said).toContain("data:");
      await stream.close();
      return [saidBeyondLooking(stream.said)].filter(Boolean);
    },
  },
  "an event of Postgres": {
    check: "a notice names the couple and nothing else",
    says: async () => {
      const { ada } = served.world.people;
      const notices = await Notices.begin({
        ownerUrl: thisDatabase(),
        servingUrl: process.env.SERVING_DATABASE_URL ?? "",
      });
      const heard = await notices.of(() => shares(ada, "a word"));
      await notices.end();
      return heard.filter((payload) => payload !== ada.viewer.coupleId);
    },
  },
  "the subject of a mail": {
    check: "a mail says nothing beyond the catalogue",
    says: async () => {
      const [action] = builtActions(COPY).filter(({ name }) => name === "sendResetAction");
      const { email } = served.world.people.ben;
      if (action) await served.caller("nobody").act(action, "/recover", { body: formOf({ email }) });
      await expect.poll(() => served.mailbox.mails.length).toBeGreaterThan(0);
      return served.inTheMails();
    },
  },
};

const leaks: Readonly<Record<string, Caught>> = {
  // These first: what they are held against is what there was before anybody had done anything.
  ...Object.fromEntries(
    Object.entries(inTheDatabase).map(([leak, sql]) => [
      leak,
      { check: "the laws of the catalogue, or the matrix of the database,", says: () => saidOf(sql) },
    ]),
  ),
  ...inTheApp,
};

/** What the laws and the matrix say of something in the database that they do not say without it. */
async function saidOf(sql: string): Promise<string[]> {
  const { owner } = served.world;
  const login = new URL(process.env.SERVING_DATABASE_URL ?? "").username;
  await owner.query(`begin; ${sql.replaceAll("{login}", login)}`);
  try {
    return (await complaints()).filter((sentence) => !usual.has(sentence));
  } finally {
    await owner.query("rollback");
  }
}

async function complaints(): Promise<string[]> {
  const { owner } = served.world;
  const ask: Ask = async (question, values = []) => (await owner.query(question, [...values])).rows;
  const verdicts = await trial.verdicts(owner, [...trial.probes.keys()]);
  return [...(await lawsBroken(ask)), ...verdicts.map(({ sentence }) => sentence)];
}

describe("what is planted on purpose is caught", () => {
  it.each(Object.keys(leaks))("%s", async (leak) => {
    const { check, says } = leaks[leak] as Caught;
    const [first] = await says();
    console.info(`${leak}: ${first ? `${check} says “${first}”` : "nobody says anything"}`);
    if (first) caught++;
    expect(first).toBeDefined();
  });
});
