"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { dropKeptPages } from "@/lib/auth/cookies";
import { Refusal } from "@/lib/errors";
import * as lock from "@/lib/lock/commands";
import * as schema from "@/lib/lock/schema";
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
