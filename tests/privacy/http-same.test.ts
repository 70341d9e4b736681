import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "@/tests/privacy/doors";
import { tables } from "@/tests/privacy/tables";
import { type Asker, entryOf, type Snapshot } from "@/tests/privacy/tables/promise";
import { aCoupleWithAPast } from "@/tests/support/couple-with-a-past";
import { asks, shares, withdraws } from "@/tests/support/deeds";
import { doing, hiddenDeed } from "@/tests/support/hidden-deeds";
import { askersIn, everythingIn } from "@/tests/support/matrix-askers";
import { builtRoutes } from "@/tests/support/privacy-build";
import { Caller, cookieFor } from "@/tests/support/privacy-caller";
import { answeredApart, Sight } from "@/tests/support/privacy-same";
import { Served } from "@/tests/support/privacy-served";

let served: Served;

beforeAll(async () => {
  served = await Served.begin();
});

afterAll(() => served.end());

const LIVE = "/api/between/live";

/** Where a route takes an id: the addresses that it is asked at, with `{id}` for each; of a new route its own pattern. */
const placesOf = (route: string): string[] =>
  (pages[route]?.addresses ?? [route.replace(/\[[^\]]+\]/g, "{id}")])
    .filter((address) => address.includes("{"))
    .map((address) => address.replace(/\{[^}]+\}/g, "{id}"));

/** The addresses of a route that name nothing of anybody's. */
const plainOf = (route: string): string[] =>
  route === LIVE ? [] : (pages[route]?.addresses ?? [route]).filter((address) => !/[{[]/.test(address));

async function thatOpen(asking: Caller, addresses: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const address of new Set(addresses))
    if ((await asking.page(address)).status === 200) open.push(address);
  return open;
}

/** One id of each kind of thing, in each space, that somebody wrote and this asker may not read. */
function idsKeptFrom(asker: Asker, author: string, all: Snapshot): string[] {
  const kinds = new Map<string, string>();
  for (const [table, { viewer }] of Object.entries(tables)) {
    for (const row of all[table] ?? []) {
      const id = row.entry_id ?? row.commitment_id ?? row.id;
      if (row.author_id !== author || typeof id !== "string" || viewer.read?.rows(row, asker, all)) continue;
      // Words that are kept beside numbers, or what is put into a packet, are named by an entry that can be read.
      const entry = row.entry_id === undefined ? undefined : entryOf(row, all);
      if (entry && tables.entries?.viewer.read?.rows(entry, asker, all)) continue;
      kinds.set(`${table} ${row.kind ?? row.way ?? ""} ${row.couple_id}`, id);
    }
  }
  return [...new Set(kinds.values())];
}

describe("a page", () => {
  it("answers the id of anything hidden, wherever an id can stand, exactly as one that nobody ever used", async () => {
    const all = await everythingIn(served.world.owner);
    const askers = askersIn(served.world, all);
    const places = [...new Set(builtRoutes().flatMap(placesOf))];
    const apart: string[] = [];
    for (const name of ["ben", "dan", "cleo", "nobody"]) {
      const asker = askers.get(name === "nobody" ? "anonymous" : name);
      const hidden = asker ? idsKeptFrom(asker, served.world.people.ada.viewer.id, all) : [];
      // To a stranger all of it is hidden alike; to the partner, each kind in its own way.
      const some = name === "ben" ? hidden : hidden.slice(0, name === "nobody" ? 1 : 4);
      apart.push(
        ...(await answeredApart(served.caller(name), places, { hidden: some, random: randomUUID() })),
      );
      expect(hidden.length, name).toBeGreaterThan(10);
    }
    expect(apart).toEqual([]);
    expect(places.length).toBeGreaterThan(8);
  });

  it("is the same byte for byte, whatever the other hides, changes or deletes", async () => {
    const { ada, ben, said } = await aCoupleWithAPast();
    const asking = new Caller("a partner", served.server.url, await cookieFor(ben.viewer.id));
    const ids = Object.values(said);
    const addresses = builtRoutes()
      .filter((route) => route !== LIVE)
      .flatMap((route) => placesOf(route).flatMap((place) => ids.map((id) => place.replace("{id}", id))));
    const sight = await Sight.of(
      asking,
      await thatOpen(asking, [...builtRoutes().flatMap(plainOf), ...addresses]),
    );
    const hidden = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(hiddenDeed, { minLength: 8, maxLength: 16 }), async (deeds) => {
        for (const deed of deeds) await doing(ada, deed, hidden, said);
        expect(await sight.changes()).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it("is the same to whoever left, whatever is shown or hidden in the space that came after", async () => {
    const { ada } = served.world.people;
    const sight = await Sight.of(served.caller("dan"), builtRoutes().flatMap(plainOf));
    await ada.checksIn("2026-06-01", { trust: 1, note: "for Ben", shown: "numbers_and_words" });
    await withdraws(ada, await shares(ada, "for Ben"));
    await asks(ada, "kept", "only_me");
    expect(await sight.changes()).toEqual([]);
  });
});
