"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { setReminder } from "@/lib/reminders/commands";
import { viewerAction } from "@/lib/web/action";

const chosen = z.object({
  wanted: z.enum(["yes", "no"], { error: "other" }),
  at: z.string({ error: "time" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time"),
});

export const setReminderAction = viewerAction(chosen, async (db, viewer, { wanted, at }) => {
  await setReminder(db, viewer, wanted === "yes" ? at : null);
  refresh();
  return { done: "saved" };
});
