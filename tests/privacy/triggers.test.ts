import pg from "pg";
import { describe, expect, it } from "vitest";
import { amendCheckIn } from "@/lib/check-ins/commands";
import { ownEntry } from "@/lib/check-ins/queries";
import type { Content } from "@/lib/check-ins/schema";
import { asViewer } from "@/lib/db/viewer";
import { deleteEntry } from "@/lib/entries/commands";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry } from "@/lib/visibility/commands";
import type { Shown } from "@/lib/visibility/rules";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, checkInsAmong, day, type Person } from "@/tests/support/people";

const told = { trust: 3, note: "first", shown: "numbers_and_words" } as const;

const amends = (person: Person, entry: string, says: Partial<Content>, shown: Shown, today = "2026-12-31") =>
  asViewer(person.viewer, async (db) => {
    const standing = await ownEntry(db, person.viewer, entry);
    if (!standing) throw new Error("there is no such entry");
    await amendCheckIn(
      db,
      person.at(today),
      { ...standing.content, ...says, entry, basis: standing.basis },
      shown,
    );
  });

const shows = (person: Person, entry: string, shown: Shown) =>
  asViewer(person.viewer, (db) => showEntry(db, person.viewer, entry, shown, day("2026-05-20")));

/** As a determined author would, past the app, with any statement under their own name. */
const tries = (person: Person, sql: string) => asViewer(person.viewer, (db) => db.$executeRawUnsafe(sql));

const reads = async (person: Person) => {
  const page = await asViewer(person.viewer, (db) =>
    timelineFor(db, person.viewer, timelineSearch.parse({})),
  );
  return checkInsAmong(page.days.flatMap(({ entries }) => entries));
};

const keptAsShown = /kept as it was shown|stays superseded/;
const notAllowed = /permission denied/;

/** One couple for all that changes nothing: an entry that was shown, changed and is shown still. */
const twoWhoTold = (() => {
  let made: Promise<{ ada: Person; ben: Person }> | undefined;
  const make = async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", told);
    await amends(ada, entry, { trust: 4, note: "second" }, "numbers_and_words");
    return { ada, ben };
  };
  return () => {
    made ??= make();
    return made;
  };
})();

describe("what a partner could read", () => {
  it.each([
    ["rewritten", "update entry_words set ciphertext = '' where shown", keptAsShown],
    ["rewritten in its numbers", "update check_ins set trust = 10 where shown", keptAsShown],
    ["rewritten in its feelings", "update check_ins set feelings = '{calm}' where shown", keptAsShown],
    ["called not shown", "update entry_words set shown = false", notAllowed],
    ["called not shown in its numbers", "update check_ins set shown = false", notAllowed],
    [
      "brought back in place of what replaced it",
      "update entry_words set superseded_on = null where superseded_on is not null",
      keptAsShown,
    ],
    [
      "brought back in its numbers",
      "update check_ins set superseded_on = null where superseded_on is not null",
      keptAsShown,
    ],
    [
      "re-dated when it was replaced",
      "update check_ins set superseded_on = '2020-01-01' where superseded_on is not null",
      keptAsShown,
    ],
    ["renumbered", "update entry_words set version = 9", notAllowed],
    ["deleted in its numbers alone", "delete from check_ins", notAllowed],
    ["moved to another day", "update entries set happened_on = '2020-01-01'", notAllowed],
  ])("is not %s, not even by its author", async (_how, sql, refusal) => {
    const { ada, ben } = await twoWhoTold();
    const before = await reads(ben);

    await expect(tries(ada, sql)).rejects.toThrow(refusal);

    expect(await reads(ben)).toEqual(before);
    expect(before[0]?.earlier).toHaveLength(2);
  });

  it("is not deleted from an entry one version at a time", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", told);
    await amends(ada, entry, { note: "second" }, "numbers_and_words");
    const before = await reads(ben);
    expect(await tries(ada, "delete from entry_words")).toBe(0);
    expect(await reads(ben)).toEqual(before);
  });

  it("goes with its whole entry, and leaves nothing", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", told);
    await amends(ada, entry, { note: "second" }, "numbers_and_words");
    await asViewer(ada.viewer, (db) => deleteEntry(db, ada.viewer, entry));
    expect(await reads(ben)).toEqual([]);
    expect(await asViewer(ada.viewer, (db) => db.entryWords.count())).toBe(0);
    expect(await asViewer(ada.viewer, (db) => db.checkIn.count())).toBe(0);
  });

  it("stays rewritable and deletable while nobody else ever saw it", async () => {
    const [ada] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 3, note: "only mine", shown: "numbers" });
    expect(await tries(ada, "update entry_words set ciphertext = ciphertext")).toBe(1);
    expect(await tries(ada, "delete from entry_words")).toBe(1);
  });
});

describe("words that were shown, when they are put under a newer key", () => {
  const rewrite = "update public.entry_words set ciphertext = 'anew' where shown";
  const login = () => new URL(process.env.SERVING_DATABASE_URL ?? "").username;

  async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
    const owner = new pg.Client({ connectionString: thisDatabase() });
    await owner.connect();
    try {
      return await work(owner);
    } finally {
      await owner.end();
    }
  }

  it("are so by the owner, who changes nothing else of them", async () => {
    await twoWhoTold();
    await asOwner(async (owner) => {
      await owner.query("begin");
      expect((await owner.query(rewrite)).rowCount).toBeGreaterThan(1);
      await owner.query("savepoint anew");
      for (const sql of [
        "update entry_words set version = version + 9 where shown",
        "update entry_words set superseded_on = '2020-01-01' where superseded_on is not null",
        "update check_ins set trust = 10 where shown",
      ]) {
        await expect(owner.query(sql), sql).rejects.toThrow(keptAsShown);
        await owner.query("rollback to savepoint anew");
      }
      await owner.query("rollback");
    });
  });

  it("are not so by the owner in a role of the server's", async () => {
    const { ada } = await twoWhoTold();
    await asOwner(async (owner) => {
      await owner.query(`begin; set local role keel_app; set local app.viewer_id = '${ada.viewer.id}'`);
      await expect(owner.query(rewrite)).rejects.toThrow(keptAsShown);
    });
  });

  it("are not so by the server inside a function with the owner's rights", async () => {
    const { ada } = await twoWhoTold();
    await asOwner(async (owner) => {
      await owner.query(
        `create function app.rewrites() returns void language sql security definer as $$ ${rewrite} $$`,
      );
      await owner.query("grant execute on function app.rewrites() to keel_app");
      await expect(tries(ada, "select app.rewrites()")).rejects.toThrow(keptAsShown);
      await owner.query("drop function app.rewrites()");
    });
  });

  it("are not so by the server's login itself, even were everything granted to it", async () => {
    await twoWhoTold();
    const rights = [`usage on schema public`, `select, update on public.entry_words`];
    await asOwner(async (owner) => {
      const server = new pg.Client({ connectionString: process.env.SERVING_DATABASE_URL });
      await server.connect();
      for (const right of rights) await owner.query(`grant ${right} to ${login()}`);
      await owner.query("alter table entry_words disable row level security");
      try {
        await expect(server.query(rewrite)).rejects.toThrow(keptAsShown);
      } finally {
        await owner.query("alter table entry_words enable row level security");
        for (const right of rights) await owner.query(`revoke ${right} from ${login()}`);
        await server.end();
      }
    });
  });
});

describe("words", () => {
  const widest =
    "select count(*)::int as n from entry_words w join entries e on (e.couple_id, e.author_id, e.id) = (w.couple_id, w.author_id, w.entry_id) where w.audience = 'partner' and e.audience = 'only_me'";
  const steps = {
    "show the words": "update entry_words set audience = 'partner'",
    "keep the words": "update entry_words set audience = 'only_me'",
    "show the entry": "update entries set audience = 'partner'",
    "keep the entry": "update entries set audience = 'only_me'",
  } as const;
  const orders = Object.keys(steps).flatMap((a) =>
    Object.keys(steps).flatMap((b) => Object.keys(steps).map((c) => [a, b, c] as (keyof typeof steps)[])),
  );

  it("are never wider than their entry, in whatever order both are changed", async () => {
    const [ada] = await aCouple();
    await ada.checksIn("2026-03-01", { ...told, shown: "only_me" });
    for (const order of orders) {
      for (const step of order) await tries(ada, steps[step]).catch(() => 0);
      const [wider] = await asViewer(ada.viewer, (db) => db.$queryRawUnsafe<{ n: number }[]>(widest));
      expect(wider?.n, order.join(", then ")).toBe(0);
    }
    expect(orders).toHaveLength(64);
  });

  it("are not wider when two tabs show the words and keep the entry at the same time", async () => {
    const [ada] = await aCouple();
    for (const on of ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"]) {
      await ada.checksIn(on, { ...told, shown: "numbers" });
      await Promise.allSettled([
        tries(ada, steps["show the words"]),
        tries(ada, steps["keep the entry"]),
        tries(ada, steps["show the words"]),
      ]);
      const [wider] = await asViewer(ada.viewer, (db) => db.$queryRawUnsafe<{ n: number }[]>(widest));
      expect(wider?.n).toBe(0);
    }
  });
});

describe("what is changed while nobody can see it", () => {
  it("never appears, however often it was changed", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", told);
    await shows(ada, entry, "only_me");
    for (const note of ["hidden one", "hidden two", "hidden three"])
      await amends(ada, entry, { note, trust: 9 }, "only_me");
    await amends(ada, entry, { note: "last", trust: 5 }, "only_me");
    await shows(ada, entry, "numbers_and_words");

    const [seen] = await reads(ben);
    expect(JSON.stringify(seen)).not.toContain("hidden");
    expect(seen?.content).toMatchObject({ trust: 5, note: "last" });
    expect(
      seen?.earlier
        .flatMap(({ content }) => [content.trust, content.note])
        .filter((said) => said !== null && said !== "")
        .sort(),
    ).toEqual([3, "first"]);
  });

  it("leaves no number by which a partner could count the changes", async () => {
    const versions = async (changes: number) => {
      const [ada, ben] = await aCouple();
      const entry = await ada.checksIn("2026-03-01", told);
      await shows(ada, entry, "only_me");
      for (let n = 0; n < changes; n++)
        await amends(ada, entry, { trust: n, note: `hidden ${n}` }, "only_me");
      await amends(ada, entry, { trust: 10, note: "last" }, "numbers_and_words");
      return asViewer(ben.viewer, async (db) => ({
        words: await db.entryWords.findMany({
          select: { version: true, field: true },
          orderBy: { version: "asc" },
        }),
        numbers: await db.checkIn.findMany({
          select: { version: true, trust: true },
          orderBy: { version: "asc" },
        }),
      }));
    };
    expect(await versions(7)).toEqual(await versions(0));
  });

  it("is not told by words taken out and put in again", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", { trust: 3, note: "", shown: "only_me" });
    for (const note of ["one", "", "two", "", "three"]) await amends(ada, entry, { note }, "only_me");
    await shows(ada, entry, "numbers_and_words");
    expect(await asViewer(ben.viewer, (db) => db.entryWords.findMany({ select: { version: true } }))).toEqual(
      [{ version: 1 }],
    );
  });

  it("keeps an amendment that narrows from being seen on the way", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", told);
    await amends(ada, entry, { note: "not for you", trust: 9 }, "only_me", day("2026-04-01"));
    expect(await reads(ben)).toEqual([]);
    await shows(ada, entry, "numbers");
    expect(JSON.stringify(await reads(ben))).not.toContain("not for you");
    const hidden = await asViewer(ben.viewer, (db) => db.entryWords.findMany());
    expect(hidden).toEqual([]);
  });
});
