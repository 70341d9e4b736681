"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/annotations/commands";
import * as schema from "@/lib/annotations/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { viewerAction } from "@/lib/web/action";

export const markDayAction = viewerAction(schema.markDay, async (db, viewer, input) => {
  await command.markDay(db, hereAndNow(viewer), input);
  refresh();
  return { done: input.shown === "only_me" ? "marked_for_me" : "marked" };
});
