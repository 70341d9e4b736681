import { z } from "zod";
import { theWay } from "@/lib/announcements/schema";
import { text, WORDS_LIMIT } from "@/lib/web/fields";

/** What I said, what is true, what I will do. */
export const parts = ["said", "is_true", "will_do"] as const;

export const correct = z.object({
  entry: z.uuid(),
  said: text(WORDS_LIMIT),
  is_true: text(WORDS_LIMIT).refine((words) => words !== "", "is_true"),
  will_do: text(WORDS_LIMIT),
  way: theWay,
});
export type CorrectInput = z.output<typeof correct>;

export const correctionAddress = z.object({ id: z.uuid() });
