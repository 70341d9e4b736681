import { z } from "zod";
import { theWay } from "@/lib/announcements/schema";
import { Received } from "@/lib/db/generated/enums";
import { wholeShown } from "@/lib/visibility/schema";
import { one, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

const statement = {
  entry: z.uuid(),
  /** The version that this one follows; none where a new statement begins. */
  after: z.preprocess(skipped, z.uuid().nullable()),
  did: text(WORDS_LIMIT).refine((words) => words !== "", "did"),
  broke: text(WORDS_LIMIT),
  /** What both agreed on that it broke. */
  agreement: z.preprocess(skipped, z.uuid().nullable().default(null)),
  cost_you: text(WORDS_LIMIT),
  regret: text(WORDS_LIMIT),
  will_do: text(WORDS_LIMIT).refine((words) => words !== "", "will_do"),
};

export const acknowledge = z.object({
  ...statement,
  way: theWay,
  /** To the other as they have chosen, or kept until one gives it, to bring it to therapy first. */
  given: z.enum(["now", "later"], { error: "other" }),
});
export type AcknowledgeInput = z.output<typeof acknowledge>;

/** What was kept, and the entry that it is given as. */
export const give = z.object({ entry: z.uuid(), kept: z.uuid(), way: theWay });
export type GiveInput = z.output<typeof give>;

export const receive = z.object({
  entry: z.uuid(),
  to: z.uuid(),
  /** What was said before, of which this takes the place. */
  before: z.preprocess(skipped, z.uuid().nullable()),
  received: z.enum(Received, { error: "received" }),
  missing: text(WORDS_LIMIT),
  shown: wholeShown,
});
export type ReceiveInput = z.output<typeof receive>;

export const acknowledgementAddress = z.object({ id: z.uuid() });
export const newSearch = z.object({ after: z.preprocess(one, z.uuid().nullable().catch(null)) });
