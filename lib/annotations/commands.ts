import "server-only";
import type { MarkInput } from "@/lib/annotations/schema";
import type { ViewerDb } from "@/lib/db/viewer";
import { type Here, writeDown } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";

/**
 * Marks a day that is or was, for oneself or to be seen. Sent twice it is one. Throws `day_ahead`, `nothing_written` where only
 * words could say what it was, or `not_in_a_couple` where nobody could see it.
 */
export async function markDay(db: ViewerDb, here: Here, { day, ...mark }: MarkInput): Promise<void> {
  if (day > here.today) throw new Refusal("day_ahead");
  await writeDown(db, here, { ...mark, about: day });
}
