import { z } from "zod";
import { parseDay } from "@/lib/time/day";

/** Characters of a text without a reason to be short. */
export const WORDS_LIMIT = 10_000;

/** Whether Postgres and JSON can hold a text: no NUL, no half of a surrogate pair. */
export const isWellFormed = (text: string) => !text.includes("\u0000") && text.isWellFormed();

/** What was left open is null; it is never 0. */
export const skipped = (value: unknown) => (value === "" || value === undefined ? null : value);

/** None, one or several of a field's values, as a list. */
export const several = (value: unknown) => (value === undefined || value === "" ? [] : [value].flat());

/** The first where an address gives a value more than once. */
export const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** A text of at most so many characters, without the space around it; empty where it was left out, or shows nothing. */
export const text = (limit: number) =>
  z.string({ error: "other" }).trim().overwrite(seen).max(limit, "too_long").default("");

/** Signs that only guide others, such as one that joins two, say nothing by themselves. */
const seen = (said: string) => (/[^\p{Default_Ignorable_Code_Point}\s]/u.test(said) ? said : "");

/** A time of day, HH:MM. */
export const clock = z.string({ error: "time" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time");

/** A day of the calendar, YYYY-MM-DD. */
export const aDay = z.string({ error: "day" }).transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "day" });
  return z.NEVER;
});
