"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { optionsToProve } from "@/lib/auth/passkeys";
import { confirmByPasskey, confirmIdentity } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import * as passkeys from "@/lib/passkeys/commands";
import * as schema from "@/lib/passkeys/schema";
import { personAction } from "@/lib/web/action";

export const beginPasskeyAction = personAction(schema.beginPasskey, async (viewer, { passphrase }) => ({
  shown: { options: await passkeys.beginPasskey(viewer, passphrase) },
}));

export const addPasskeyAction = personAction(schema.addPasskey, async (viewer, input) => {
  await passkeys.addPasskey(viewer, input);
  refresh();
  return { done: "passkey_added" };
});

export const askForPasskeyAction = personAction(z.object({}), async (viewer) => ({
  shown: { options: await optionsToProve(viewer) },
}));

/** Draws nothing anew: the form that needs it stands beside it, half filled in. */
export const confirmByPasskeyAction = personAction(schema.answer, async (viewer, { response }) => {
  await confirmByPasskey(viewer, response);
  return { done: "confirmed" };
});

export const removePasskeyAction = personAction(schema.removePasskey, async (viewer, input) => {
  await confirmIdentity(viewer, input.passphrase);
  await asViewer(viewer, (db) => passkeys.removePasskey(db, viewer, input.passkey));
  refresh();
  return { done: "passkey_removed" };
});
