"use server";
import { refresh } from "next/cache";
import { noteCare } from "@/lib/care/commands";
import * as schema from "@/lib/care/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { viewerAction } from "@/lib/web/action";

export const noteCareAction = viewerAction(schema.noteCare, async (db, viewer, input) => {
  await noteCare(db, hereAndNow(viewer), input);
  refresh();
  return { done: "saved" };
});
