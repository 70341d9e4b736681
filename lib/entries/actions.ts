"use server";
import { z } from "zod";
import { deleteEntry } from "@/lib/entries/commands";
import { viewerAction } from "@/lib/web/action";

export const deleteEntryAction = viewerAction(z.object({ entry: z.uuid() }), async (db, viewer, input) => {
  await deleteEntry(db, viewer, input.entry);
  return { goTo: "/timeline" };
});
