import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The keys beside the app: `app.secret` (hex) and `words.key` (one `id hex` a line, the first is the one written with). */
export type Keys = {
  readonly secret: Buffer;
  readonly words: ReadonlyMap<number, Buffer>;
  readonly writeWith: number;
};

/** The key files are missing, half there or not ours to read; the message says what to do. */
export class KeysUnusable extends Error {}

const FILES = ["app.secret", "words.key"] as const;

// The folder is the installation's, not the build's: nothing in it belongs into a bundle.
const fileIn = (dir: string, file: string) => join(/*turbopackIgnore: true*/ dir, file);

export const keysExist = (dir: string) => FILES.some((file) => existsSync(fileIn(dir, file)));

/** Makes both files with mode 0600. Throws where either exists: a key is never overwritten. */
export function makeKeys(dir: string): Keys {
  if (keysExist(dir))
    throw new KeysUnusable(`There are key files in ${dir} already. Keel does not overwrite keys.`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const write = (file: string, text: string) =>
    writeFileSync(fileIn(dir, file), text, { mode: 0o600, flag: "wx" });
  write("app.secret", `${randomBytes(32).toString("hex")}\n`);
  write("words.key", `1 ${randomBytes(32).toString("hex")}\n`);
  return loadKeys(dir);
}

/** Reads both files. Throws KeysUnusable with a sentence for the person who runs the server. */
export function loadKeys(dir: string): Keys {
  for (const file of FILES) {
    if (existsSync(fileIn(dir, file))) continue;
    throw new KeysUnusable(
      `The key file ${fileIn(dir, file)} is missing. Words already written cannot be read without it. ` +
        "Put the file back from where you keep it, or set KEYS_DIR to the folder it is in. Nothing was changed.",
    );
  }
  const secret = Buffer.from(readFileSync(fileIn(dir, "app.secret"), "utf8").trim(), "hex");
  const lines = readFileSync(fileIn(dir, "words.key"), "utf8").trim().split("\n");
  const words = new Map(lines.map((line) => keyOn(line)));
  const first = words.keys().next().value;
  const isWhole = [...words].every(([id, key]) => id > 0 && id < 2 ** 32 && key.length === 32);
  if (secret.length !== 32 || first === undefined || !isWhole) {
    throw new KeysUnusable(
      `The key files in ${dir} are damaged. Put them back from where you keep a copy. Nothing was changed.`,
    );
  }
  return { secret, words, writeWith: first };
}

function keyOn(line: string): [number, Buffer] {
  const [id, hex] = line.trim().split(/\s+/);
  return [Number(id), Buffer.from(hex ?? "", "hex")];
}

/** Bytes for one purpose out of the app's secret (HKDF-SHA-256, RFC 5869). */
export function derive(keys: Keys, label: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync("sha256", keys.secret, Buffer.alloc(0), `keel|${label}`, bytes));
}

/** Changes whenever the file of words keys does. Empty where there is none. */
export function stampOf(dir: string): string {
  const found = statSync(fileIn(dir, "words.key"), { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino}-${found.mtimeNs}-${found.size}` : "";
}

/** Tells these keys from others without telling anything about them: one for each words key, the newest first. */
export const fingerprintsOf = (keys: Keys): string[] =>
  [...keys.words.values()].map((key) =>
    createHash("sha256")
      .update(derive(keys, "fingerprint"))
      .update(Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), "keel|fingerprint", 32)))
      .digest("hex")
      .slice(0, 32),
  );
