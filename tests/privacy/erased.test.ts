import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erase } from "@/lib/accounts/commands";
import { Caller, cookieFor, wholeOf } from "@/tests/support/privacy-caller";
import { Served } from "@/tests/support/privacy-served";

let served: Served;
let before: Caller;

beforeAll(async () => {
  served = await Served.begin();
  const { ada } = served.world.people;
  before = new Caller("ada", served.server.url, await cookieFor(ada.viewer.id, { confirmed: true }));
  await erase(ada.viewer);
});

afterAll(() => served.end());

const PAGES = [
  "/today",
  "/feelings",
  "/questions",
  "/care",
  "/commitments",
  "/timeline",
  "/timeline/mine",
  "/trends?range=all",
  "/review",
  "/trends/acts?range=all",
  "/struggles",
  "/therapy",
  "/therapy/marks",
  "/therapy/packets",
  "/space",
  "/agreements",
  "/mine",
  "/unsent",
  "/settings/partner",
] as const;

const agreedOn = /^ada's (words \(accepted|(sentence|agreement|words of a review) \(agreed)/;

describe("once somebody is erased", () => {
  it.each(["ben", "dan"] as const)(
    "no page and no file of %s's names them, and none has a word of theirs but what was agreed on",
    async (name) => {
      const asking = new Caller(
        name,
        served.server.url,
        await cookieFor(served.world.people[name].viewer.id, { confirmed: true }),
      );
      const answers = [
        await asking.page(`/commitments/${served.idOf("ada.agreed")}`),
        await asking.post("/settings/export/json", { origin: served.server.url }),
        await asking.post("/settings/export/csv", { origin: served.server.url }),
        await asking.post("/settings/export/html", { origin: served.server.url }),
      ];
      for (const address of PAGES) answers.push(await asking.page(address), await asking.payload(address));
      const met = new Set<string>();
      for (const answer of answers) {
        expect(answer.status).toBeLessThan(500);
        for (const { place } of served.world.canaries.foundIn(wholeOf(answer))) met.add(place);
      }
      const adas = [...met].filter((place) => place.startsWith("ada's "));
      expect(adas.filter((place) => !agreedOn.test(place))).toEqual([]);
      expect(adas.length).toBeGreaterThan(0);
    },
  );

  it("the record names a former partner, on the page and in the file", async () => {
    const asking = new Caller(
      "ben",
      served.server.url,
      await cookieFor(served.world.people.ben.viewer.id, { confirmed: true }),
    );
    const { body } = await asking.page(`/commitments/${served.idOf("ada.agreed")}`);
    expect(body).toContain("former partner");
    const file = await asking.post("/settings/export/html", { origin: served.server.url });
    expect(file.body).toContain("A former partner");
  });

  it("opens nothing with what was a session of theirs, and is told to nobody", async () => {
    for (const address of PAGES)
      expect((await before.page(address)).headers.get("location"), address).toMatch(/^\/sign-in/);
    const { headers } = await before.post("/settings/export/json", { origin: served.server.url });
    expect(headers.get("location")).toBe("/sign-in");
    expect(served.inTheLog()).toEqual([]);
  });
});
