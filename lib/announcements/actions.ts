"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/announcements/commands";
import { roomOf } from "@/lib/announcements/rules";
import * as schema from "@/lib/announcements/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { viewerAction } from "@/lib/web/action";

export const openAnnouncedAction = viewerAction(schema.openAnnounced, async (db, viewer, input) => {
  await command.openAnnounced(db, hereAndNow(viewer), input);
  return { goTo: `/${roomOf[input.kind]}/${input.id}` };
});

export const chooseWayAction = viewerAction(schema.chooseWay, async (db, viewer, input) => {
  await command.chooseWay(db, viewer, input);
  refresh();
  return { done: "saved" };
});
