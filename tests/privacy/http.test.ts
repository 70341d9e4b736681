import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invite } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { builtRoutes, madeBeforehand, wrongWithBuild } from "@/tests/support/privacy-build";
import { type Answer, Caller } from "@/tests/support/privacy-caller";
import { everyDoor, type Met } from "@/tests/support/privacy-doors";
import { Served } from "@/tests/support/privacy-served";
import { report } from "@/tests/support/report";
import type { TestServer } from "@/tests/support/server";
import { buildWithoutProxy } from "@/tests/support/without-proxy";

let served: Served;
let without: TestServer;
let met: Met[];
let metWithout: Met[];
let removeBuild = () => {};
let since: number;

beforeAll(async () => {
  served = await Served.begin();
  const { folder, remove } = buildWithoutProxy();
  removeBuild = remove;
  without = await served.another(folder);
  since = performance.now();
  [met, metWithout] = await Promise.all([
    everyDoor(served),
    everyDoor(served, { callers: served.callersAt(without.url) }),
  ]);
}, 600_000);

afterAll(async () => {
  await without.stop();
  removeBuild();
  await served.end();
});

/** What was wrong behind any door, counted into the report. */
function wrongOf(behindDoors: readonly Met[], layer: string): string[] {
  const wrong = behindDoors.flatMap((one) => one.wrong);
  const [doors, personas] = [builtRoutes().length, served.callers.length];
  report(layer, { doors, personas, checks: behindDoors.length, leaks: wrong.length }, since);
  return wrong;
}

describe("the build", () => {
  it("has no door that the suite does not know, no action that the wrapper did not make, no page made beforehand", async () => {
    expect(await wrongWithBuild()).toEqual([]);
  });
});

describe("every page, as everyone", () => {
  it("shows nobody's words to anyone they are not for, as a page and as the app's own navigation", async () => {
    expect(wrongOf(met, "HTTP")).toEqual([]);
  });

  it("answers the same where proxy.ts is gone, which only sets headers", async () => {
    expect(wrongOf(metWithout, "HTTP without proxy.ts")).toEqual([]);
    expect(metWithout).toEqual(met);
    const home = async (origin: string) =>
      (await new Caller("nobody", origin, null).page("/help")).headers.get("content-security-policy");
    expect(await home(served.server.url)).toContain("nonce-");
    expect(await home(without.url)).toBeNull();
  });

  it.each(["ada", "ben", "cleo"])("shows %s on the timeline all that is for them", async (name) => {
    const body = await wholeTimelineOf(served.caller(name));
    const replaced = /\((kept|taken back|told, then changed), /;
    const mine = served.world.canaries
      .readableBy(name)
      .filter(({ place }) => /(note|own feeling) .*present\)/.test(place) && !replaced.test(place));
    const met = new Set(served.world.canaries.foundIn(body));
    expect(mine.filter((canary) => !met.has(canary)).map(({ place }) => place)).toEqual([]);
    expect(mine.length).toBeGreaterThan(7);
  });

  it.each(["ada", "ben", "cleo"])(
    "shows %s every question and all that was noticed that is for them",
    async (name) => {
      for (const [address, written] of [
        ["/questions", /question note .*present\)/],
        ["/care", /(from_my_day|caring_act) note .*present\)/],
      ] as const) {
        const { body } = await served.caller(name).page(address);
        const met = new Set(served.world.canaries.foundIn(body));
        const mine = served.world.canaries.readableBy(name).filter(({ place }) => written.test(place));
        expect(
          mine.filter((canary) => !met.has(canary)).map(({ place }) => place),
          address,
        ).toEqual([]);
        expect(mine.length, address).toBeGreaterThan(3);
      }
    },
  );

  it.each(["ada", "ben", "cleo", "dan"])(
    "shows %s the sentences of the present space and of no other",
    async (name) => {
      const { body } = await served.caller(name).page("/space");
      const met = served.world.canaries.foundIn(body).map(({ place }) => place);
      const [agreed, proposed] =
        { ada: ["ada", "ada"], ben: ["ada", "ada"], cleo: ["cleo", "cleo"], dan: [] }[name] ?? [];
      expect(met.filter((place) => place.includes("sentence")).sort()).toEqual(
        agreed
          ? [`${agreed}'s sentence (agreed, present)`, `${proposed}'s sentence (proposed, present)`]
          : [],
      );
    },
  );

  it.each(["ada", "ben"])("shows %s every word of what both agreed on", async (name) => {
    const { body } = await served.caller(name).page(`/commitments/${served.idOf("ada.agreed")}`);
    const met = new Set(served.world.canaries.foundIn(body));
    const both = served.world.canaries
      .readableBy(name)
      .filter(({ place }) => /^ada's words \((accepted|a change that waits), present\)/.test(place));
    expect(both.filter((canary) => !met.has(canary)).map(({ place }) => place)).toEqual([]);
    expect(both.length).toBeGreaterThan(1);
  });

  it("shows no word of a correction before its reader has opened it", async () => {
    for (const address of [
      "/today",
      "/commitments",
      "/timeline",
      `/corrections/${served.idOf("ada.correction")}`,
    ]) {
      for (const how of ["page", "payload"] as const) {
        const { body } = await served.caller("ben")[how](address);
        const met = served.world.canaries
          .foundIn(body)
          .filter(({ place }) => place.startsWith("ada's unopened"));
        expect(
          met.map(({ place }) => place),
          `${how} ${address}`,
        ).toEqual([]);
      }
    }
    const { body } = await served.caller("ben").page(`/corrections/${served.idOf("ada.correction.opened")}`);
    expect(
      served.world.canaries.foundIn(body).filter(({ place }) => /words on what/.test(place)),
    ).toHaveLength(3);
  });

  it("shows whoever holds an invitation a name, and nothing else", async () => {
    const { dan } = served.world.people;
    const { token, words } = await asViewer(dan.viewer, (db) => invite(db, dan.viewer));
    for (const key of [token, words.replaceAll(" ", "-")]) {
      const { body } = await served.caller("nobody").page(`/join/${key}`);
      expect(served.world.canaries.foundIn(body).map(({ place }) => place)).toEqual(["dan's name"]);
    }
  });
});

/** Every page of somebody's timeline, as far back as it goes. */
async function wholeTimelineOf(asking: Caller): Promise<string> {
  let read = "";
  for (let next: string | undefined = "/timeline"; next; ) {
    const { body }: Answer = await asking.page(next);
    read += body;
    next = /href="(\/timeline\?after=[^"]+)"/.exec(body)?.[1];
  }
  return read;
}

describe("the headers of every page", () => {
  it("carry a new nonce each time and let nothing else run or frame it", async () => {
    const nonces = new Set<string>();
    const asked = builtRoutes().filter(
      (route) => ![...madeBeforehand, "/sign-out"].includes(route) && !route.startsWith("/api/"),
    );
    for (const route of asked) {
      const { headers, body } = await served.caller("ada").page(served.addressesOf(route)[0] ?? route);
      const policy = headers.get("content-security-policy") ?? "";
      const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
      nonces.add(nonce ?? "");
      for (const rule of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "default-src 'self'",
      ])
        expect(policy, route).toContain(rule);
      expect(policy.match(/script-src[^;]*/)?.[0], route).not.toMatch(/unsafe/);
      const bare = [...body.matchAll(/<script(?![^>]*nonce=)[^>]*>/g)].map(([tag]) => tag);
      if (headers.get("content-type")?.includes("html")) expect(bare, route).toEqual([]);
      expect(Object.fromEntries(headers), route).toMatchObject({
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers.has("x-powered-by")).toBe(false);
    }
    expect(nonces.has("")).toBe(false);
    expect(nonces.size).toBe(asked.length);
  });
});

describe("the server's own log, and its mails", () => {
  it("hold nobody's words, names or addresses after all of this", () => {
    expect(served.inTheLog()).toEqual([]);
    expect(served.inTheMails()).toEqual([]);
  });
});
