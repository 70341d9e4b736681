import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addWordsKey, retireWordsKeys } from "@/lib/crypto/key-file";
import { fingerprintsOf, KeysUnusable, loadKeys, makeKeys, stampOf } from "@/lib/crypto/keys";

const folder = () => realpathSync(mkdtempSync(join(tmpdir(), "keel-keys-")));
const aFolderWithKeys = () => {
  const dir = folder();
  makeKeys(dir);
  return dir;
};
const ids = (dir: string) => [...loadKeys(dir).words.keys()];
const text = (dir: string, name = "words.key") => readFileSync(join(dir, name), "utf8");

describe("the key files", () => {
  it("are made once, for their owner alone, and never overwritten", () => {
    const dir = folder();
    const made = makeKeys(dir);
    expect(statSync(join(dir, "words.key")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, "app.secret")).mode & 0o777).toBe(0o600);
    expect(() => makeKeys(dir)).toThrow(KeysUnusable);
    expect(fingerprintsOf(loadKeys(dir))).toEqual(fingerprintsOf(made));
  });

  it("are missed with a sentence that says what to do", () => {
    expect(() => loadKeys(folder())).toThrow(/is missing.*Put the file back.*Nothing was changed/s);
  });

  it.each(["1 abc\n", `x ${"ab".repeat(32)}\n`, `0 ${"ab".repeat(32)}\n`])(
    "are refused when they are damaged: %s",
    (line) => {
      const dir = aFolderWithKeys();
      writeFileSync(join(dir, "words.key"), line);
      expect(() => loadKeys(dir)).toThrow(/damaged/);
    },
  );
});

describe("a words key", () => {
  it("is put before the others, for their owner alone, and leaves nothing half written", () => {
    const dir = aFolderWithKeys();
    const [before, stamp] = [text(dir), stampOf(dir)];
    expect(addWordsKey(dir).writeWith).toBe(2);
    expect(text(dir)).toMatch(/^2 [0-9a-f]{64}\n1 [0-9a-f]{64}\n$/);
    expect(text(dir).endsWith(before)).toBe(true);
    expect(stampOf(dir)).not.toBe(stamp);
    expect(statSync(join(dir, "words.key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir).sort()).toEqual(["app.secret", "words.key"]);
  });

  it("is made anew where an earlier attempt was cut off", () => {
    const dir = aFolderWithKeys();
    writeFileSync(join(dir, "words.key.unfinished"), "2 ab");
    expect(addWordsKey(dir).writeWith).toBe(2);
    expect(readdirSync(dir).sort()).toEqual(["app.secret", "words.key"]);
  });

  it("out of use is kept in a file of its own, and its number is not given again", () => {
    const dir = aFolderWithKeys();
    const first = text(dir);
    addWordsKey(dir);
    expect(retireWordsKeys(dir)).toEqual([join(dir, "words.key.retired-1")]);
    expect(text(dir, "words.key.retired-1")).toBe(first);
    expect(statSync(join(dir, "words.key.retired-1")).mode & 0o777).toBe(0o600);
    expect(ids(dir)).toEqual([2]);

    writeFileSync(join(dir, "words.key.retired-7"), "");
    expect(addWordsKey(dir).writeWith).toBe(8);
  });

  it("out of use takes the place of no other", () => {
    const dir = aFolderWithKeys();
    addWordsKey(dir);
    const both = text(dir);
    writeFileSync(join(dir, "words.key.retired-1"), "another's");
    expect(() => retireWordsKeys(dir)).toThrow(/does not overwrite keys/);
    expect([text(dir), text(dir, "words.key.retired-1")]).toEqual([both, "another's"]);
  });

  it("stays where the file really is when it is linked into its folder", () => {
    const [dir, safe] = [aFolderWithKeys(), folder()];
    renameSync(join(dir, "words.key"), join(safe, "words.key"));
    symlinkSync(join(safe, "words.key"), join(dir, "words.key"));
    addWordsKey(dir);
    expect(retireWordsKeys(dir)).toEqual([join(safe, "words.key.retired-1")]);
    expect(text(dir)).toBe(text(safe));
    expect(ids(dir)).toEqual([2]);
  });

  it("that cannot be written is said in a sentence, and the old one is whole", () => {
    const dir = aFolderWithKeys();
    mkdirSync(join(dir, "words.key.unfinished"));
    const before = text(dir);
    expect(() => addWordsKey(dir)).toThrow(/could not be written.*No key was lost/s);
    expect(text(dir)).toBe(before);
  });

  it("has a fingerprint of its own, that no other installation has", () => {
    const dir = aFolderWithKeys();
    const [first] = fingerprintsOf(loadKeys(dir));
    expect(fingerprintsOf(addWordsKey(dir))).toEqual([expect.not.stringMatching(first ?? ""), first]);
    const other = aFolderWithKeys();
    writeFileSync(join(other, "words.key"), text(dir));
    expect(fingerprintsOf(loadKeys(other))).not.toContain(first);
  });
});
