"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { confirmIdentity } from "@/lib/auth/sessions";
import * as command from "@/lib/imports/commands";
import * as schema from "@/lib/imports/schema";
import { personAction, viewerAction } from "@/lib/web/action";

export const takeInAction = personAction(schema.takeIn, async (viewer, { passphrase, again }) => {
  await confirmIdentity(viewer, passphrase);
  await command.takeIn(viewer, { again: again === "yes" });
  return { goTo: "/settings/import?said=taken_in" };
});

export const dropFileAction = viewerAction(z.object({}), async (db) => {
  await command.dropFile(db);
  refresh();
  return { done: "deleted" };
});
