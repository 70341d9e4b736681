"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/commitments/commands";
import * as schema from "@/lib/commitments/schema";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { personAction, viewerAction } from "@/lib/web/action";

export const beginCommitmentAction = personAction(
  schema.beginCommitment.and(sentFrom),
  async (viewer, input) => {
    const { form = draftOf.commitment(input.space), what, why } = input;
    const kept = await sendOrKeep(viewer, form, { what, why }, (db) =>
      command.beginCommitment(db, hereAndNow(viewer), input),
    );
    return kept ?? { goTo: `/commitments/${command.commitmentIdOf(viewer, input.entry)}` };
  },
);

export const offerTermsAction = personAction(schema.offerTerms, async (viewer, input) => {
  const { commitment, what, why } = input;
  const kept = await sendOrKeep(viewer, draftOf.commitmentChange(commitment), { what, why }, (db) =>
    command.offerTerms(db, hereAndNow(viewer), input),
  );
  return kept ?? { goTo: `/commitments/${commitment}` };
});

/** What came between stands on the page before anything is agreed to: a form without words of its own is sent knowing of it. */
async function orLookFirst(step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === "stepped_meanwhile")) throw error;
    refresh();
    throw new Refusal("stepped_before", error.params);
  }
}

export const takeStepAction = viewerAction(schema.takeStep, async (db, viewer, { step, ...seen }) => {
  await orLookFirst(command.takeStep(db, hereAndNow(viewer), seen, { step }));
  refresh();
  return step === "withdrawn" ? { goTo: "/commitments" } : {};
});

export const renewCommitmentAction = viewerAction(schema.renewCommitment, async (db, viewer, input) => {
  await orLookFirst(command.renewCommitment(db, hereAndNow(viewer), input));
  refresh();
  return { done: "renewal_offered" };
});

export const pauseCommitmentAction = viewerAction(schema.pauseCommitment, async (db, viewer, input) => {
  await orLookFirst(command.pauseCommitment(db, hereAndNow(viewer), input));
  refresh();
  return { done: "commitment_paused" };
});

export const offerEndingAction = viewerAction(schema.offerEnding, async (db, viewer, input) => {
  const { closing_note, ...seen } = input;
  const step = { step: "ending_offered", texts: { closing_note } } as const;
  await orLookFirst(command.takeStep(db, hereAndNow(viewer), seen, step));
  refresh();
  return { done: "ending_offered" };
});

export const putAwayAction = viewerAction(schema.commitmentAddress, async (db, viewer, { id }) => {
  await command.putAway(db, hereAndNow(viewer), id);
  return { goTo: "/commitments" };
});
