import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addWordsKey, retireWordsKeys } from "@/lib/crypto/key-file";
import { makeKeys } from "@/lib/crypto/keys";
import { keyIdOf, type Place } from "@/lib/crypto/sealing";
import { open, seal } from "@/lib/crypto/words";

const folder = () => mkdtempSync(join(tmpdir(), "keel-keys-"));
const place: Place = {
  column: "entry_words.ciphertext",
  couple: "couple",
  row: "row/note/1",
  author: "author",
};

const dir = folder();

beforeAll(() => {
  process.env.SERVING_DATABASE_URL = "postgresql://nobody@localhost/nothing";
  process.env.KEYS_DIR = dir;
  makeKeys(dir);
});

describe("words at rest", () => {
  it("open as they were sealed, whatever the script", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        (text) => open(seal(text, place), place) === text,
      ),
    ));

  it("do not show what they say, and are never sealed the same twice", () => {
    const sealed = Buffer.from(seal("the dishwasher", place));
    expect(sealed.includes("dishwasher")).toBe(false);
    expect(sealed.equals(Buffer.from(seal("the dishwasher", place)))).toBe(false);
  });

  it.each(["column", "couple", "row", "author"] as const)("do not open under another %s", (part) => {
    const sealed = seal("moved", place);
    expect(() => open(sealed, { ...place, [part]: "another" })).toThrow();
  });

  it("do not open with any bit changed", () => {
    const sealed = seal("whole", place);
    for (let at = 0; at < sealed.length; at++) {
      const broken = Uint8Array.from(sealed);
      broken[at] = (broken[at] ?? 0) ^ 1;
      expect(() => open(broken, place)).toThrow();
    }
  });
});

describe("a server that runs while its keys are rotated", () => {
  it("writes with the new key from the next word on, and reads both", () => {
    const before = seal("before", place);
    const { writeWith } = addWordsKey(dir);
    const after = seal("after", place);
    expect([keyIdOf(before), keyIdOf(after)]).toEqual([writeWith - 1, writeWith]);
    expect([open(before, place), open(after, place)]).toEqual(["before", "after"]);
  });

  it("looks again before it calls a word unreadable", async () => {
    seal("looked at", place);
    addWordsKey(dir);
    // Another process, which has looked already.
    vi.resetModules();
    const another = await import("@/lib/crypto/words");
    expect(open(another.seal("from elsewhere", place), place)).toBe("from elsewhere");
  });

  it("still opens what it read just before the old key was retired", () => {
    const before = seal("read before", place);
    addWordsKey(dir);
    retireWordsKeys(dir);
    expect(keyIdOf(seal("after", place))).toBe(keyIdOf(before) + 1);
    expect(open(before, place)).toBe("read before");
  });

  it.each([
    ["gone", () => rmSync(join(dir, "words.key"))],
    ["damaged", () => writeFileSync(join(dir, "words.key"), "9 abc\n")],
    ["an older one", () => writeFileSync(join(dir, "words.key"), `1 ${"ab".repeat(32)}\n`)],
  ])("goes on with the keys it has where the file is %s", (_how, harm) => {
    const whole = readFileSync(join(dir, "words.key"), "utf8");
    const before = seal("before", place);
    harm();
    const meanwhile = seal("meanwhile", place);
    expect(keyIdOf(meanwhile)).toBe(keyIdOf(before));
    expect([open(before, place), open(meanwhile, place)]).toEqual(["before", "meanwhile"]);
    writeFileSync(join(dir, "words.key"), whole);
    expect(addWordsKey(dir).writeWith).toBe(keyIdOf(seal("next", place)));
  });
});
