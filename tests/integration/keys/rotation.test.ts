import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addWordsKey, retireWordsKeys } from "@/lib/crypto/key-file";
import { loadKeys, makeKeys } from "@/lib/crypto/keys";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { keysFor, rememberKeys } from "@/prisma/installation";
import { migrate } from "@/prisma/migrate";
import { asOnlyOwner, MigrationRefused } from "@/prisma/owner";
import { replace, resealAll } from "@/prisma/reseal";
import { sealedColumns } from "@/prisma/sealed-columns";
import { freshDatabase } from "@/tests/support/database";
import { everythingIn } from "@/tests/support/matrix-askers";
import { makeWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, aPerson } from "@/tests/support/people";
import { checkInOf } from "../check-ins/voices";
import { agrees, proposes, takesWordsBack, wordsOf } from "../space/voices";
import { asOwner, everyWord, ids, manyNotes, rotates, takeOwnKeys, texts } from "./voices";

let dir: string;
let world: World;

beforeAll(async () => {
  dir = takeOwnKeys();
  world = await makeWorld(thisDatabase());
}, 120_000);

afterAll(() => world.owner.end());

const file = (name: string) => join(dir, name);
const newest = () => ids(dir)[0] ?? 0;

/** Everything in every table but what is sealed, and which keys it is sealed under. */
async function everythingElse() {
  const all = await everythingIn(world.owner);
  return Object.entries(all).map(([table, rows]) => [
    table,
    table === "installation" ? [] : rows.map(({ ciphertext: _anew, ...row }) => JSON.stringify(row)).sort(),
  ]);
}

describe("rotating the keys", () => {
  it("leaves every word readable under a new key, changes nothing else, and tells nobody", async () => {
    const [words, rest, from] = [await everyWord(), await everythingElse(), newest()];
    const heard: string[] = [];
    const listener = new pg.Client({ connectionString: thisDatabase() });
    listener.on("notification", ({ channel }) => heard.push(channel));
    await listener.connect();
    await listener.query("listen between_us");

    const rotation = await rotates(dir);

    const after = await everyWord();
    expect(texts(after)).toEqual(texts(words));
    expect(new Set(after.map(({ key }) => key))).toEqual(new Set([rotation.key]));
    expect(rotation.key).toBeGreaterThan(from);
    expect(rotation.resealed).toBe(words.length);
    expect(new Set(words.map(({ place }) => place.split("|")[0]))).toEqual(
      new Set([...Object.keys(sealedColumns), "space_words.ciphertext"]),
    );
    expect(await everythingElse()).toEqual(rest);
    await listener.query("select 1");
    await listener.end();
    expect(heard).toEqual([]);
  });

  it("puts the old key aside, for its owner alone", async () => {
    const old = newest();
    const line = readFileSync(file("words.key"), "utf8");
    const { retired, key } = await rotates(dir);
    expect(ids(dir)).toEqual([key]);
    expect(retired).toEqual([file(`words.key.retired-${old}`)]);
    expect(readFileSync(file(`words.key.retired-${old}`), "utf8")).toBe(line);
    for (const name of readdirSync(dir)) expect(statSync(file(name)).mode & 0o777, name).toBe(0o600);
  });

  it("seals a sentence two people have before them anew, and it can still be agreed to or taken back", async () => {
    const [ada, ben] = await aCouple();
    const proposed = await proposes(ada, "I am full. Back soon.");
    await rotates(dir);
    await agrees(ben, proposed);
    expect((await wordsOf(ada)).agreed).toBe("I am full. Back soon.");
    const another = await proposes(ada, "Back later.");
    await rotates(dir);
    await takesWordsBack(ada, another);
    expect((await wordsOf(ben)).proposal).toBeNull();
  });

  it("waits for what was begun before the new key was there, and lets no second one in meanwhile", async () => {
    const ada = await aPerson("Ada");
    const form = draftOf.feeling(ada.viewer.coupleId);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const from = newest();
    const slow = asViewer(ada.viewer, async (db) => {
      await saveDraft(db, ada.viewer, form, { note: ["sealed with the old key"] });
      await held;
    });
    const rotation = rotates(dir);
    await expect.poll(newest).toBe(from + 1);
    await expect(rotates(dir)).rejects.toThrow(/Another rotation of keys is at work/);
    expect(ids(dir)).toEqual([from + 1, from]);
    letGo();
    await slow;
    expect((await rotation).key).toBe(from + 1);
    expect(ids(dir)).toEqual([from + 1]);
    const words = await everyWord();
    expect(texts(words).join("\n")).toContain("sealed with the old key");
    expect(new Set(words.map(({ key }) => key))).toEqual(new Set(ids(dir)));
  });

  it("replaces only what still is as it was read, and waits for nobody who holds it", async () => {
    const ada = await aPerson("Ada");
    await ada.checksIn("2026-03-10", { note: "as it was read", shown: "numbers_and_words" });
    await asOwner(async (owner) => {
      const read = async () => {
        const { rows } = await owner.query<{ at: string; stale: Buffer }>(
          "select ctid::text as at, ciphertext as stale from entry_words where author_id = $1",
          [ada.viewer.id],
        );
        return rows;
      };
      const rows = await read();
      const anew = (stale?: Buffer) =>
        rows.map((row) => ({ at: row.at, stale: stale ?? row.stale, fresh: Buffer.from("anew") }));
      const replaced = (stale?: Buffer) => replace(owner, "entry_words", "ciphertext", anew(stale));

      expect(await replaced(Buffer.from("something else"))).toBe(0);
      await asViewer(ada.viewer, async (db) => {
        await db.$queryRaw`select version from entry_words for update`;
        expect(await replaced()).toBe(0);
      });
      expect(await read()).toEqual(rows);

      // Whoever narrows an entry holds it, and then wants its words.
      await owner.query("set lock_timeout = '2s'");
      await asViewer(ada.viewer, async (db) => {
        await db.$queryRaw`select id from entries for update`;
        expect(await replaced()).toBe(1);
      });
      await owner.query("delete from entry_words where author_id = $1", [ada.viewer.id]);
    });
  });

  it("is through with five thousand words in seconds, also on a machine that is busy: a hundred thousand take less than a minute", async () => {
    const ada = await aPerson("Ada");
    await manyNotes(ada, 5_000);
    const took = async (work: () => Promise<unknown>) => {
      const since = performance.now();
      await work();
      return performance.now() - since;
    };
    const written = await asOwner((owner) =>
      took(() => owner.query("update entry_words set ciphertext = ciphertext")),
    );
    const rotated = await took(() => rotates(dir));

    expect(rotated).toBeLessThan(Math.max(12_000, 10 * written));
    await asOwner((owner) => owner.query("delete from entries where author_id = $1", [ada.viewer.id]));
  });

  it("does not retire a key that a damaged word may need, nor one that a column unknown to it needs", async () => {
    const ada = await aPerson("Ada");
    await ada.checksIn("2026-03-10", { note: "whole" });
    const where = `author_id = '${ada.viewer.id}'`;
    await asOwner((owner) =>
      owner.query(
        `update entry_words set ciphertext = set_byte(ciphertext, 20, 1 + get_byte(ciphertext, 20) % 255) where ${where}`,
      ),
    );
    await expect(rotates(dir)).rejects.toThrow(/All words but 1 .*the old key was not retired/s);
    expect(ids(dir)).toHaveLength(2);
    await asOwner((owner) => owner.query(`delete from entry_words where ${where}`));

    const { "drafts.ciphertext": _unknown, ...known } = sealedColumns;
    const keys = loadKeys(dir);
    const unfinished = asOwner(async (owner) => {
      await owner.query("update drafts set ciphertext = overlay(ciphertext placing $1 from 1 for 5)", [
        Buffer.from([1, 0, 0, 0, keys.writeWith - 1]),
      ]);
      await resealAll(owner, keys, known);
    });
    await expect(unfinished).rejects.toThrow(/drafts\.ciphertext holds words under the old key/);
    await asOwner((owner) => owner.query("delete from drafts"));
    await rotates(dir);
    expect(ids(dir)).toHaveLength(1);
  });
});

describe("the keys of an installation", () => {
  const accepted = (keysDir: string) => asOnlyOwner(thisDatabase(), (owner) => keysFor(owner, keysDir));

  it("are recognised after each step of a rotation, and what was left undone there is done by the next", async () => {
    const words = texts(await everyWord());
    const remember = (only?: number) =>
      asOnlyOwner(thisDatabase(), async (owner) => {
        const keys = loadKeys(dir);
        const kept = [...keys.words].filter(([id]) => only === undefined || id === only);
        await rememberKeys(owner, { ...keys, words: new Map(kept) });
      });
    const steps: (() => unknown)[] = [
      () => addWordsKey(dir),
      () => remember(),
      () => asOwner((owner) => resealAll(owner, loadKeys(dir))),
      () => remember(newest()),
      () => retireWordsKeys(dir),
    ];
    for (let done = 1; done <= steps.length; done++) {
      const from = newest();
      for (const step of steps.slice(0, done)) {
        await step();
        expect((await accepted(dir)).writeWith).toBe(from + 1);
      }
      expect((await rotates(dir)).key).toBe(done < steps.length ? from + 1 : from + 2);
      expect(ids(dir)).toHaveLength(1);
      expect(texts(await everyWord())).toEqual(words);
    }
  });

  it("are refused where they are another's, or were copied before the rotation, and nothing is changed", async () => {
    const others = mkdtempSync(join(tmpdir(), "keel-keys-"));
    makeKeys(others);
    addWordsKey(others);
    const copied = mkdtempSync(join(tmpdir(), "keel-keys-"));
    for (const name of ["app.secret", "words.key"]) copyFileSync(file(name), join(copied, name));
    await rotates(dir);
    const words = texts(await everyWord());

    for (const wrong of [others, copied]) {
      const before = readFileSync(join(wrong, "words.key"), "utf8");
      await expect(accepted(wrong)).rejects.toThrow(MigrationRefused);
      await expect(migrate({ ownerUrl: thisDatabase(), keysDir: wrong })).rejects.toThrow(
        /cannot be read|not all words/,
      );
      await expect(rotates(wrong)).rejects.toThrow(/Nothing was changed/);
      expect(readFileSync(join(wrong, "words.key"), "utf8")).toBe(before);
    }
    expect(texts(await everyWord())).toEqual(words);
  });

  it("open a backup from before once the retired key is put back, and a rotation then takes it out again", async () => {
    const backup = await freshDatabase();
    try {
      await expect(migrate({ ownerUrl: backup.ownerUrl, keysDir: dir })).rejects.toThrow(
        /words\.key\.retired/,
      );
      appendFileSync(file("words.key"), readFileSync(file("words.key.retired-1"), "utf8"));
      await migrate({ ownerUrl: backup.ownerUrl, keysDir: dir });
      await rotates(dir, backup.ownerUrl);
      expect(ids(dir)).toHaveLength(1);
    } finally {
      await backup.drop();
    }
  });

  it("are not made for a database on which Keel was never started", async () => {
    const empty = await freshDatabase();
    const none = mkdtempSync(join(tmpdir(), "keel-keys-"));
    try {
      const owner = new pg.Client({ connectionString: empty.ownerUrl });
      await owner.connect();
      await owner.query("delete from installation");
      await owner.end();
      await expect(rotates(none, empty.ownerUrl)).rejects.toThrow(/never been started/);
      expect(readdirSync(none)).toEqual([]);
    } finally {
      await empty.drop();
    }
  });

  it("that were put back from an old copy take no newer one from a server that runs", async () => {
    const ada = await aPerson("Ada");
    const before = readFileSync(file("words.key"), "utf8");
    await ada.checksIn("2026-03-10", { note: "under the first" });
    await rotates(dir);
    const after = readFileSync(file("words.key"), "utf8");
    await ada.checksIn("2026-03-11", { note: "under the second" });
    writeFileSync(file("words.key"), before);
    await ada.checksIn("2026-03-12", { note: "after the old copy" });
    writeFileSync(file("words.key"), after);
    const notes = ["2026-03-10", "2026-03-11", "2026-03-12"].map((on) => checkInOf(ada, on));
    expect((await Promise.all(notes)).map((found) => found?.content.note)).toEqual([
      "under the first",
      "under the second",
      "after the old copy",
    ]);
    expect(new Set((await everyWord()).map(({ key }) => key))).toEqual(new Set(ids(dir)));
  });
});
