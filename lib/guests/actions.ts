"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { clearVisits, readVisits, writeVisits } from "@/lib/auth/cookies";
import { confirmIdentity, countLinkTry, countStrangersTry } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import * as command from "@/lib/guests/commands";
import * as schema from "@/lib/guests/schema";
import { personAction, publicAction, viewerAction } from "@/lib/web/action";

/** As many notes as somebody may have open beside each other. */
const MOST_OPEN = 6;

export const makeLinkAction = personAction(schema.makeLink, async (viewer, input) => {
  await confirmIdentity(viewer, input.passphrase);
  const { token, words } = await asViewer(viewer, (db) => command.makeLink(db, viewer, input));
  refresh();
  return { shown: { link: `${env().origin}/notes/open/${token}`, words } };
});

export const endLinkAction = viewerAction(schema.endLink, async (db, viewer, input) => {
  await command.endLink(db, viewer, input);
  refresh();
  return { done: "link_ended" };
});

export const openNotesAction = publicAction(schema.openNotes, async (input) => {
  await countStrangersTry("visit", 30);
  const forget = await countLinkTry(input.token);
  const { link, visit } = await command.openNotes(input);
  await forget();
  await writeVisits([visit, ...(await readVisits())].slice(0, MOST_OPEN));
  return { goTo: `/notes/${link}` };
});

export const closeNotesAction = publicAction(z.object({}), async () => {
  const visits = await readVisits();
  await clearVisits();
  await command.endVisits(visits);
  return { goTo: "/notes/closed" };
});
