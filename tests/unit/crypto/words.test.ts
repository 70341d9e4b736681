import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fingerprintOf, KeysUnusable, loadKeys, makeKeys } from "@/lib/crypto/keys";
import { open, type Place, seal } from "@/lib/crypto/words";

const folder = () => mkdtempSync(join(tmpdir(), "keel-keys-"));
const place: Place = {
  column: "entry_words.ciphertext",
  couple: "couple",
  row: "row/note/1",
  author: "author",
};

beforeAll(() => {
  process.env.SERVING_DATABASE_URL = "postgresql://nobody@localhost/nothing";
  process.env.KEYS_DIR = folder();
  makeKeys(process.env.KEYS_DIR);
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

describe("the key files", () => {
  it("are made once, for their owner alone, and never overwritten", () => {
    const dir = folder();
    const made = makeKeys(dir);
    expect(statSync(join(dir, "words.key")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, "app.secret")).mode & 0o777).toBe(0o600);
    expect(() => makeKeys(dir)).toThrow(KeysUnusable);
    expect(fingerprintOf(loadKeys(dir))).toBe(fingerprintOf(made));
  });

  it("are missed with a sentence that says what to do", () => {
    expect(() => loadKeys(folder())).toThrow(/is missing.*Put the file back.*Nothing was changed/s);
  });

  it("are refused when they are damaged", () => {
    const dir = folder();
    makeKeys(dir);
    writeFileSync(join(dir, "words.key"), "1 abc\n");
    expect(() => loadKeys(dir)).toThrow(/damaged/);
  });

  it("keep their fingerprint when a newer key is put in front", () => {
    const dir = folder();
    const before = fingerprintOf(makeKeys(dir));
    const old = loadKeys(dir).words.get(1)?.toString("hex");
    writeFileSync(join(dir, "words.key"), `2 ${"ab".repeat(32)}\n1 ${old}\n`);
    expect(loadKeys(dir).writeWith).toBe(2);
    expect(fingerprintOf(loadKeys(dir))).toBe(before);
  });
});
