import { z } from "zod";
import { FollowThroughStatus, Perceived } from "@/lib/db/generated/enums";
import { wholeShown } from "@/lib/visibility/schema";
import { aDay, one, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

const status = z.preprocess(skipped, z.enum(FollowThroughStatus, { error: "other" }).nullable());

/** What is said of one commitment on a day, by the names its fields have in a form that holds several. */
export const fieldsFor = (commitment: string) =>
  ({
    status: `status_${commitment}`,
    volunteered: `volunteered_${commitment}`,
    note: `note_${commitment}`,
    shown: `shown_${commitment}`,
    entry: `entry_${commitment}`,
    said: `said_${commitment}`,
  }) as const;

const answer = z.object({
  commitment: z.uuid(),
  status,
  volunteered: z.preprocess((value) => value === "yes", z.boolean()),
  note: text(WORDS_LIMIT),
  shown: wholeShown.catch("only_me"),
  /** Of the entry that the words become. */
  entry: z.uuid(),
  /** How often something was said of that day when the form was made. */
  said: z.coerce.number({ error: "other" }).int("other").min(0, "other").max(9_999, "other"),
});
export type AnswerInput = z.output<typeof answer>;

/** Commitments that one form says something of. */
const MOST = 50;
const STATUS = /^status_(.{36})$/;

/** What a form says of a day, of one commitment or of several. Those left open are left out. */
export const followThrough = z.looseObject({ day: aDay }).transform(({ day, ...given }, context) => {
  const named = Object.keys(given).flatMap((name) => STATUS.exec(name)?.[1] ?? []);
  if (named.length > MOST) context.addIssue({ code: "custom", message: "other", path: ["day"] });
  const answers = named.slice(0, MOST).flatMap((commitment) => {
    const fields = Object.entries(fieldsFor(commitment));
    const typed = Object.fromEntries(fields.map(([field, name]) => [field, given[name]]));
    const parsed = answer.safeParse({ ...typed, commitment });
    if (parsed.success) return [parsed.data];
    for (const { message, path } of parsed.error.issues) {
      const field = fields.find(([name]) => name === path[0])?.[1] ?? "";
      context.addIssue({ code: "custom", message, path: [field] });
    }
    return [];
  });
  return { day, answers };
});
export type FollowThroughInput = z.output<typeof followThrough>;

/** "I noticed this", or that it was not felt, with words or without. */
export const notice = z.object({
  entry: z.uuid(),
  commitment: z.uuid(),
  day: aDay,
  /** What was said before, of which this takes the place. */
  before: z.preprocess(skipped, z.uuid().nullable()),
  perceived: z.enum(Perceived, { error: "perceived" }),
  note: text(WORDS_LIMIT),
  shown: wholeShown,
});
export type NoticeInput = z.output<typeof notice>;

/** A commitment's address with the day that is to be filled in or corrected, if any. */
export const daySearch = z.object({
  day: z.preprocess(one, aDay.nullable().catch(null)),
});
