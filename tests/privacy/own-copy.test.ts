import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { exportFile } from "@/lib/export/schema";
import type { Canary } from "@/tests/support/canaries";
import type { Name } from "@/tests/support/matrix-world";
import { Caller, cookieFor, wholeOf } from "@/tests/support/privacy-caller";
import { Served, signedIn } from "@/tests/support/privacy-served";

let served: Served;

beforeAll(async () => {
  served = await Served.begin();
});

afterAll(() => served.end());

const FILES = ["/settings/export/json", "/settings/export/csv", "/settings/export/html"] as const;
const people = ["ada", "ben", "dan", "cleo"] as const;
const fromHere = () => ({ origin: served.server.url });

/** Somebody who has given their passphrase a moment ago. */
const confirmed = async (name: Name, { revoked = false } = {}) =>
  new Caller(
    name,
    served.server.url,
    await cookieFor(served.world.people[name].viewer.id, { confirmed: true, revoked }),
  );

const isTheirOwn = (name: string) => (canary: Canary) => canary.place.startsWith(`${name}'s `);
/** Of another's words, those that both agreed on. */
const wasAgreed = ({ place }: Canary) =>
  /^\w+'s (words \(accepted|(sentence|agreement|words of a review) \(agreed)/.test(place);

/** Not to be read anywhere: words that were changed before anybody else could read them, and under which id somebody is kept. */
const isNowhere = ({ place }: Canary) => /\(kept, (only_me|numbers), |'s id$/.test(place);

describe("whoever asks for a file", () => {
  it("is turned away with nothing of anybody's in it, unless they confirmed a moment ago that it is them", async () => {
    const wrong: string[] = [];
    for (const address of [...FILES, "/settings/export/__proto__"]) {
      for (const asking of served.callers) {
        const answer = await asking.post(address, fromHere());
        wrong.push(...served.wrongWith(answer, asking, address));
        if (address.endsWith("__proto__")) {
          expect(answer.status).toBe(404);
          continue;
        }
        expect(answer.status, asking.name).toBe(303);
        expect(answer.headers.get("location")).toBe(signedIn(asking) ? "/settings/export" : "/sign-in");
        expect(answer.headers.get("cache-control")).toBe("no-store");
        expect(answer.body).toBe("");
      }
    }
    expect(wrong).toEqual([]);
  });

  it("does so by a form of ours: no link leads to it, and no other site", async () => {
    const ada = await confirmed("ada");
    for (const address of FILES) {
      expect((await ada.page(address)).status).toBe(405);
      const strange: Record<string, string>[] = [
        {},
        { origin: "null" },
        { origin: "https://elsewhere.example" },
        { ...fromHere(), "sec-fetch-site": "cross-site" },
      ];
      for (const headers of strange) {
        const { status, body } = await ada.post(address, headers);
        expect(status).toBe(403);
        expect(body).toBe("");
      }
    }
  });

  it("is nobody, once their session was revoked", async () => {
    const revoked = await confirmed("ada", { revoked: true });
    for (const address of FILES)
      expect((await revoked.post(address, fromHere())).headers.get("location")).toBe("/sign-in");
  });
});

describe.each(people)("the copy that %s takes", (name) => {
  it("holds all that is theirs, what both agreed on, and no other word of anybody's", async () => {
    const { canaries } = served.world;
    for (const address of FILES) {
      const answer = await (await confirmed(name)).post(address, fromHere());
      expect(answer.status).toBe(200);
      const found = canaries.foundIn(wholeOf(answer));
      const others = found.filter((canary) => !isTheirOwn(name)(canary) && !wasAgreed(canary));
      expect(
        others.map(({ place }) => place),
        address,
      ).toEqual([]);
      expect(canaries.leaksTo(name, wholeOf(answer)), address).toEqual([]);
      const theirs = canaries
        .readableBy(name)
        .filter((canary) => (isTheirOwn(name)(canary) && !isNowhere(canary)) || wasAgreed(canary));
      const missing = theirs.filter((canary) => !found.includes(canary));
      expect(
        missing.map(({ place }) => place),
        address,
      ).toEqual([]);
      expect(theirs.length).toBeGreaterThan(20);
    }
  });

  it("is what it says it is, and is kept by nobody on the way", async () => {
    const [json, csv, html] = await Promise.all(
      FILES.map(async (address) => (await confirmed(name)).post(address, fromHere())),
    );
    expect(exportFile.safeParse(JSON.parse(json?.body ?? "")).error).toBeUndefined();
    expect(html?.body).toMatch(/^<!doctype html>/);
    expect(html?.body.trim()).toMatch(/<\/html>$/);
    expect(html?.body).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\ssrc=|\shref=|\son\w+=/i);
    for (const [extension, type, answer] of [
      ["json", "application/json; charset=utf-8", json],
      ["zip", "application/zip", csv],
      ["html", "text/html; charset=utf-8", html],
    ] as const)
      expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
        "content-type": type,
        "content-disposition": expect.stringMatching(
          new RegExp(`^attachment; filename="export-\\d{4}-\\d\\d-\\d\\d\\.${extension}"$`),
        ),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
  });
});

describe("after a couple has ended", () => {
  it("each still takes what is theirs and what both agreed on, and nothing else of the other's", async () => {
    const { canaries, people } = served.world;
    await leave(people.ada.viewer);
    for (const name of ["ada", "ben"] as const) {
      for (const address of FILES) {
        const found = canaries.foundIn((await (await confirmed(name)).post(address, fromHere())).body);
        const others = found.filter((canary) => !isTheirOwn(name)(canary));
        expect(others.filter((canary) => !wasAgreed(canary)).map(({ place }) => place)).toEqual([]);
        expect(others.length).toBeGreaterThan(0);
      }
    }
  });
});

describe("the server's own log", () => {
  it("holds nobody's words, names or addresses after all of this", () => {
    expect(served.inTheLog()).toEqual([]);
  });
});
