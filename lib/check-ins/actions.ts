"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { SignedIn } from "@/lib/auth/gate";
import {
  amendCheckIn,
  copyIntoPresent,
  deleteEntry,
  recordCheckIn,
  saveDraft,
} from "@/lib/check-ins/commands";
import * as schema from "@/lib/check-ins/schema";
import { dayIn } from "@/lib/time/day";
import { shown } from "@/lib/visibility/schema";
import { viewerAction } from "@/lib/web/action";

const hereAndNow = (viewer: SignedIn) => ({
  viewer,
  today: dayIn(viewer.timeZone),
  timeZone: viewer.timeZone,
});

export const recordCheckInAction = viewerAction(schema.recordCheckIn, async (db, viewer, input) => {
  await recordCheckIn(db, hereAndNow(viewer), input);
  refresh();
  return { done: "checked_in" };
});

export const amendCheckInAction = viewerAction(
  schema.amendCheckIn.extend({ shown }),
  async (db, viewer, input) => {
    await amendCheckIn(db, hereAndNow(viewer), input, input.shown);
    refresh();
    return { done: "saved" };
  },
);

export const saveDraftAction = viewerAction(
  z.looseObject({ day: schema.day }),
  async (db, viewer, { day, ...fields }) => {
    const draft = z.record(
      z.string().max(40),
      z.preprocess((value) => [value].flat(), z.array(z.string().max(schema.WORDS_LIMIT)).max(20)),
    );
    await saveDraft(db, viewer, day, draft.parse(fields));
    return {};
  },
);

export const deleteEntryAction = viewerAction(z.object({ entry: z.uuid() }), async (db, viewer, input) => {
  await deleteEntry(db, viewer, input.entry);
  return { goTo: "/timeline" };
});

export const copyIntoPresentAction = viewerAction(
  z.object({ entry: z.uuid(), into: z.uuid() }),
  async (db, viewer, input) => {
    await copyIntoPresent(db, hereAndNow(viewer), input);
    refresh();
    return { done: "copied" };
  },
);
