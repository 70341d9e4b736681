import "server-only";
import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { madePasskey, optionsToAdd } from "@/lib/auth/passkeys";
import { requirePassphrase } from "@/lib/auth/sessions";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import { asSystem } from "@/lib/db/system";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";
import { dayIn, toColumn } from "@/lib/time/day";

/**
 * What a browser needs to make a passkey. The passphrase is asked each time, and a passkey is not enough: whoever can
 * unlock this device for an hour must not be able to give themselves a lasting way. Throws `passphrase_wrong`.
 */
export async function beginPasskey(viewer: SignedIn, passphrase: string): Promise<string> {
  await requirePassphrase(viewer, passphrase);
  return optionsToAdd(viewer, viewer.name);
}

/** Keeps the passkey that was made. Throws `passkey_not_added`. */
export async function addPasskey(
  viewer: SignedIn,
  input: { readonly label: string; readonly response: string },
): Promise<void> {
  const made = await madePasskey(viewer, input.response);
  const key = { accountId: viewer.id, id: randomUUID() };
  const addedOn = toColumn(dayIn(viewer.timeZone));
  const { count } = await asSystem([viewer.id], (db) =>
    db.passkey.createMany({
      data: { ...key, ciphertext: seal(input.label, places.passkeyLabel(key)), addedOn, ...made },
      skipDuplicates: true,
    }),
  );
  if (count === 0) throw new Refusal("passkey_not_added");
}

/** Takes a passkey away: from this moment on it confirms nothing. One that is gone already is gone. */
export async function removePasskey(db: ViewerDb, viewer: Viewer, id: string): Promise<void> {
  await db.passkey.deleteMany({ where: { accountId: viewer.id, id } });
}
