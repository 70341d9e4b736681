import { z } from "zod";
import { SessionKind } from "@/lib/db/generated/enums";
import { partKinds } from "@/lib/entries/rules";
import { wholeShown } from "@/lib/visibility/schema";
import { aDay, clock, one, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

/** Enough for a name or a street. */
export const WHERE_LIMIT = 120;

export const planSession = z.object({
  entry: z.uuid(),
  session_kind: z.enum(SessionKind, { error: "session" }),
  day: aDay,
  at: z.preprocess(skipped, clock.nullable()),
  note: text(WHERE_LIMIT),
});
export type SessionInput = z.output<typeof planSession>;

/** A session by whose it is: its id alone could be that of one of each. */
export const addPart = z.object({
  entry: z.uuid(),
  kind: z.enum(partKinds, { error: "other" }),
  to: z.uuid(),
  whose: z.enum(["mine", "theirs"], { error: "other" }),
  note: text(WORDS_LIMIT),
  shown: wholeShown,
});
export type PartInput = z.infer<typeof addPart>;

/** What somebody wants to bring to a session, or no longer: an entry by whose it is. */
export const bring = z.object({
  entry: z.uuid(),
  whose: z.enum(["mine", "theirs"], { error: "other" }),
  bring: z.enum(["yes", "no"], { error: "other" }),
});
export type BringInput = z.infer<typeof bring>;

/** The address of what is marked, and of one entry that could be. */
export const marksAddress = z.object({
  entry: z.preprocess(one, z.uuid().nullable().catch(null)),
  whose: z.preprocess(one, z.enum(["mine", "theirs"]).catch("mine")),
});

export const sessionAddress = z.object({ id: z.uuid() });
