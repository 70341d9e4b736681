import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { asViewer } from "@/lib/db/viewer";
import { everythingOf } from "@/lib/export/queries";
import { asJson } from "@/lib/export/rules";
import { exportFile, publishedSchema } from "@/lib/export/schema";
import { tables } from "@/tests/privacy/tables";
import { nobodys, taken } from "@/tests/privacy/taken-along";
import { agreedBetween, amends, missesDay } from "@/tests/support/deeds";
import { makeWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { aPerson, type Person } from "@/tests/support/people";

let world: World;

beforeAll(async () => {
  world = await makeWorld(thisDatabase());
});

afterAll(() => world.owner.end());

async function copyOf({ viewer }: Person) {
  let text = "";
  for await (const piece of asJson(everythingOf(viewer))) text += piece;
  return exportFile.parse(JSON.parse(text));
}

/** The names of all that is in it, lists and all, as `spaces.entries.words.text`. */
function namesIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((one) => namesIn(one, path))];
  if (value === null || typeof value !== "object") return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, of]) => namesIn(of, path ? `${path}.${name}` : name)),
  ];
}

/** Every place that a schema describes, as `spaces.entries.words.text`. */
function described(schema: Described, path = ""): string[] {
  const of = schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
  if (of.items) return described(of.items, path);
  const within = Object.entries(of.properties ?? {});
  return [path, ...within.flatMap(([name, one]) => described(one, path ? `${path}.${name}` : name))];
}
type Described = {
  readonly type?: string;
  readonly anyOf?: readonly Described[];
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
};

describe("what is published of the file", () => {
  it("describes each place in it, by the name that it bears", async () => {
    const schema = publishedSchema();
    const { $schema } = await copyOf(world.people.ada);
    expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", $id: $schema });
    const places = new Set(described(schema as Described));
    const open = /^me\.drafts\.fields\.|^spaces\.commitments\.steps\.texts\.|^spaces\.offers\.texts\./;
    const inIt = namesIn(await copyOf(world.people.ada)).filter((place) => !open.test(place));
    expect(inIt.filter((place) => !places.has(place))).toEqual([]);
  });

  it("takes in a file of today, and not one of another version", async () => {
    const published = z.fromJSONSchema(publishedSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    const file = await copyOf(world.people.ada);
    expect(published.safeParse(file).error).toBeUndefined();
    expect(published.safeParse({ ...file, something: "added later" }).error).toBeUndefined();
    expect(published.safeParse({ ...file, version: 2 }).success).toBe(false);
    expect(published.safeParse({ ...file, me: { ...file.me, name: 1 } }).success).toBe(false);
  });
});

describe("what a person takes along", () => {
  it("is settled for every column there is", () => {
    const columns = (of: Readonly<Record<string, object>>) =>
      Object.entries(of).flatMap(([table, all]) => Object.keys(all).map((column) => `${table}.${column}`));
    const promised = Object.entries(tables).filter(([table]) => !nobodys.includes(table));
    expect(columns(taken).sort()).toEqual(
      columns(Object.fromEntries(promised.map(([table, { columns: all }]) => [table, all]))).sort(),
    );
  });

  it("stands where it is said to stand", async () => {
    const there = new Set(namesIn(await copyOf(world.people.ada)));
    const missing = Object.entries(taken).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([column, of]) =>
        "at" in of && !there.has(of.at) ? `${table}.${column} is not at ${of.at}` : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  it("has every row of theirs, and none of anybody else's", async () => {
    const { ada } = world.people;
    const { spaces } = await copyOf(ada);
    const inIt = spaces.flatMap(({ entries }) => entries.map(({ id }) => id)).sort();
    const { rows } = await world.owner.query<{ id: string }>("select id from entries where author_id = $1", [
      ada.viewer.id,
    ]);
    expect(inIt).toEqual(rows.map(({ id }) => id).sort());
    expect(spaces.at(-1)?.present).toBe(true);
    const days = spaces.map(({ entries }) => entries.map(({ happened_on }) => happened_on));
    expect(days).toEqual(days.map((of) => of.toSorted()));
  });

  it("tells a commitment whole, and of the other's offers only what was agreed", async () => {
    const [ada, ben] = [world.people.ada, world.people.ben];
    const id = await agreedBetween(ada, ben, "I call");
    await missesDay(ada, id, "", "only_me");
    await amends(ben, id, "You call twice");
    const told = async (person: Person) =>
      (await copyOf(person)).spaces.flatMap(({ commitments }) => commitments).find((one) => one.id === id);
    const [adas, bens] = [await told(ada), await told(ben)];
    expect(adas).toMatchObject({ doer: "me", begun_by: "me" });
    expect(bens).toMatchObject({ doer: "other", begun_by: "other", days: adas?.days });
    expect(adas?.days).toMatchObject([{ status: "missed" }]);
    expect(adas?.steps.map(({ by, step, texts }) => [by, step, texts.what])).toEqual([
      ["me", "offered", "I call"],
      ["other", "accepted", undefined],
      ["other", "offered", undefined],
    ]);
    expect(bens?.steps.at(-1)?.texts.what).toBe("You call twice");
  });

  it("is nearly nothing for somebody who has just come", async () => {
    const { me, spaces } = await copyOf(await aPerson("Gus"));
    expect(me.name).toBe("Gus");
    expect(spaces).toHaveLength(1);
    expect(spaces[0]).toMatchObject({ present: true, from: null, entries: [], commitments: [], offers: [] });
  });

  it("is read in pages, and nothing falls between two", async () => {
    const gus = await aPerson("Hal");
    const { id: authorId, coupleId } = gus.viewer;
    const owner = new pg.Client({ connectionString: thisDatabase() });
    await owner.connect();
    await owner.query(
      `insert into entries (couple_id, author_id, id, kind, happened_on, written_on, time_zone, audience)
       select $1, $2, gen_random_uuid(), 'from_my_day', date '2026-01-01' + n % 7, '2026-03-01', 'UTC', 'only_me' from generate_series(1, 1203) n`,
      [coupleId, authorId],
    );
    await owner.end();
    const { spaces } = await copyOf(gus);
    const ids = spaces.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(1203);
    expect(ids).toHaveLength(1203);
    expect(await asViewer(gus.viewer, (db) => db.entry.count())).toBe(1203);
  });
});
