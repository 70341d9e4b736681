import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erase } from "@/lib/accounts/commands";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { asViewer } from "@/lib/db/viewer";
import { deleteEntry } from "@/lib/entries/commands";
import type { ExportedFile } from "@/lib/export/schema";
import { dropFile, dropOldFiles, keepFile, takeIn } from "@/lib/imports/commands";
import { waitingFile } from "@/lib/imports/queries";
import { numberOf } from "@/lib/time/day";
import { mineEverywhere, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { numbersPage } from "@/lib/trends/queries";
import { trendsSearch } from "@/lib/trends/schema";
import { bytesOf, copyOf, fileOf, takesIn } from "@/tests/support/copies";
import { aCoupleWithAPast } from "@/tests/support/couple-with-a-past";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";

let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});

afterAll(() => owner.end());

const search = timelineSearch.parse({});
const waits = ({ viewer }: Person) => asViewer(viewer, (db) => waitingFile(db, viewer));
const sends = ({ viewer }: Person, text: string) => keepFile(viewer, bytesOf(text));
const countOf = async (person: Person) =>
  asViewer(person.viewer, (db) => db.entry.count({ where: { authorId: person.viewer.id } }));

/** Somebody with one entry of their own, and the file of it. */
async function oneEntry(
  note = "the third floor",
): Promise<{ ada: Person; file: ExportedFile; text: string }> {
  const ada = await aPerson("Ada");
  await ada.checksIn("2026-03-01", { trust: 4, note });
  const text = await fileOf(ada);
  return { ada, text, file: JSON.parse(text) };
}

describe("a file that was sent", () => {
  it("waits for its sender alone, sealed, and nothing of it is taken in before they say so", async () => {
    const { text } = await oneEntry();
    const [gus, hal] = [await aPerson("Gus"), await aPerson("Hal")];
    await sends(gus, text);
    expect(await waits(gus)).toMatchObject({
      summary: { name: "Ada", spaces: 1, from: "2026-03-01", kinds: [{ kind: "check_in", count: 1 }] },
      takenOn: null,
    });
    expect(await waits(hal)).toBeNull();
    expect(await countOf(gus)).toBe(0);
    const { rows } = await owner.query<{ ciphertext: Buffer }>(
      "select ciphertext from import_files where account_id = $1",
      [gus.viewer.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.ciphertext.includes("the third floor")).toBe(false);
    expect(() => open(rows[0]?.ciphertext ?? Buffer.of(), places.importFile(hal.viewer.id))).toThrow();
  });

  it("takes the place of one that waited, and can be dropped", async () => {
    const gus = await aPerson("Gus");
    await sends(gus, (await oneEntry()).text);
    await sends(gus, (await oneEntry("another")).text);
    expect(await countOf(gus)).toBe(0);
    await asViewer(gus.viewer, dropFile);
    expect(await waits(gus)).toBeNull();
    await expect(takeIn(gus.viewer, { again: false })).rejects.toMatchObject({ reason: "import_gone" });
  });

  it("is found for an hour, and then dropped whoever's it is; its sender can send another meanwhile", async () => {
    const { text } = await oneEntry();
    const [gus, hal] = [await aPerson("Gus"), await aPerson("Hal")];
    const ages = (of: Person, age: string) =>
      owner.query("update import_files set arrived_at = now() - $2::interval where account_id = $1", [
        of.viewer.id,
        age,
      ]);
    const lies = async () => (await owner.query("select account_id from import_files")).rowCount;
    await owner.query("delete from import_files");
    for (const person of [gus, hal]) await sends(person, text);
    await ages(gus, "61 minutes");
    await ages(hal, "59 minutes");
    expect(await waits(gus)).toBeNull();
    expect(await waits(hal)).not.toBeNull();
    await expect(takeIn(gus.viewer, { again: false })).rejects.toMatchObject({ reason: "import_gone" });
    await dropOldFiles();
    expect(await lies()).toBe(1);
    await ages(hal, "61 minutes");
    await sends(hal, text);
    expect(await waits(hal)).not.toBeNull();
    expect(await lies()).toBe(1);
  });
});

describe("what is taken in", () => {
  it("is an earlier space of its owner's own, which they read where they read all of theirs", async () => {
    const { ada } = await aCoupleWithAPast();
    const gus = await aPerson("Gus");
    await takesIn(gus, await fileOf(ada));
    const { viewer } = gus;
    const mine = await asViewer(viewer, (db) => mineEverywhere(db, viewer, search));
    const entries = mine.days.flatMap(({ entries }) => entries);
    expect(entries.length).toBe(await countOf(ada));
    expect(entries.every(({ mine, here }) => mine && !here)).toBe(true);
    expect(JSON.stringify(mine)).toContain("I call");
    const today = day("2026-03-12");
    const own = trendsSearch.parse({ range: "all", whose: "mine" });
    const { people } = await asViewer(viewer, (db) => numbersPage(db, viewer, own, today));
    expect(people.flatMap(({ rows }) => rows.map((row) => row.day))).toEqual(
      ["2026-03-01", "2026-03-04"].map((text) => numberOf(day(text))),
    );
    const present = await asViewer(viewer, (db) => timelineFor(db, viewer, search));
    expect(present.days).toEqual([]);
    const { rows } = await owner.query(
      `select c.ended_at is not null as ended, (select count(*)::int from members m where m.couple_id = c.id) as members
       from imports i join couples c on c.id = i.couple_id where i.author_id = $1`,
      [viewer.id],
    );
    expect(rows).toEqual([{ ended: true, members: 1 }]);
  });

  it("names nobody there is, but whoever took it in", async () => {
    const { ada } = await aCoupleWithAPast();
    const gus = await aPerson("Gus");
    await takesIn(gus, await fileOf(ada));
    const people = await owner.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'
       and column_name in ('author_id', 'to_author_id', 'doer_id', 'writer_id', 'speaker_id', 'account_id', 'reader_id')
       and table_name in (select table_name from information_schema.columns where column_name = 'couple_id')`,
    );
    let named = 0;
    for (const { table, column } of people.rows) {
      const { rows } = await owner.query(
        `select 1 from ${table} where couple_id in (select couple_id from imports where author_id = $1)
         and ${column} in (select id from accounts where id <> $1)`,
        [gus.viewer.id],
      );
      expect(rows, `${table}.${column}`).toEqual([]);
      named++;
    }
    expect(named).toBeGreaterThan(30);
  });

  it("is never read by somebody who shares a space with them, then or later", async () => {
    const { ada } = await aCoupleWithAPast();
    const [gus, hal] = await aCouple();
    await takesIn(gus, await fileOf(ada));
    const { viewer } = hal;
    await asViewer(viewer, async (db) => {
      expect(await db.entry.count()).toBe(0);
      expect(await db.commitment.count()).toBe(0);
      expect(await db.agreedWords.count()).toBe(0);
      expect((await timelineFor(db, viewer, search)).days).toEqual([]);
    });
    const shown = asViewer(gus.viewer, (db) =>
      db.entry.updateMany({ where: { authorId: gus.viewer.id }, data: { audience: "partner" } }),
    );
    expect((await shown).count).toBe(0);
  });

  it("stands beside what it came from, each apart from the other", async () => {
    const { ada, text } = await oneEntry();
    await takesIn(ada, text);
    expect(await countOf(ada)).toBe(2);
    const [first] = (await copyOf(ada)).spaces;
    await asViewer(ada.viewer, (db) => deleteEntry(db, ada.viewer, first?.entries[0]?.id ?? ""));
    expect(await countOf(ada)).toBe(1);
  });

  it("goes with the account", async () => {
    const { ada } = await aCoupleWithAPast();
    const gus = await aPerson("Gus");
    await takesIn(gus, await fileOf(ada));
    await sends(gus, await fileOf(ada));
    const { rows } = await owner.query<{ couple_id: string }>(
      "select couple_id from imports where author_id = $1",
      [gus.viewer.id],
    );
    await erase(gus.viewer);
    const left = await owner.query(
      `select 1 from couples where id = $1 union all select 1 from imports where author_id = $2
       union all select 1 from import_files where account_id = $2 union all select 1 from mutual_words where couple_id = $1`,
      [rows[0]?.couple_id, gus.viewer.id],
    );
    expect(left.rows).toEqual([]);
  });
});

describe("a form that is sent twice", () => {
  it("takes in a file once, also where both are sent at once", async () => {
    const { text } = await oneEntry();
    const gus = await aPerson("Gus");
    await sends(gus, text);
    const pressed = await Promise.allSettled([1, 2, 3].map(() => takeIn(gus.viewer, { again: false })));
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = pressed.flatMap((one) => (one.status === "rejected" ? one.reason.reason : []));
    expect(refused).toEqual(["import_gone", "import_gone"]);
    expect(await countOf(gus)).toBe(1);
  });

  it("takes in the same file a second time only where that is said", async () => {
    const { text } = await oneEntry();
    const [gus, hal] = [await aPerson("Gus"), await aPerson("Hal")];
    await takesIn(gus, text);
    await expect(takesIn(gus, text)).rejects.toMatchObject({ reason: "import_seen" });
    expect((await waits(gus))?.takenOn).toMatch(/^\d{4}-/);
    await takeIn(gus.viewer, { again: true });
    expect(await countOf(gus)).toBe(2);
    // Another's doing says nothing.
    await sends(hal, text);
    expect((await waits(hal))?.takenOn).toBeNull();
  });
});

describe("a file that is none of ours, or no longer whole", () => {
  const refusedAs = async (text: string | Uint8Array, reason: string) => {
    const gus = await aPerson("Gus");
    const bytes = typeof text === "string" ? bytesOf(text) : text;
    await expect(keepFile(gus.viewer, bytes), reason).rejects.toMatchObject({ reason });
    expect(await waits(gus)).toBeNull();
    expect(await countOf(gus)).toBe(0);
  };

  it("is said to be what it is, and nothing of it is kept", async () => {
    const { text, file } = await oneEntry();
    await refusedAs("", "import_not_whole");
    await refusedAs("PK\u0003\u0004 tables", "import_not_whole");
    await refusedAs("<!doctype html>", "import_not_whole");
    await refusedAs(text.slice(0, -100), "import_not_whole");
    await refusedAs(Uint8Array.of(0x7b, 0xff, 0x7d), "import_not_whole");
    await refusedAs("[".repeat(1_000_000), "import_not_whole");
    await refusedAs("[]", "import_not_ours");
    await refusedAs("null", "import_not_ours");
    await refusedAs(JSON.stringify({ format: "another-export", version: 1 }), "import_not_ours");
    await refusedAs(JSON.stringify({ ...file, version: "1" }), "import_not_ours");
    await refusedAs(JSON.stringify({ ...file, version: 2 }), "import_other_version");
    await refusedAs(JSON.stringify({ ...file, version: 0 }), "import_other_version");
    await refusedAs(JSON.stringify({ ...file, added: "by somebody" }), "import_unclear");
    await refusedAs(text.replace('"spaces":', '"__proto__":{"x":1},"spaces":'), "import_unclear");
    await refusedAs("x".repeat(8 * 1024 * 1024 + 1), "import_too_large");
  });

  it("is nothing to take in where nothing was written", async () => {
    await refusedAs(await fileOf(await aPerson("Ada")), "import_nothing");
  });

  it("is refused whole by Postgres too, where a file says what no table holds", async () => {
    const { ada, text } = await oneEntry();
    const gus = await aPerson("Gus");
    await sends(gus, text);
    // A day that the file's own checks let through and the column does not take.
    await owner.query("alter table entries add check (happened_on <> '2026-03-01') not valid");
    try {
      await expect(takeIn(gus.viewer, { again: false })).rejects.toMatchObject({ reason: "import_unclear" });
    } finally {
      await owner.query("alter table entries drop constraint entries_happened_on_check");
    }
    expect(await waits(gus)).not.toBeNull();
    const { rows } = await owner.query("select 1 from imports where author_id = $1", [gus.viewer.id]);
    expect(rows).toEqual([]);
    await takeIn(gus.viewer, { again: false });
    expect(await countOf(gus)).toBe(await countOf(ada));
  });
});

describe("ten thousand entries", () => {
  it("are taken in within some seconds", { timeout: 120_000 }, async () => {
    const { file } = await oneEntry();
    const [space] = file.spaces;
    const [pattern] = space?.entries ?? [];
    if (!space || !pattern) throw new Error("there is no entry");
    const entries = Array.from({ length: 10_000 }, (_, nth) => ({
      ...pattern,
      id: `00000000-0000-4000-8000-${String(nth).padStart(12, "0")}`,
      happened_on: new Date(Date.UTC(1995, 0, 1 + nth)).toISOString().slice(0, 10),
    }));
    const text = JSON.stringify({ ...file, spaces: [{ ...space, entries }] });
    expect(text.length).toBeGreaterThan(4_000_000);
    expect(text.length).toBeLessThan(8 * 1024 * 1024);
    const gus = await aPerson("Gus");
    const since = performance.now();
    await sends(gus, text);
    const kept = performance.now();
    expect((await waits(gus))?.summary.kinds).toEqual([{ kind: "check_in", count: 10_000 }]);
    const seen = performance.now();
    await takeIn(gus.viewer, { again: false });
    const [sent, looked, taken] = [kept - since, seen - kept, performance.now() - seen].map(Math.round);
    console.info(`${text.length} bytes: sent ${sent} ms, looked at ${looked} ms, taken in ${taken} ms`);
    expect(await countOf(gus)).toBe(10_000);
    // Half of what the transaction may take, however busy the machine is.
    expect(taken).toBeLessThan(60_000);
  });
});
