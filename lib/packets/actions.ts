"use server";
import { refresh } from "next/cache";
import { hereAndNow } from "@/lib/entries/commands";
import * as command from "@/lib/packets/commands";
import * as schema from "@/lib/packets/schema";
import { viewerAction } from "@/lib/web/action";

export const beginPacketAction = viewerAction(schema.beginPacket, async (db, viewer, input) => {
  await command.beginPacket(db, hereAndNow(viewer), input);
  return { goTo: `/therapy/packets/${input.packet}/choose` };
});

export const beginPartAction = viewerAction(schema.thePacket, async (db, viewer, input) => {
  await command.beginPart(db, viewer, input);
  return { goTo: `/therapy/packets/${input.packet}/choose` };
});

export const putGroupAction = viewerAction(schema.putGroup, async (db, viewer, input) => {
  await command.putGroup(db, viewer, input);
  refresh();
  return { done: "saved" };
});

export const putItemsAction = viewerAction(schema.putItems, async (db, viewer, input) => {
  await command.putItems(db, viewer, input);
  refresh();
  return { done: "saved" };
});

export const putCommitmentsAction = viewerAction(schema.putCommitments, async (db, viewer, input) => {
  await command.putCommitments(db, viewer, input);
  refresh();
  return { done: "saved" };
});

export const consentAction = viewerAction(schema.consent, async (db, viewer, input) => {
  await command.consentTo(db, hereAndNow(viewer), input);
  refresh();
  return { done: "packet_consented" };
});

export const withdrawAction = viewerAction(schema.thePacket, async (db, viewer, input) => {
  await command.withdraw(db, viewer, input);
  refresh();
  return { done: "packet_withdrawn" };
});

export const deletePacketAction = viewerAction(schema.thePacket, async (db, viewer, input) => {
  await command.deletePacket(db, viewer, input);
  return { goTo: "/therapy/packets" };
});
