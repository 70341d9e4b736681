import { z } from "zod";
import { CorrectionWay } from "@/lib/db/generated/enums";
import { clock, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

/** What I said, what is true, what I will do. */
export const parts = ["said", "is_true", "will_do"] as const;

/** In the order they are offered. */
export const ways = ["now", "at_time", "with_therapist"] as const satisfies readonly CorrectionWay[];

export const correct = z.object({
  entry: z.uuid(),
  said: text(WORDS_LIMIT),
  is_true: text(WORDS_LIMIT).refine((words) => words !== "", "is_true"),
  will_do: text(WORDS_LIMIT),
  /** How the other had chosen that it reaches them, when the form was made. */
  way: z.enum(CorrectionWay, { error: "other" }),
});
export type CorrectInput = z.output<typeof correct>;

/** How such things are to reach oneself. */
export const chooseWay = z
  .object({
    way: z.enum(CorrectionWay, { error: "way" }),
    at: z.preprocess(skipped, clock.nullable().catch(null)),
  })
  .transform(({ way, at }, context) => {
    if (way !== "at_time") return { way, localTime: null };
    if (at) return { way, localTime: at };
    context.addIssue({ code: "custom", message: "time", path: ["at"] });
    return z.NEVER;
  });
export type WayInput = z.output<typeof chooseWay>;

export const correctionAddress = z.object({ id: z.uuid() });
