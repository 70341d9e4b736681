import { randomUUID } from "node:crypto";
import { chosenOn, noteOf, ofTheSpace } from "@/lib/agreements/queries";
import {
  agreeToNote,
  agreeToTime,
  beginReview,
  chooseToGuess,
  guess,
  moveReview,
  proposeNote,
  proposeTime,
  sayInReview,
} from "@/lib/reviews/commands";
import { reviewNamed } from "@/lib/reviews/queries";
import { type Move, type SaidStep, stepsOf } from "@/lib/reviews/rules";
import { as, type Saying, saying, type Talking, type Voice, withdraws } from "@/tests/support/matrix-talk";

/**
 * What two people say in reviews, in every audience: one that is over, with what both guessed and a note both agreed on; and one
 * that runs and asks for guesses, where one of them has answered. And when they sit down, agreed on and proposed.
 */
export async function review(one: Voice, other: Voice, about: Talking): Promise<void> {
  for (const voice of [one, other]) await as(voice, (db, { viewer }) => chooseToGuess(db, viewer, "yes"));
  await agreeOnATime(one, other);
  const over = await begins(one);
  for (const [speaking, listening] of [
    [one, other],
    [other, one],
  ] as const)
    await speaks(speaking, listening, over, about);
  await movesTo("gap", one, over);
  for (const voice of [one, other]) await guesses(voice, over);
  await movesTo("closing", other, over);
  await moves(one, over, "on");
  await agreeOnANote(one, other, over, about);

  const running = await begins(other);
  await movesTo("gap", one, running);
  await guesses(one, running);
}

async function begins(voice: Voice): Promise<string> {
  const review = randomUUID();
  await as(voice, (db, here) => beginReview(db, here, { review }));
  return review;
}

async function movesTo(step: string, voice: Voice, review: string): Promise<void> {
  const steps = stepsOf({ withGap: true }).map((one) => one.step as string);
  for (let at = await stepIn(voice, review); at !== step; at = await stepIn(voice, review)) {
    if (steps.indexOf(at) > steps.indexOf(step)) throw new Error(`${step} is over`);
    await moves(voice, review, "on");
  }
}

async function stepIn(voice: Voice, review: string): Promise<string> {
  let step = "";
  await as(voice, async (db, { viewer }) => {
    step = (await reviewNamed(db, viewer, review))?.step ?? "";
  });
  return step;
}

const moves = (voice: Voice, review: string, move: Move) =>
  as(voice, async (db, { viewer }) => {
    const seen = await reviewNamed(db, viewer, review);
    await moveReview(db, viewer, { review, turn: seen?.turn ?? 0, move });
  });

async function speaks(voice: Voice, other: Voice, review: string, about: Talking): Promise<void> {
  const says = async (step: SaidStep, word: Saying) => {
    const entry = randomUUID();
    const said = { review, entry, step, number: step === "arriving" ? 4 : null };
    await as(voice, (db, here) => sayInReview(db, here, { ...said, note: word(`${step} note`) }));
    return entry;
  };
  await says("appreciation", saying(voice, other, about, "shown"));
  await withdraws(voice, await says("request", saying(voice, other, about, "withdrawn")));
}

const guesses = (voice: Voice, review: string) =>
  as(voice, (db, { viewer }) =>
    guess(db, viewer, { review, pain: 6, closeness: 4, guessed_pain: 3, guessed_closeness: null }),
  );

async function agreeOnATime(one: Voice, other: Voice): Promise<void> {
  await as(one, (db, { viewer }) => proposeTime(db, viewer, { weekday: 7, at: "19:00" }));
  await as(other, async (db, { viewer }) => {
    const { proposal } = await chosenOn(db, viewer, ofTheSpace(viewer, "review_time"));
    await agreeToTime(db, viewer, proposal?.turn ?? "");
  });
  await as(other, (db, { viewer }) => proposeTime(db, viewer, { weekday: 3, at: "20:15" }));
}

async function agreeOnANote(
  one: Voice,
  other: Voice,
  review: string,
  { canaries, where, together }: Talking,
): Promise<void> {
  const both = [one.name, other.name];
  const proposes = (voice: Voice, how: string, readers: readonly string[]) => {
    const note = canaries.hatch(`${voice.name}'s words of a review (${how}, ${where})`, readers);
    return as(voice, (db, { viewer }) => proposeNote(db, viewer, { review, note }));
  };
  await proposes(one, "agreed", both);
  await as(other, async (db, { viewer }) => {
    const { proposal } = await chosenOn(db, viewer, noteOf(viewer, review));
    await agreeToNote(db, viewer, { review, turn: proposal?.turn ?? "" });
  });
  await proposes(other, "proposed", together ? both : [other.name]);
}
