"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/drafts/commands";
import * as schema from "@/lib/drafts/schema";
import { viewerAction } from "@/lib/web/action";

export const saveDraftAction = viewerAction(schema.saveDraft, async (db, viewer, { form, kept, fields }) => ({
  shown: { kept: await command.saveDraft(db, viewer, form, fields, kept) },
}));

export const forgetDraftAction = viewerAction(schema.forgetDraft, async (db, viewer, { form }) => {
  await command.discardDraft(db, viewer, form);
  refresh();
  return {};
});
