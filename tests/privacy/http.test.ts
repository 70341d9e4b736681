import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invite } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { isWrapped } from "@/lib/web/action";
import { pages } from "@/tests/privacy/doors";
import { builtActions, builtBeforehand, builtRoutes, exportedActions } from "@/tests/support/privacy-build";
import { type Answer, Caller, wholeOf } from "@/tests/support/privacy-caller";
import { everyDoor, type Met, madeBeforehand } from "@/tests/support/privacy-doors";
import { Served, signedIn } from "@/tests/support/privacy-served";
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
  // What was left on a locked device is taken in where Today is opened first; from then on looking changes nothing.
  for (const asking of served.callers.filter(signedIn)) await asking.page("/today");
  const { folder, remove } = buildWithoutProxy();
  removeBuild = remove;
  without = await served.another(folder);
  since = performance.now();
  [met, metWithout] = await Promise.all([
    everyDoor(served),
    everyDoor(served, served.callersAt(without.url)),
  ]);
}, 600_000);

afterAll(async () => {
  await without.stop();
  removeBuild();
  await served.end();
});

describe("the build", () => {
  it("has no page, route or action that the suite does not know", async () => {
    expect(builtRoutes()).toEqual(Object.keys(pages).sort());
    const named = (actions: readonly { name: string; file: string }[]) =>
      actions.map(({ name, file }) => `${file} ${name}`).sort();
    expect(named(builtActions())).toEqual(named(await exportedActions()));
  });

  it("has no action that was not made by the wrapper", async () => {
    expect((await exportedActions()).filter(({ made }) => !isWrapped(made)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it("has no page of a couple's, nor any other, that was made beforehand", () => {
    expect(builtBeforehand().filter((route) => !madeBeforehand.includes(route))).toEqual([]);
  });
});

describe("every page, as everyone", () => {
  it("shows nobody's words to anyone they are not for, as a page and as the app's own navigation", async () => {
    const wrong = met.flatMap((one) => one.wrong);
    report(
      "HTTP",
      {
        doors: builtRoutes().length,
        personas: served.callers.length,
        checks: met.length,
        leaks: wrong.length,
      },
      since,
    );
    expect(wrong).toEqual([]);
  });

  it("answers the same where proxy.ts is gone, which only sets headers", async () => {
    const wrong = metWithout.flatMap((one) => one.wrong);
    report(
      "HTTP without proxy.ts",
      {
        doors: builtRoutes().length,
        personas: served.callers.length,
        checks: metWithout.length,
        leaks: wrong.length,
      },
      since,
    );
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

  it("answers the id of a hidden entry exactly as one nobody ever used", async () => {
    const masked = (answer: Answer, id: string) => {
      const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "") ?? [];
      // Next names each answer anew in what its own navigation reads.
      const plain = wholeOf(answer)
        .replace(/^date: .*$/m, "")
        .replace(/"[\w-]{21}[vm]"/g, '"a name"')
        .replaceAll(id, "the id");
      return `${answer.status} ${nonce ? plain.replaceAll(nonce, "the nonce") : plain}`;
    };
    for (const asking of served.callers.filter(({ name }) => name !== "ada" && name !== "revoked")) {
      for (const how of ["page", "payload"] as const) {
        for (const [path, name] of [
          ["/entries", "ada.kept"],
          ["/entries", "ada.feeling.kept"],
          ["/feelings", "ada.feeling.kept"],
          ["/feelings", "ada.kept"],
          ["/entries", "ada.question.kept"],
          ["/entries", "ada.care.kept"],
          ["/entries", "ada.space.withdrawn"],
          ["/questions", "ada.question.kept"],
          ["/questions", "ada.question.withdrawn"],
          ["/questions", "ada.kept"],
          ["/commitments", "ada.declined"],
          ["/commitments", "ada.asked.left"],
          ["/commitments", "ada.kept"],
          ["/corrections", "ada.correction.waiting"],
          ["/corrections", "ada.correction.withdrawn"],
          ["/corrections", "ada.correction.kept"],
          ["/corrections", "ada.kept"],
          ["/entries", "ada.note.kept"],
          ["/entries", "ada.noticing.kept"],
          ["/entries", "ada.correction.waiting"],
        ] as const) {
          const [hidden, random] = [served.idOf(name), randomUUID()];
          const [one, other] = [
            await asking[how](`${path}/${hidden}`),
            await asking[how](`${path}/${random}`),
          ];
          expect(masked(one, hidden), `${asking.name} ${how} ${path}`).toEqual(masked(other, random));
        }
      }
    }
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

describe("the server's own log", () => {
  it("holds nobody's words, names or addresses after all of this", () => {
    expect(served.inTheLog()).toEqual([]);
  });
});
