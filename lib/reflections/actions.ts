"use server";
import { refresh } from "next/cache";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { writeReflection } from "@/lib/reflections/commands";
import * as schema from "@/lib/reflections/schema";
import { personAction } from "@/lib/web/action";

export const writeReflectionAction = personAction(
  schema.writeReflection.and(sentFrom),
  async (viewer, input) => {
    const { kind, form = draftOf.reflection(kind, viewer.coupleId), note } = input;
    const kept = await sendOrKeep(viewer, form, { note }, (db) =>
      writeReflection(db, hereAndNow(viewer), input),
    );
    if (kept) return kept;
    refresh();
    return { done: "kept_for_me" };
  },
);
