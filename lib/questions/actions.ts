"use server";
import { refresh } from "next/cache";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/questions/commands";
import * as schema from "@/lib/questions/schema";
import { viewerAction } from "@/lib/web/action";

export const askQuestionAction = viewerAction(schema.askQuestion, async (db, viewer, input) => {
  await command.askQuestion(db, hereAndNow(viewer), input);
  refresh();
  return { done: input.shown === "only_me" ? "question_kept" : "question_asked" };
});

export const answerQuestionAction = viewerAction(schema.answerQuestion, async (db, viewer, input) => {
  await command.answerQuestion(db, hereAndNow(viewer), input);
  refresh();
  return { done: "replied" };
});
