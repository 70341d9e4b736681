"use server";
import { refresh } from "next/cache";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/space/commands";
import * as schema from "@/lib/space/schema";
import { viewerAction } from "@/lib/web/action";

export const askForSpaceAction = viewerAction(schema.askForSpace, async (db, viewer, input) => {
  await command.askForSpace(db, hereAndNow(viewer), input);
  refresh();
  return { done: "space_asked" };
});

export const comeBackAction = viewerAction(schema.comeBack, async (db, viewer, { entry }) => {
  await command.comeBack(db, viewer, entry);
  refresh();
  return {};
});

export const proposeWordsAction = viewerAction(schema.proposeWords, async (db, viewer, { sentence }) => {
  await command.proposeWords(db, viewer, sentence);
  refresh();
  return { done: "words_proposed" };
});

export const agreeToWordsAction = viewerAction(schema.theWords, async (db, viewer, { turn }) => {
  await command.agreeToWords(db, viewer, turn);
  refresh();
  return { done: "words_agreed" };
});

export const takeWordsBackAction = viewerAction(schema.theWords, async (db, viewer, { turn }) => {
  await command.takeWordsBack(db, viewer, turn);
  refresh();
  return {};
});
