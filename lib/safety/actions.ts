"use server";
import { refresh } from "next/cache";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { safetyAnswer } from "@/lib/safety/schema";
import { viewerAction } from "@/lib/web/action";

export const answerSafetyCheckAction = viewerAction(safetyAnswer, async (db, viewer, { answer }) => {
  await answerSafetyCheck(db, viewer, answer);
  refresh();
  return { done: "saved" };
});
