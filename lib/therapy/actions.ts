"use server";
import { refresh } from "next/cache";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/therapy/commands";
import * as schema from "@/lib/therapy/schema";
import { personAction, viewerAction } from "@/lib/web/action";

export const planSessionAction = viewerAction(schema.planSession, async (db, viewer, input) => {
  await command.planSession(db, hereAndNow(viewer), input);
  refresh();
  return { done: "saved" };
});

export const bringToSessionAction = viewerAction(schema.bring, async (db, viewer, input) => {
  await command.bringToSession(db, viewer, input);
  refresh();
  return { done: input.bring === "yes" ? "to_be_brought" : "not_to_be_brought" };
});

export const addPartAction = personAction(schema.addPart, async (viewer, input) => {
  const { kind, to, note } = input;
  const kept = await sendOrKeep(viewer, draftOf[kind](to), { note }, (db) =>
    command.addPart(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: "saved" };
});
