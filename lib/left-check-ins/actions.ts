"use server";
import { refresh } from "next/cache";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/left-check-ins/commands";
import * as schema from "@/lib/left-check-ins/schema";
import { lockedAction, viewerAction } from "@/lib/web/action";

export const leaveCheckInAction = lockedAction(schema.leave, async (locked, input) => {
  await command.leaveCheckIn(locked, input);
  return {};
});

export const takeOverAction = viewerAction(schema.which, async (db, viewer, { left }) => {
  await command.takeOver(db, hereAndNow(viewer), left);
  refresh();
  return { done: "saved" };
});

export const dropLeftAction = viewerAction(schema.which, async (db, viewer, { left }) => {
  await command.forget(db, viewer, left);
  refresh();
  return { done: "deleted" };
});
