"use server";
import { refresh } from "next/cache";
import { adviceOn } from "@/lib/coach/advice";
import * as command from "@/lib/coach/commands";
import * as schema from "@/lib/coach/schema";
import { personAction, viewerAction } from "@/lib/web/action";

/** Reads a form for whoever wants it, and forgets it: nothing of it is stored, logged, counted or told to anybody. */
export const readDraftAction = personAction(schema.draftToRead, async (viewer, { place, fields }) =>
  viewer.writingHelp ? { shown: { advice: JSON.stringify(adviceOn(place, fields)) } } : {},
);

export const chooseWritingHelpAction = viewerAction(
  schema.chooseWritingHelp,
  async (db, viewer, { help }) => {
    await command.chooseWritingHelp(db, viewer, help === "on");
    refresh();
    return { done: "saved" };
  },
);
