import { z } from "zod";
import { theProposal } from "@/lib/agreements/schema";
import { lengths } from "@/lib/space/rules";
import { clock, skipped, text } from "@/lib/web/fields";

/** Characters of the sentence two people choose. */
export const SENTENCE_LIMIT = 300;

const length = z.coerce
  .number({ error: "length" })
  .refine((minutes) => lengths.some((offered) => offered === minutes), "length");

/** A length, or a time of return, as the form sends them. */
export const askForSpace = z
  .object({
    entry: z.uuid(),
    length: z.union([z.literal("until"), length], { error: "length" }).optional(),
    until: z.preprocess(skipped, clock.nullable().catch(null)),
  })
  .transform(({ entry, length, until }, context) => {
    if (typeof length === "number") return { entry, wanted: { length } };
    if (until) return { entry, wanted: { until } };
    const [message, field] = length ? ["time", "until"] : ["length", "length"];
    context.addIssue({ code: "custom", message, path: [field] });
    return z.NEVER;
  });
export type SpaceInput = z.infer<typeof askForSpace>;

export const comeBack = z.object({ entry: z.uuid() });
export const proposeWords = z.object({ sentence: text(SENTENCE_LIMIT) });
export const theWords = z.object({ turn: theProposal });
