"use server";
import { refresh } from "next/cache";
import { confirmIdentity } from "@/lib/auth/sessions";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import * as departures from "@/lib/departures/commands";
import { momentOf } from "@/lib/departures/rules";
import * as schema from "@/lib/departures/schema";
import { personAction } from "@/lib/web/action";

export const leaveNowAction = personAction(schema.leaveNow, async (viewer, { passphrase }) => {
  await confirmIdentity(viewer, passphrase);
  await leave(viewer);
  return { goTo: "/settings/partner" };
});

export const leaveLaterAction = personAction(schema.leaveLater, async (viewer, { day, at, passphrase }) => {
  await confirmIdentity(viewer, passphrase);
  await asViewer(viewer, (db) => departures.leaveAt(db, viewer, momentOf(day, at, viewer.timeZone)));
  refresh();
  return { done: "departure_chosen" };
});

/** Asked as well: whoever only holds the device could otherwise keep somebody who believes that they have left. */
export const stayAction = personAction(schema.stay, async (viewer, { passphrase }) => {
  await confirmIdentity(viewer, passphrase);
  await asViewer(viewer, (db) => departures.stay(db, viewer));
  refresh();
  return { done: "departure_taken_back" };
});
