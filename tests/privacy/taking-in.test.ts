import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCopyOf } from "@/tests/support/a-copy";
import type { Name } from "@/tests/support/matrix-world";
import { Caller, cookieFor } from "@/tests/support/privacy-caller";
import { Served, signedIn } from "@/tests/support/privacy-served";

let served: Served;

beforeAll(async () => {
  served = await Served.begin();
  await served.world.owner.query("delete from import_files");
});

afterAll(() => served.end());

const FILE = "/settings/import/file";
const waiting = async () =>
  (await served.world.owner.query<{ account_id: string }>("select account_id from import_files")).rows;

/** Somebody who has given their passphrase a moment ago. */
const confirmed = async (name: Name, { revoked = false } = {}) =>
  new Caller(
    name,
    served.server.url,
    await cookieFor(served.world.people[name].viewer.id, { confirmed: true, revoked }),
  );

/** A form with a file in it, as a browser sends it. */
function sends(asking: Caller, text: string, headers: Record<string, string> = {}) {
  const body = new FormData();
  body.append("file", new File([text], "x.json", { type: "application/json" }));
  return asking.post(FILE, { origin: served.server.url, ...headers }, body);
}

const told = (name: string) =>
  JSON.stringify(
    aCopyOf("Elsewhere", (what) => served.world.canaries.hatch(`${name}'s ${what} (sent)`, [name])),
  );

describe("whoever sends a file", () => {
  it("is turned away unless they confirmed a moment ago that it is them, and nothing of it is kept", async () => {
    const long = "x".repeat(7 * 1024 * 1024);
    for (const asking of served.callers) {
      for (const text of [told(asking.name), long]) {
        const answer = await sends(asking, text);
        expect(answer.status, asking.name).toBe(303);
        expect(answer.headers.get("location")).toBe(signedIn(asking) ? "/settings/import" : "/sign-in");
        expect(answer.headers.get("cache-control")).toBe("no-store");
        expect(answer.body).toBe("");
      }
    }
    const revoked = await sends(await confirmed("ada", { revoked: true }), told("ada"));
    expect(revoked.headers.get("location")).toBe("/sign-in");
    expect(await waiting()).toEqual([]);
  });

  it("does so by a form of ours: no link leads to it, and no other site", async () => {
    const ada = await confirmed("ada");
    expect((await ada.page(FILE)).status).toBe(405);
    for (const headers of [
      { origin: "null" },
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[])
      expect((await sends(ada, told("ada"), headers)).status).toBe(403);
    expect(await waiting()).toEqual([]);
  });

  it("is led back with a word of what is wrong with it, and with none of what is in it", async () => {
    const ada = await confirmed("ada");
    const location = async (text: string) => (await sends(ada, text)).headers.get("location");
    const said = told("ada").replace('"version":1', '"version":1,"more":1');
    expect(await location(said)).toBe("/settings/import?said=import_unclear");
    expect(await location("")).toBe("/settings/import?said=import_missing");
    expect(await location("x".repeat(12 * 1024 * 1024))).toBe("/settings/import?said=import_too_large");
    const bare = await ada.post(FILE, { origin: served.server.url, "content-type": "text/plain" }, "x");
    expect(bare.headers.get("location")).toBe("/settings/import?said=import_missing");
    expect(await waiting()).toEqual([]);
    expect(served.inTheLog()).toEqual([]);
  });
});

describe("a file that waits", () => {
  it("is told to its sender alone, in numbers, and none of its words", async () => {
    const text = told("ada");
    expect((await sends(await confirmed("ada"), text)).headers.get("location")).toBe("/settings/import");
    expect(await waiting()).toEqual([{ account_id: served.world.people.ada.viewer.id }]);
    const { canaries } = served.world;
    const sent = canaries.all.filter(({ place }) => place.endsWith("(sent)"));
    const holds = "A copy that Elsewhere saved";
    for (const asking of await served.anew()) {
      const { body } = await asking.page("/settings/import");
      expect(body.includes(holds), asking.name).toBe(asking.name === "ada");
      expect(canaries.foundIn(body).filter((canary) => sent.includes(canary))).toEqual([]);
    }
  });

  it("stays out of every other page and of the log", async () => {
    const { canaries } = served.world;
    for (const asking of await served.anew())
      for (const address of ["/timeline", "/timeline/mine", "/settings", "/today"]) {
        const answer = await asking.page(address);
        const found = canaries.foundIn(answer.body).filter(({ place }) => place.endsWith("(sent)"));
        expect(found, `${address} as ${asking.name}`).toEqual([]);
        expect(answer.status).toBeLessThan(500);
      }
    expect(served.inTheLog()).toEqual([]);
  });
});
