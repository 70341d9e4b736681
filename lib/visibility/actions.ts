"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { confirmIdentity } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import { dayIn } from "@/lib/time/day";
import * as command from "@/lib/visibility/commands";
import { shownOtherwise } from "@/lib/visibility/queries";
import { widens } from "@/lib/visibility/rules";
import * as schema from "@/lib/visibility/schema";
import { personAction, viewerAction } from "@/lib/web/action";

export const showEntryAction = viewerAction(
  z.object({ entry: z.uuid(), shown: schema.choice }),
  async (db, viewer, input) => {
    await command.showEntry(db, viewer, input.entry, input.shown, dayIn(viewer.timeZone));
    refresh();
    return { done: input.shown === "later" ? "kept_until_asked" : "shown_as_chosen" };
  },
);

export const startWithAction = viewerAction(schema.startWith, async (db, viewer, { kind, shown }) => {
  await command.startWith(db, viewer, kind, shown);
  refresh();
  return { done: "saved" };
});

/** Showing more of many at once reaches far and asks who it is; showing less never does. */
export const showAlikeAction = personAction(schema.showAlike, async (viewer, input) => {
  const { kind, shown, entry: listed } = input;
  if (listed.some(({ was }) => widens(was, shown))) await confirmIdentity(viewer, input.passphrase);
  await asViewer(viewer, async (db) => {
    const now = await shownOtherwise(db, viewer, kind, shown);
    const standing = now.map((one) => ({ id: one.id, was: one.shown }));
    await command.showAlike(db, viewer, { listed, now: standing }, shown, dayIn(viewer.timeZone));
  });
  refresh();
  return { done: "shown_as_chosen" };
});
