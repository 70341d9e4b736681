"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/acknowledgements/commands";
import * as schema from "@/lib/acknowledgements/schema";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { personAction, viewerAction } from "@/lib/web/action";

export const acknowledgeAction = personAction(schema.acknowledge.and(sentFrom), async (viewer, input) => {
  const { after, did, broke, cost_you, regret, will_do } = input;
  const of = after ? draftOf.acknowledgementVersion(after) : draftOf.acknowledgement(viewer.coupleId);
  const kept = await sendOrKeep(viewer, input.form ?? of, { did, broke, cost_you, regret, will_do }, (db) =>
    command.acknowledge(db, hereAndNow(viewer), input),
  );
  return kept ?? { goTo: `/acknowledgements/${input.entry}` };
});

export const giveAction = viewerAction(schema.give, async (db, viewer, input) => {
  await command.give(db, hereAndNow(viewer), input);
  return { goTo: `/acknowledgements/${input.entry}` };
});

export const receiveAction = personAction(schema.receive, async (viewer, input) => {
  const { to, missing } = input;
  const kept = await sendOrKeep(viewer, draftOf.acknowledgementAnswer(to), { missing }, (db) =>
    command.receive(db, hereAndNow(viewer), input),
  );
  if (kept) return kept;
  refresh();
  return { done: "saved" };
});
