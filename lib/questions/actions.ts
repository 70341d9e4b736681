"use server";
import { refresh } from "next/cache";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/questions/commands";
import * as schema from "@/lib/questions/schema";
import { personAction, viewerAction } from "@/lib/web/action";

export const askQuestionAction = personAction(schema.askQuestion.and(sentFrom), async (viewer, input) => {
  const { form = draftOf.question(viewer.coupleId), note } = input;
  const kept = await sendOrKeep(viewer, form, { note }, (db) =>
    command.askQuestion(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: input.shown === "only_me" ? "question_kept" : "question_asked" };
});

export const askKeptAction = viewerAction(schema.askKept, async (db, viewer, input) => {
  await command.askKept(db, hereAndNow(viewer), input);
  refresh();
  return { goTo: `/questions/${input.entry}` };
});

export const answerQuestionAction = personAction(schema.answerQuestion, async (viewer, input) => {
  const { to, note } = input;
  const kept = await sendOrKeep(viewer, draftOf.questionAnswer(to), { note }, (db) =>
    command.answerQuestion(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: "replied" };
});
