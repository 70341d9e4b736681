"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { countStrangersTry } from "@/lib/auth/sessions";
import * as couples from "@/lib/couples/commands";
import * as schema from "@/lib/couples/schema";
import { env } from "@/lib/env";
import { personAction, publicAction, viewerAction } from "@/lib/web/action";

export const inviteAction = viewerAction(z.object({}), async (db, viewer) => {
  const { token, words } = await couples.invite(db, viewer);
  return { shown: { link: `${env().origin}/join/${token}`, words } };
});

export const withdrawInvitationAction = viewerAction(z.object({}), async (db, viewer) => {
  await couples.withdrawInvitation(db, viewer);
  refresh();
  return { done: "invitation_withdrawn" };
});

/** Six words lead to the page that says who invites and what joining means. */
export const openInvitationAction = publicAction(
  z.object({ code: schema.invitationKey }),
  async ({ code }) => {
    const key =
      code
        .toLowerCase()
        .match(/[a-z]+/g)
        ?.join("-") ?? "none";
    return { goTo: `/join/${key}` };
  },
);

export const acceptInvitationAction = personAction(
  z.object({ key: schema.invitationKey }),
  async (viewer, { key }) => {
    await countStrangersTry("invitation", 30);
    await couples.acceptInvitation(viewer, key);
    return { goTo: "/today" };
  },
);

export const chooseRoleAction = viewerAction(schema.chooseRole, async (db, viewer, input) => {
  await couples.chooseRole(db, viewer, input.role, input.audience);
  refresh();
  return { done: "saved" };
});
