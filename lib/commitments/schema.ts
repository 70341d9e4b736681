import { z } from "zod";
import { isReview, type Terms } from "@/lib/commitments/rules";
import { Area, Cost } from "@/lib/db/generated/enums";
import { type Often, weekdays } from "@/lib/time/recurrence";
import { aDay, one, several, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

export const often = ["daily", "weekdays", "weekly", "once", "whenever"] as const satisfies Often["kind"][];
/** Characters of what is promised: a sentence or two. */
export const WHAT_LIMIT = 500;

const termsFields = z.object({
  what: text(WHAT_LIMIT).refine((what) => what !== "", "what"),
  why: text(WORDS_LIMIT),
  often: z.enum(often, { error: "often" }),
  // Whatever stands in a field that another choice asks for does not matter (oftenOf).
  days: z.preprocess(several, z.array(z.enum(weekdays)).catch([])),
  times: z.preprocess(skipped, z.coerce.number().int().min(1).max(7).nullable().catch(null)),
  by: z.preprocess(skipped, aDay.nullable().catch(null)),
  from: aDay,
  review: aDay,
});

type Issue = { readonly message: string; readonly field: string };

/** How often, or what is missing of it. */
function oftenOf({ often, days, times, by, from, review }: z.output<typeof termsFields>): Often | Issue {
  if (often === "daily" || often === "whenever") return { kind: often };
  if (often === "weekdays")
    return days.length > 0
      ? { kind: often, days: weekdays.filter((day) => days.includes(day)) }
      : { message: "weekdays", field: "days" };
  if (often === "weekly") return times ? { kind: often, times } : { message: "times", field: "times" };
  return by && by >= from && by <= review ? { kind: often, by } : { message: "by", field: "by" };
}

const understood = <T extends z.output<typeof termsFields>>(
  { what, why, often, days, times, by, from, review, ...rest }: T,
  context: z.RefinementCtx,
) => {
  const how = oftenOf({ what, why, often, days, times, by, from, review });
  if (!isReview(from, review)) context.addIssue({ code: "custom", message: "review", path: ["review"] });
  if ("message" in how) context.addIssue({ code: "custom", message: how.message, path: [how.field] });
  if ("message" in how || !isReview(from, review)) return z.NEVER;
  const terms: Terms = { often: how, from, review };
  return { ...rest, what, why, terms };
};

/** A new one, by whose it is. `of` is the reply or the acknowledgement it is made from. */
export const beginCommitment = termsFields
  .extend({
    entry: z.uuid(),
    whose: z.enum(["mine", "theirs"], { error: "other" }),
    area: z.enum(Area, { error: "area" }),
    cost: z.enum(Cost, { error: "cost" }),
    of: z.preprocess(skipped, z.uuid().nullable()),
    /** What both agreed on that it is part of. */
    agreement: z.preprocess(skipped, z.uuid().nullable().default(null)),
    /** The space the form was opened in. */
    space: z.uuid(),
  })
  .transform(understood);
export type BeginInput = z.output<typeof beginCommitment>;

/** Which commitment, and its newest step when the form was made: a step that came between is told before one's own is taken. */
const seen = z.object({ commitment: z.uuid(), turn: z.coerce.number().int().min(1).max(9_999) });
export type Seen = z.output<typeof seen>;

export const offerTerms = termsFields.extend(seen.shape).transform(understood);
export type OfferInput = z.output<typeof offerTerms>;

export const takeStep = seen.extend({
  step: z.enum(["accepted", "declined", "withdrawn", "resumed", "ended"], { error: "other" }),
});
export const pauseCommitment = seen.extend({ returns: aDay });
export const offerEnding = seen.extend({ closing_note: text(WORDS_LIMIT) });
export const renewCommitment = seen.extend({ review: aDay });

export const commitmentAddress = z.object({ id: z.uuid() });
/** What a new one begins with: whose it is, a template, an entry of one's own that says it. */
export const newSearch = z.object({
  whose: z.preprocess(one, z.enum(["mine", "theirs"]).catch("mine")),
  template: z.preprocess(one, z.string().max(40).nullable().catch(null)),
  from: z.preprocess(one, z.uuid().nullable().catch(null)),
  /** Which line of it, of an entry that names several; the first is 1. */
  line: z.preprocess(one, z.coerce.number().int().min(1).max(99).catch(1)),
});
