"use server";
import * as command from "@/lib/drafts/commands";
import * as schema from "@/lib/drafts/schema";
import { viewerAction } from "@/lib/web/action";

export const saveDraftAction = viewerAction(schema.saveDraft, async (db, viewer, { form, fields }) => {
  await command.saveDraft(db, viewer, form, fields);
  return {};
});
