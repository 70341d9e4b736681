"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { ReminderKind } from "@/lib/db/generated/enums";
import { setReminder } from "@/lib/reminders/commands";
import { viewerAction } from "@/lib/web/action";
import { clock } from "@/lib/web/fields";

const chosen = z.object({
  kind: z.enum(ReminderKind, { error: "other" }),
  wanted: z.enum(["yes", "no"], { error: "other" }),
  at: clock,
});

export const setReminderAction = viewerAction(chosen, async (db, viewer, { kind, wanted, at }) => {
  await setReminder(db, viewer, kind, wanted === "yes" ? at : null);
  refresh();
  return { done: "saved" };
});
