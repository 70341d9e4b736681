"use server";
import { refresh } from "next/cache";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/follow-through/commands";
import * as schema from "@/lib/follow-through/schema";
import { viewerAction } from "@/lib/web/action";

export const sayHowItWentAction = viewerAction(schema.followThrough, async (db, viewer, input) => {
  await command.sayHowItWent(db, hereAndNow(viewer), input);
  refresh();
  return { done: "saved" };
});

export const noticeDayAction = viewerAction(schema.notice, async (db, viewer, input) => {
  await command.noticeDay(db, hereAndNow(viewer), input);
  refresh();
  return { done: input.shown === "only_me" ? "noticed_for_me" : "noticed" };
});
