"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { dropKeptPages } from "@/lib/auth/cookies";
import { optionsToProve } from "@/lib/auth/passkeys";
import { Refusal } from "@/lib/errors";
import * as lock from "@/lib/lock/commands";
import * as schema from "@/lib/lock/schema";
import { answer } from "@/lib/passkeys/schema";
import { lockedAction, personAction } from "@/lib/web/action";

export const unlockByPinAction = lockedAction(schema.byPin, async (locked, input) => {
  try {
    await lock.unlockByPin(locked, input);
  } catch (error) {
    // From here on the page asks for the passphrase alone.
    if (error instanceof Refusal && error.reason === "pin_spent") refresh();
    throw error;
  }
  await dropKeptPages();
  return { goTo: "/today" };
});

export const unlockByPassphraseAction = lockedAction(schema.byPassphrase, async (locked, input) => {
  await lock.unlockByPassphrase(locked, input);
  await dropKeptPages();
  return { goTo: "/today" };
});

export const askToUnlockAction = lockedAction(z.object({}), async (locked) => ({
  shown: { options: await optionsToProve(locked) },
}));

/** Draws nothing by itself: whoever asked the device goes on to Today as to a new page. */
export const unlockByPasskeyAction = lockedAction(answer, async (locked, { response }) => {
  await lock.unlockByPasskey(locked, response);
  await dropKeptPages();
  return { done: "confirmed" };
});

export const setPinAction = personAction(schema.setPin, async (viewer, input) => {
  await lock.setPin(viewer, input);
  refresh();
  return { done: "pin_set" };
});

export const takePinAwayAction = personAction(z.object({}), async (viewer) => {
  await lock.takePinAway(viewer);
  refresh();
  return { done: "pin_taken_away" };
});
