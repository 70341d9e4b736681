import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import pLimit from "p-limit";

/** Argon2id, 64 MiB, three passes (OWASP's second choice, more memory-hard); two at once, or a sign-in storm would take the server's memory. */
export const COST = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;
export const twoAtOnce = pLimit(2);

export const hashPassphrase = (passphrase: string) =>
  twoAtOnce(() => hash(passphrase.normalize("NFKC"), COST));

let decoy: Promise<string> | undefined;

/** Whether the passphrase is the one hashed. Does the same work where there is no account, so that time tells nothing. */
export async function passphraseMatches(hashed: string | null, passphrase: string): Promise<boolean> {
  decoy ??= hashPassphrase("nobody's passphrase");
  const against = hashed ?? (await decoy);
  const same = await twoAtOnce(() => verify(against, passphrase.normalize("NFKC")));
  return same && hashed !== null;
}

let estimator: ZxcvbnFactory | undefined;

/** Whether a patient guesser would find it: common passwords, repeats, sequences, the person's own name or address. */
export function guessable(passphrase: string, own: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  const ownWords = own.flatMap((text) => {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return [...words, words.join("")];
  });
  return estimator.check(passphrase.slice(0, 128), ["keel", ...ownWords]).score < 3;
}
