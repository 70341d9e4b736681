"use server";
import * as command from "@/lib/corrections/commands";
import * as schema from "@/lib/corrections/schema";
import { sendOrKeep } from "@/lib/drafts/commands";
import { draftOf, sentFrom } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { personAction } from "@/lib/web/action";

export const correctAction = personAction(schema.correct.and(sentFrom), async (viewer, input) => {
  const { form = draftOf.correction(viewer.coupleId), said, is_true, will_do } = input;
  const kept = await sendOrKeep(viewer, form, { said, is_true, will_do }, (db) =>
    command.correct(db, hereAndNow(viewer), input),
  );
  return kept ?? { goTo: `/corrections/${input.entry}` };
});
