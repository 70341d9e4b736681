import { z } from "zod";
import { feelings } from "@/lib/check-ins/schema";
import { Feeling, Heard, Wish } from "@/lib/db/generated/enums";
import { INTENSITY } from "@/lib/feelings/rules";
import { wholeShown } from "@/lib/visibility/schema";
import { clock, one, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

const intensity = z.preprocess(
  skipped,
  z.coerce
    .number({ error: "strength" })
    .int("strength")
    .min(INTENSITY.least, "strength")
    .max(INTENSITY.most, "strength")
    .nullable(),
);
const heard = z.preprocess(skipped, z.enum(Heard, { error: "other" }).nullable());

/** Each feeling's field in the form, beside the list of those that were chosen. */
const strengthOf = (feeling: Feeling) => `strength_${feeling}` as const;
const strengths = Object.fromEntries(
  Object.values(Feeling).map((feeling) => [strengthOf(feeling), intensity]),
) as Record<ReturnType<typeof strengthOf>, typeof intensity>;

/** A feeling as its form sends it: strengths of feelings that were not chosen are left out. */
export const shareFeeling = z
  .object({
    entry: z.uuid(),
    feelings,
    ...strengths,
    own_feeling: text(60),
    wish: z.enum(Wish, { error: "wish" }),
    note: text(WORDS_LIMIT),
  })
  .transform(({ entry, feelings, wish, own_feeling, note, ...given }) => ({
    entry,
    wish,
    parts: feelings.map((feeling) => ({
      feeling,
      intensity: given[strengthOf(feeling)] ?? null,
    })),
    texts: { own_feeling, note },
  }));
export type ShareInput = z.infer<typeof shareFeeling>;

export const shareAgain = z.object({ entry: z.uuid(), of: z.uuid() });

export const reply = z.object({
  entry: z.uuid(),
  to: z.uuid(),
  note: text(WORDS_LIMIT),
  promise: text(1_000),
});
export type ReplyInput = z.infer<typeof reply>;

export const askForTime = z.object({
  entry: z.uuid(),
  to: z.uuid(),
  until: clock,
});

export const sayHeard = z.object({
  entry: z.uuid(),
  to: z.uuid(),
  /** What was said before, of which this takes the place. */
  before: z.preprocess(skipped, z.uuid().nullable()),
  understood: heard,
  accepted: heard,
  cared_for: heard,
  would_help: text(WORDS_LIMIT),
  shown: wholeShown,
});
export type HeardInput = z.infer<typeof sayHeard>;

/** A conversation's address, and that of the form: what to begin with, if anything. */
export const conversationAddress = z.object({ id: z.uuid() });
export const shareSearch = z.object({ from: z.preprocess(one, z.uuid().nullable().catch(null)) });
