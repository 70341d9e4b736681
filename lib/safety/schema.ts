import { z } from "zod";

/** "Are you afraid of your partner?" */
export const safetyAnswers = ["no", "unsure", "yes"] as const;
export type SafetyAnswer = (typeof safetyAnswers)[number];
export const safetyAnswer = z.object({ answer: z.enum([...safetyAnswers, "forget"], { error: "other" }) });
