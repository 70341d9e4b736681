import "server-only";
import type { LockedOut, SignedIn } from "@/lib/auth/gate";
import { keepPin, openLocked, requirePin } from "@/lib/auth/lock";
import { provePasskey } from "@/lib/auth/passkeys";
import { confirmIdentity, requirePassphrase } from "@/lib/auth/sessions";
import { Refusal } from "@/lib/errors";
import { tooSimple } from "@/lib/lock/rules";

/** Throws `pin_wrong` or `pin_spent`. */
export async function unlockByPin(locked: LockedOut, { pin }: { readonly pin: string }): Promise<void> {
  await requirePin(locked, pin);
  await openLocked(locked, { steppedUp: false });
}

/** Throws `passphrase_wrong` or `too_many_tries`. */
export async function unlockByPassphrase(
  locked: LockedOut,
  { passphrase }: { readonly passphrase: string },
): Promise<void> {
  await requirePassphrase(locked, passphrase);
  await openLocked(locked, { steppedUp: true });
}

/** Throws `passkey_refused` or `too_many_tries`. */
export async function unlockByPasskey(locked: LockedOut, response: string): Promise<void> {
  await provePasskey(locked, response);
  await openLocked(locked, { steppedUp: true });
}

/** Sets the PIN of this device in place of any before. Throws `step_up`, `passphrase_wrong` or `pin_simple`. */
export async function setPin(
  viewer: SignedIn,
  { pin, passphrase }: { readonly pin: string; readonly passphrase: string },
): Promise<void> {
  if (tooSimple(pin)) throw new Refusal("pin_simple");
  await confirmIdentity(viewer, passphrase);
  await keepPin(viewer, pin);
}

/** Takes the PIN away: from then on the passphrase unlocks. */
export const takePinAway = (viewer: SignedIn): Promise<void> => keepPin(viewer, null);
