"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/commitments/commands";
import * as schema from "@/lib/commitments/schema";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { personAction, viewerAction } from "@/lib/web/action";

export const beginCommitmentAction = personAction(
  schema.beginCommitment.and(sentFrom),
  async (viewer, input) => {
    const { form = draftOf.commitment(viewer.coupleId), what, why } = input;
    const kept = await sendOrKeep(viewer, form, { what, why }, (db) =>
      command.beginCommitment(db, hereAndNow(viewer), input),
    );
    return kept ?? { goTo: `/commitments/${input.entry}` };
  },
);

export const offerTermsAction = personAction(schema.offerTerms, async (viewer, input) => {
  const { commitment, what, why } = input;
  const kept = await sendOrKeep(viewer, draftOf.commitmentChange(commitment), { what, why }, (db) =>
    command.offerTerms(db, hereAndNow(viewer), input),
  );
  return kept ?? { goTo: `/commitments/${commitment}` };
});

export const takeStepAction = viewerAction(schema.takeStep, async (db, viewer, { step, ...seen }) => {
  await command.takeStep(db, hereAndNow(viewer), seen, { step });
  refresh();
  return step === "withdrawn" ? { goTo: "/commitments" } : {};
});

export const renewCommitmentAction = viewerAction(schema.renewCommitment, async (db, viewer, input) => {
  await command.renewCommitment(db, hereAndNow(viewer), input);
  refresh();
  return { done: "renewal_offered" };
});

export const pauseCommitmentAction = viewerAction(schema.pauseCommitment, async (db, viewer, input) => {
  await command.pauseCommitment(db, hereAndNow(viewer), input);
  refresh();
  return { done: "commitment_paused" };
});

export const offerEndingAction = viewerAction(schema.offerEnding, async (db, viewer, input) => {
  const { closing_note, ...seen } = input;
  await command.takeStep(db, hereAndNow(viewer), seen, { step: "ending_offered", texts: { closing_note } });
  refresh();
  return { done: "ending_offered" };
});

export const putAwayAction = viewerAction(schema.commitmentAddress, async (db, viewer, { id }) => {
  await command.putAway(db, hereAndNow(viewer), id);
  return { goTo: "/commitments" };
});
