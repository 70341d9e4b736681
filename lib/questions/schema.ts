import { z } from "zod";
import { Standing } from "@/lib/db/generated/enums";
import { wholeShown } from "@/lib/visibility/schema";
import { text, WORDS_LIMIT } from "@/lib/web/fields";

export const askQuestion = z.object({ entry: z.uuid(), note: text(WORDS_LIMIT), shown: wholeShown });
export type QuestionInput = z.infer<typeof askQuestion>;

export const askKept = z.object({ entry: z.uuid(), of: z.uuid() });

export const answerQuestion = z.object({
  entry: z.uuid(),
  to: z.uuid(),
  standing: z.enum(Standing, { error: "other" }),
  note: text(WORDS_LIMIT),
});
export type AnswerInput = z.infer<typeof answerQuestion>;

export const questionAddress = z.object({ id: z.uuid() });
