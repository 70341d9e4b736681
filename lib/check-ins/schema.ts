import { z } from "zod";
import { Feeling, Need } from "@/lib/db/generated/enums";
import { parseDay } from "@/lib/time/day";
import { choice } from "@/lib/visibility/schema";
import { aDay, one, several, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

const number = z.preprocess(
  skipped,
  z.coerce.number({ error: "number" }).int("number").min(0, "number").max(10, "number").nullable(),
);

/** Feelings that were chosen, each once. */
export const feelings = z
  .preprocess(
    several,
    z.array(z.enum(Feeling, { error: "feeling" }), { error: "feeling" }).max(15, "feeling"),
  )
  .transform((all) => [...new Set(all)]);

/** What a check-in says. Null is skipped; it is never 0. */
export const content = z.object({
  trust: number,
  safety: number,
  closeness: number,
  love: number,
  pain: number,
  feelings,
  need: z.preprocess(skipped, z.enum(Need, { error: "need" }).nullable()),
  own_feeling: text(60),
  note: text(WORDS_LIMIT),
});
export type Content = z.infer<typeof content>;

export const recordCheckIn = content.extend({
  entry: z.uuid(),
  day: aDay,
  shown: choice,
  nothing: z.literal("yes").optional(),
  /** The space the form was opened in. */
  space: z.uuid().optional(),
});
export type CheckInInput = z.infer<typeof recordCheckIn>;

/** `basis` names the text that was edited; `shown` is changed on its own. */
export const amendCheckIn = content.extend({ entry: z.uuid(), basis: z.string().length(32, "other") });
export type AmendInput = z.infer<typeof amendCheckIn>;

/** Today's address: a day to fill in, or nothing for today. */
export const todaySearch = z.object({
  day: z.preprocess(one, z.string().transform(parseDay).nullable().catch(null)),
});

export const entryAddress = z.object({ id: z.uuid() });
