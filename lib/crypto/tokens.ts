import "server-only";
import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { derive } from "@/lib/crypto/keys";
import { keys } from "@/lib/crypto/words";

/** 256 random bits for a cookie or a link. */
export const newToken = () => randomBytes(32).toString("base64url");

/** What is kept of a token. It is random enough to need no salt. */
export const hashToken = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());

/** `count` words of the 2,048 in BIP-39's list: 11 bits each, no two with the same first four letters. */
export function newCode(count: number): string {
  return Array.from({ length: count }, () => wordlist[randomInt(wordlist.length)]).join(" ");
}

/** What is kept of a spoken or typed code: a keyed hash, so that the database alone is not enough to guess it. */
export function hashCode(code: string): Uint8Array<ArrayBuffer> {
  const plain =
    code
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.join(" ") ?? "";
  return new Uint8Array(createHmac("sha256", derive(keys(), "code")).update(plain).digest());
}

/** Tells a file again that was taken in before. Keyed, so that the database alone does not tell whether it was a file one has. */
export const hashCopy = (text: string) =>
  new Uint8Array(createHmac("sha256", derive(keys(), "copy")).update(text).digest());

/** A name for an address or a device that tells nothing without the app's secret. */
export const pseudonym = (text: string) =>
  createHmac("sha256", derive(keys(), "pseudonym")).update(text).digest("hex").slice(0, 32);

export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
