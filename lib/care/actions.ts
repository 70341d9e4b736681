"use server";
import { refresh } from "next/cache";
import { noteCare } from "@/lib/care/commands";
import * as schema from "@/lib/care/schema";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { personAction } from "@/lib/web/action";

export const noteCareAction = personAction(schema.noteCare.and(sentFrom), async (viewer, input) => {
  const { kind, form = draftOf.care(kind, viewer.coupleId), note } = input;
  const kept = await sendOrKeep(viewer, form, { note }, (db) => noteCare(db, hereAndNow(viewer), input));
  if (kept) return kept;
  refresh();
  return { done: "saved" };
});
