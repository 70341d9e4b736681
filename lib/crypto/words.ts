import "server-only";
import { type Keys, loadKeys, stampOf } from "@/lib/crypto/keys";
import { keyIdOf, openWith, type Place, sealWith } from "@/lib/crypto/sealing";
import { env } from "@/lib/env";

let held: { readonly keys: Keys; readonly stamp: string } | undefined;

/** The keys of this installation. */
export function keys(): Keys {
  held ??= { stamp: stampOf(env().KEYS_DIR), keys: loadKeys(env().KEYS_DIR) };
  return held.keys;
}

/** Seals under the newest key there is at this moment: a rotation waits for nothing but what was begun before. */
export const seal = (text: string, place: Place) => sealWith(lookedAtAgain(), text, place);

/** Opens what `seal` made for the same place. Throws where a byte or the place differs. */
export function open(sealed: Uint8Array, place: Place): string {
  const known = keys().words.has(keyIdOf(sealed)) ? keys() : lookedAtAgain();
  return openWith(known, sealed, place);
}

/** The keys as the file has them by now. Asking whether it has changed takes some microseconds. */
function lookedAtAgain(): Keys {
  const known = keys();
  const stamp = stampOf(env().KEYS_DIR);
  if (stamp !== held?.stamp) held = { stamp, keys: newerThan(known) };
  return held.keys;
}

/** A file that is gone, damaged, older or another installation's takes nothing from a server that runs. */
function newerThan(known: Keys): Keys {
  try {
    const found = loadKeys(env().KEYS_DIR);
    if (!found.secret.equals(known.secret) || found.writeWith < known.writeWith) return known;
    // A page that is being read may still hold words as they lay under a key that was just retired.
    return { ...found, words: new Map([...known.words, ...found.words]) };
  } catch {
    return known;
  }
}
