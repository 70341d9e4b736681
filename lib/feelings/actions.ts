"use server";
import { refresh } from "next/cache";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/feelings/commands";
import * as schema from "@/lib/feelings/schema";
import { personAction, viewerAction } from "@/lib/web/action";

export const shareFeelingAction = personAction(schema.shareFeeling.and(sentFrom), async (viewer, input) => {
  const { form = draftOf.feeling(viewer.coupleId), texts } = input;
  const kept = await sendOrKeep(viewer, form, texts, (db) =>
    command.shareFeeling(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  // Back leads to a new form and not to this one, whose feeling is made.
  refresh();
  return { goTo: `/feelings/${input.entry}` };
});

export const shareAgainAction = viewerAction(schema.shareAgain, async (db, viewer, input) => {
  await command.shareAgain(db, hereAndNow(viewer), input);
  refresh();
  return { goTo: `/feelings/${input.entry}` };
});

export const replyAction = personAction(schema.reply, async (viewer, input) => {
  const { to, note, promise } = input;
  const kept = await sendOrKeep(viewer, draftOf.reply(to), { note, promise }, (db) =>
    command.replyToFeeling(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: "replied" };
});

export const askForTimeAction = viewerAction(schema.askForTime, async (db, viewer, input) => {
  await command.askForTime(db, hereAndNow(viewer), input);
  refresh();
  return { done: "time_told" };
});

export const sayHeardAction = personAction(schema.sayHeard, async (viewer, input) => {
  const { to, would_help } = input;
  const kept = await sendOrKeep(viewer, draftOf.heard(to), { would_help }, (db) =>
    command.sayHeard(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: "saved" };
});
