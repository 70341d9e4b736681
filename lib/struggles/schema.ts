import { z } from "zod";
import { wholeShown } from "@/lib/visibility/schema";
import { skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

/** Long enough to name what is hard, too short to argue it. */
export const STRUGGLE_LIMIT = 300;

export const addStruggle = z.object({ entry: z.uuid(), note: text(STRUGGLE_LIMIT), shown: wholeShown });
export type StruggleInput = z.infer<typeof addStruggle>;

/** A struggle by whose it is: its id alone could be that of one of each. */
const theStruggle = z.object({ to: z.uuid(), whose: z.enum(["mine", "theirs"], { error: "other" }) });
export type TheStruggle = z.infer<typeof theStruggle>;

export const writeOwnPart = theStruggle.extend({
  entry: z.uuid(),
  /** What was said before, of which this takes the place. */
  before: z.preprocess(skipped, z.uuid().nullable()),
  note: text(WORDS_LIMIT),
  shown: wholeShown,
});
export type PartInput = z.infer<typeof writeOwnPart>;

export const sayOfRest = theStruggle;
