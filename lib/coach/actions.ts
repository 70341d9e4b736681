"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/coach/commands";
import * as schema from "@/lib/coach/schema";
import { viewerAction } from "@/lib/web/action";

export const chooseWritingHelpAction = viewerAction(
  schema.chooseWritingHelp,
  async (db, viewer, { help }) => {
    await command.chooseWritingHelp(db, viewer, help === "on");
    refresh();
    return { done: "saved" };
  },
);
