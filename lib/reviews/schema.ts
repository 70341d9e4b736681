import { z } from "zod";
import { theProposal } from "@/lib/agreements/schema";
import { moves, saidSteps } from "@/lib/reviews/rules";
import { clock, skipped, text } from "@/lib/web/fields";

/** Characters of what is said in a step, and of the note of both. */
export const SAID_LIMIT = 500;
export const NOTE_LIMIT = 2_000;

/** What Postgres counts to: nobody comes near it by pressing buttons. */
const LAST_TURN = 2_147_483_647;

const number = z.preprocess(
  skipped,
  z.coerce.number({ error: "number" }).int("number").min(0, "number").max(10, "number").nullable(),
);

export const theReview = z.object({ review: z.uuid() });
export const moveReview = z.object({
  review: z.uuid(),
  turn: z.coerce.number({ error: "other" }).int("other").min(0, "other").max(LAST_TURN, "other"),
  move: z.enum(moves, { error: "other" }),
});
export type MoveInput = z.infer<typeof moveReview>;

export const sayInReview = z.object({
  review: z.uuid(),
  entry: z.uuid(),
  step: z.enum(saidSteps, { error: "other" }),
  number,
  note: text(SAID_LIMIT),
});
export type SaidInput = z.infer<typeof sayInReview>;

export const guess = z.object({
  review: z.uuid(),
  pain: number,
  closeness: number,
  guessed_pain: number,
  guessed_closeness: number,
});
export type GuessInput = z.infer<typeof guess>;

export const chooseToGuess = z.object({ wanted: z.enum(["yes", "no"], { error: "other" }) });

export const proposeNote = z.object({ review: z.uuid(), note: text(NOTE_LIMIT) });
export const theNote = z.object({ review: z.uuid(), turn: theProposal });

export const proposeTime = z.object({
  weekday: z.coerce.number({ error: "weekday" }).int("weekday").min(1, "weekday").max(7, "weekday"),
  at: clock,
});
export const theTime = z.object({ turn: theProposal });

/** A weekly time as it is kept. */
export const weeklyTime = z.object({
  weekday: z.number().int().min(1).max(7),
  at: clock,
  timeZone: z.string(),
});

export const reviewAddress = z.object({ id: z.uuid() });
