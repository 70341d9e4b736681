"use server";
import { refresh } from "next/cache";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/struggles/commands";
import * as schema from "@/lib/struggles/schema";
import { personAction, viewerAction } from "@/lib/web/action";

export const addStruggleAction = personAction(schema.addStruggle.and(sentFrom), async (viewer, input) => {
  const { form = draftOf.struggle(viewer.coupleId), note } = input;
  const kept = await sendOrKeep(viewer, form, { note }, (db) =>
    command.addStruggle(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: input.shown === "only_me" ? "struggle_kept" : "struggle_listed" };
});

export const writeOwnPartAction = personAction(schema.writeOwnPart, async (viewer, input) => {
  const { to, note } = input;
  const kept = await sendOrKeep(viewer, draftOf.strugglePart(to), { note }, (db) =>
    command.writeOwnPart(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: "saved" };
});

export const letRestAction = viewerAction(schema.sayOfRest, async (db, viewer, input) => {
  await command.letRest(db, viewer, input);
  refresh();
  return {};
});

export const takeUpAgainAction = viewerAction(schema.sayOfRest, async (db, viewer, input) => {
  await command.takeUpAgain(db, viewer, input);
  refresh();
  return {};
});
