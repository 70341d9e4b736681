import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { makeKeys } from "@/lib/crypto/keys";
import { hashCode, hashToken, hex, newCode, newToken, pseudonym } from "@/lib/crypto/tokens";

beforeAll(() => {
  process.env.SERVING_DATABASE_URL = "postgresql://nobody@localhost/nothing";
  process.env.KEYS_DIR = mkdtempSync(join(tmpdir(), "keel-keys-"));
  makeKeys(process.env.KEYS_DIR);
});

it("a code is as many words as asked for, and reads the same however it is typed", () => {
  const code = newCode(6);
  expect(code.split(" ")).toHaveLength(6);
  const typed = ` ${code.toUpperCase().replaceAll(" ", " -  ")}\n`;
  expect(hex(hashCode(typed))).toBe(hex(hashCode(code)));
  expect(hex(hashCode(newCode(6)))).not.toBe(hex(hashCode(code)));
});

it("a token has 256 bits and is kept as its hash", () => {
  expect(Buffer.from(newToken(), "base64url")).toHaveLength(32);
  expect(hashToken("a")).toHaveLength(32);
  expect(newToken()).not.toBe(newToken());
});

it("a pseudonym does not show whose it is", () => {
  expect(pseudonym("ada@example.org")).toBe(pseudonym("ada@example.org"));
  expect(pseudonym("ada@example.org")).not.toContain("ada");
});
