"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { amendCheckIn, copyIntoPresent, recordCheckIn } from "@/lib/check-ins/commands";
import * as schema from "@/lib/check-ins/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { choice } from "@/lib/visibility/schema";
import { viewerAction } from "@/lib/web/action";

export const recordCheckInAction = viewerAction(schema.recordCheckIn, async (db, viewer, input) => {
  await recordCheckIn(db, hereAndNow(viewer), input);
  refresh();
  return { done: "checked_in" };
});

export const amendCheckInAction = viewerAction(
  schema.amendCheckIn.extend({ shown: choice }),
  async (db, viewer, input) => {
    await amendCheckIn(db, hereAndNow(viewer), input, input.shown);
    refresh();
    return { done: "saved" };
  },
);

export const copyIntoPresentAction = viewerAction(
  z.object({ entry: z.uuid(), into: z.uuid() }),
  async (db, viewer, input) => {
    await copyIntoPresent(db, hereAndNow(viewer), input);
    refresh();
    return { done: "copied" };
  },
);
