import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Keys, KeysUnusable, loadKeys } from "@/lib/crypto/keys";

/** Puts a new words key before those that are there: it is written with from now on. Answers all of them. */
export function addWordsKey(dir: string): Keys {
  const { words } = loadKeys(dir);
  const newest = Math.max(...words.keys(), ...retiredIn(dir)) + 1;
  replace(wordsKeyIn(dir), linesOf([[newest, randomBytes(32)], ...words]));
  return loadKeys(dir);
}

/**
 * Takes every words key but the one that is written with out of use, each into a file of its own beside it, which is
 * whole before the key leaves its place. Answers those files.
 */
export function retireWordsKeys(dir: string): string[] {
  const { words, writeWith } = loadKeys(dir);
  const file = wordsKeyIn(dir);
  const retired = [...words].filter(([id]) => id !== writeWith);
  const files = retired.map(([id, key]) => putAside(`${file}.retired-${id}`, linesOf([[id, key]])));
  replace(file, linesOf([...words].filter(([id]) => id === writeWith)));
  return files;
}

/** Where the file really is: it may be linked into its folder. */
const wordsKeyIn = (dir: string) => realpathSync(join(dir, "words.key"));

const retiredIn = (dir: string): number[] =>
  readdirSync(dirname(wordsKeyIn(dir))).flatMap((name) => {
    const id = name.match(/^words\.key\.retired-(\d+)$/)?.[1];
    return id ? [Number(id)] : [];
  });

const linesOf = (keys: readonly (readonly [number, Buffer])[]) =>
  keys.map(([id, key]) => `${id} ${key.toString("hex")}\n`).join("");

function putAside(file: string, text: string): string {
  if (existsSync(file) && readFileSync(file, "utf8") !== text)
    throw new KeysUnusable(
      `${file} holds another key of the same number, and Keel does not overwrite keys. Move it away, to where you keep old keys, and run this again.`,
    );
  replace(file, text);
  return file;
}

/** All or nothing, even when the power goes: written beside its place, brought to the disk, and then put there. */
function replace(file: string, text: string): void {
  const unfinished = `${file}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, text, { mode: 0o600, flag: "wx", flush: true });
    giveToWhoeverServes(unfinished, dirname(file));
    renameSync(unfinished, file);
    flushFolder(dirname(file));
  } catch (error) {
    throw new KeysUnusable(
      `${file} could not be written: ${(error as Error).message}. Run this as the account that Keel runs as, where the folder can be written to. No key was lost.`,
    );
  }
}

/** Run as root, the file must still be one that the server's own account can read. */
function giveToWhoeverServes(file: string, folder: string): void {
  const { uid, gid } = statSync(join(folder, "words.key"));
  if (process.getuid?.() !== uid) chownSync(file, uid, gid);
}

function flushFolder(folder: string): void {
  const opened = openSync(folder, "r");
  fsyncSync(opened);
  closeSync(opened);
}
