"use server";
import { refresh } from "next/cache";
import { hereAndNow } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import * as command from "@/lib/reviews/commands";
import * as schema from "@/lib/reviews/schema";
import { viewerAction } from "@/lib/web/action";

export const beginReviewAction = viewerAction(schema.theReview, async (db, viewer, input) => ({
  goTo: `/review/${await command.beginReview(db, hereAndNow(viewer), input)}`,
}));

export const moveReviewAction = viewerAction(schema.moveReview, async (db, viewer, input) => {
  await orLookFirst(command.moveReview(db, viewer, input));
  refresh();
  return {};
});

/** Where they are by now stands on the page before anybody goes on from there. */
async function orLookFirst(move: Promise<void>): Promise<void> {
  try {
    await move;
  } catch (error) {
    if (error instanceof Refusal) refresh();
    throw error;
  }
}

export const sayInReviewAction = viewerAction(schema.sayInReview, async (db, viewer, input) => {
  await command.sayInReview(db, hereAndNow(viewer), input);
  refresh();
  return {};
});

export const chooseToGuessAction = viewerAction(schema.chooseToGuess, async (db, viewer, { wanted }) => {
  await command.chooseToGuess(db, viewer, wanted);
  refresh();
  return { done: "saved" };
});

export const guessAction = viewerAction(schema.guess, async (db, viewer, input) => {
  await command.guess(db, viewer, input);
  refresh();
  return {};
});

export const takeGuessesAwayAction = viewerAction(schema.theReview, async (db, viewer, { review }) => {
  await command.takeGuessesAway(db, viewer, review);
  refresh();
  return {};
});

export const proposeNoteAction = viewerAction(schema.proposeNote, async (db, viewer, input) => {
  await command.proposeNote(db, viewer, input);
  refresh();
  return { done: "words_proposed" };
});

export const agreeToNoteAction = viewerAction(schema.theNote, async (db, viewer, input) => {
  await command.agreeToNote(db, viewer, input);
  refresh();
  return { done: "words_agreed" };
});

export const takeNoteBackAction = viewerAction(schema.theNote, async (db, viewer, input) => {
  await command.takeNoteBack(db, viewer, input);
  refresh();
  return {};
});

export const proposeTimeAction = viewerAction(schema.proposeTime, async (db, viewer, input) => {
  await command.proposeTime(db, viewer, input);
  refresh();
  return { done: "words_proposed" };
});

export const agreeToTimeAction = viewerAction(schema.theTime, async (db, viewer, { turn }) => {
  await command.agreeToTime(db, viewer, turn);
  refresh();
  return { done: "words_agreed" };
});

export const takeTimeBackAction = viewerAction(schema.theTime, async (db, viewer, { turn }) => {
  await command.takeTimeBack(db, viewer, turn);
  refresh();
  return {};
});
