"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { dayIn } from "@/lib/time/day";
import { showEntry, startWith } from "@/lib/visibility/commands";
import { shown } from "@/lib/visibility/schema";
import { viewerAction } from "@/lib/web/action";

export const showEntryAction = viewerAction(
  z.object({ entry: z.uuid(), shown }),
  async (db, viewer, input) => {
    await showEntry(db, viewer, input.entry, input.shown, dayIn(viewer.timeZone));
    refresh();
    return { done: "shown_as_chosen" };
  },
);

export const startWithAction = viewerAction(z.object({ shown }), async (db, viewer, input) => {
  await startWith(db, viewer, "check_in", input.shown);
  refresh();
  return { done: "saved" };
});
