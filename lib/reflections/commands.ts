import "server-only";
import type { ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { type Here, writeDown } from "@/lib/entries/commands";
import type { ReflectionInput } from "@/lib/reflections/schema";

/** Writes on a page of one's own, for oneself: showing it is another step, one by one. Throws `nothing_written`. */
export async function writeReflection(db: ViewerDb, here: Here, input: ReflectionInput): Promise<void> {
  const { entry, kind, day, note } = input;
  await discardDraft(db, here.viewer, draftOf.reflection(kind, here.viewer.coupleId));
  const about = kind === "trigger_day" && day ? { about: day } : {};
  await writeDown(db, here, { entry, kind, note, shown: "only_me", ...about });
}
