import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Keys } from "@/lib/crypto/keys";

/**
 * Where a piece of ciphertext lives. It is bound to its place: moved to another row, column, couple or author it does
 * not open. `couple` is empty for what belongs to a person and to no space; `author` for what belongs to both.
 */
export type Place = {
  readonly column: string;
  readonly couple: string;
  readonly row: string;
  readonly author: string;
};

const VERSION = 1;
const HEADER = 1 + 4;
const IV = 12;
const TAG = 16;

/** AES-256-GCM under the key that is written with: version (1) · key id (4) · IV (12) · tag (16) · ciphertext. */
export function sealWith(keys: Keys, text: string, place: Place): Uint8Array<ArrayBuffer> {
  const id = keys.writeWith;
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", rowKey(keys, id, place), iv).setAAD(additional(place));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([headerOf(id), iv, cipher.getAuthTag(), body]));
}

/** Opens what was sealed for the same place. Throws where a byte or the place differs, or its key is not among these. */
export function openWith(keys: Keys, sealed: Uint8Array, place: Place): string {
  const bytes = Buffer.from(sealed);
  if (bytes.readUInt8(0) !== VERSION) throw new Error("words are in a form this version does not know");
  const iv = bytes.subarray(HEADER, HEADER + IV);
  const tag = bytes.subarray(HEADER + IV, HEADER + IV + TAG);
  const decipher = createDecipheriv("aes-256-gcm", rowKey(keys, keyIdOf(sealed), place), iv);
  decipher.setAAD(additional(place)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(HEADER + IV + TAG)), decipher.final()]).toString(
    "utf8",
  );
}

/** Which key something was sealed under. */
export const keyIdOf = (sealed: Uint8Array) => Buffer.from(sealed).readUInt32BE(1);

/** What everything sealed under a key begins with. */
export function headerOf(id: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(VERSION, 0);
  header.writeUInt32BE(id, 1);
  return header;
}

const additional = (place: Place) =>
  Buffer.from(`v${VERSION}|${place.column}|${place.couple}|${place.row}|${place.author}`);

function rowKey(keys: Keys, id: number, place: Place): Buffer {
  const key = keys.words.get(id);
  if (!key) throw new Error(`words are under key ${id}, which is not in the key file`);
  return Buffer.from(hkdfSync("sha256", key, Buffer.from(place.row), `keel|${place.column}`, 32));
}
