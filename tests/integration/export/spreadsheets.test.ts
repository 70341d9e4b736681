import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { createFormatter, createTranslator } from "next-intl";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asSpreadsheets } from "@/components/export/spreadsheet";
import type { DocumentWords } from "@/components/export/words";
import { everythingOf } from "@/lib/export/queries";
import en from "@/lib/i18n/en.json" with { type: "json" };
import { makeWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { agree, proposes } from "../agreements/voices";

let world: World;

beforeAll(async () => {
  world = await makeWorld(thisDatabase());
});

afterAll(() => world.owner.end());

const messages = en as DocumentWords["messages"];
const said = (namespace: string) =>
  createTranslator({ locale: "en", messages, namespace: namespace as never }) as never;
const words: DocumentWords = {
  t: said("export"),
  partner: said("partner"),
  commitments: said("commitments"),
  timeline: said("timeline"),
  messages,
  format: createFormatter({ locale: "en", timeZone: "UTC" }) as never,
};

async function tablesOf({ viewer }: Person) {
  const pieces: number[] = [];
  for await (const piece of asSpreadsheets(everythingOf(viewer), words)) pieces.push(...piece);
  return Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(pieces))).map(([name, content]) => {
      expect([...content.subarray(0, 3)], name).toEqual([0xef, 0xbb, 0xbf]);
      const rows = parse(strFromU8(content), { columns: true, bom: true }) as Record<string, string>[];
      return [name, rows];
    }),
  );
}

it("has a row for each entry of theirs, with its numbers and its words", async () => {
  const { ada } = world.people;
  const {
    "entries.csv": entries = [],
    "agreed.csv": agreed = [],
    "days.csv": days = [],
  } = await tablesOf(ada);
  const { rows } = await world.owner.query(
    `select e.id, e.happened_on::text as day, e.time_zone, c.trust, c.pain from entries e
     left join check_ins c on (c.couple_id, c.author_id, c.entry_id) = (e.couple_id, e.author_id, e.id) and c.superseded_on is null
     where e.author_id = $1`,
    [ada.viewer.id],
  );
  const told = (id: unknown, day: unknown, trust: unknown, pain: unknown) =>
    [id, day, trust ?? "", pain ?? ""].join();
  expect(entries.map(({ Id, Day, Trust, Pain }) => told(Id, Day, Trust, Pain)).sort()).toEqual(
    rows.map(({ id, day, trust, pain }) => told(id, day, trust, pain)).sort(),
  );
  expect(rows.some(({ trust }) => trust !== null)).toBe(true);
  expect(agreed.length).toBeGreaterThan(0);
  expect(days.length).toBeGreaterThan(0);
});

it("tells what both agreed on from what they said before it, and from what is only proposed", async () => {
  const [ada, ben] = await aCouple();
  const [id, other] = [randomUUID(), randomUUID()];
  for (const text of ["No secrets.", "No secrets about money."]) await agree(ada, ben, id, text);
  await proposes(ada, id, "None at all.");
  await agree(ben, ada, other, "Home by seven.");
  const { "said.csv": rows = [] } = await tablesOf(ada);
  const { held, holds, proposed } = en.export.said;
  expect(Object.fromEntries(rows.map(({ Text, Agreed }) => [Text, Agreed]))).toEqual({
    "No secrets.": held,
    "No secrets about money.": holds,
    "None at all.": proposed,
    "Home by seven.": holds,
  });
});

it("has each file with its columns, also where there is nothing to put in", async () => {
  const tables = await tablesOf(await aPerson("Gus"));
  expect(Object.keys(tables)).toEqual([
    "entries.csv",
    "earlier.csv",
    "agreed.csv",
    "days.csv",
    "said.csv",
    "account.csv",
  ]);
  expect(tables["entries.csv"]).toEqual([]);
  expect(tables["account.csv"]).toContainEqual({ Space: "", Name: "Name", Text: "Gus" });
});
