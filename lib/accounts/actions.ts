"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import * as accounts from "@/lib/accounts/commands";
import { ownPath } from "@/lib/accounts/rules";
import * as schema from "@/lib/accounts/schema";
import { confirmIdentity, countStrangersTry, leaveNoTrace } from "@/lib/auth/sessions";
import { moveReminders } from "@/lib/reminders/commands";
import { dayIn, toColumn } from "@/lib/time/day";
import { personAction, publicAction, viewerAction } from "@/lib/web/action";

export const signUpAction = publicAction(schema.signUp, async (input) => {
  await countStrangersTry("sign-up", 20);
  const { recoveryCode } = await accounts.signUp(input);
  return { shown: { recoveryCode } };
});

export const signInAction = publicAction(schema.signIn, async (input) => {
  await accounts.signIn(input);
  return { goTo: ownPath(input.next) };
});

export const recoverAction = publicAction(schema.recover, async (input) => {
  const { recoveryCode } = await accounts.recover(input);
  return { shown: { recoveryCode } };
});

export const sendResetAction = publicAction(z.object({ email: schema.email }), async ({ email }) => {
  await countStrangersTry("reset", 10);
  await accounts.sendReset(email);
  return { done: "reset_sent" };
});

export const resetAction = publicAction(
  z.object({ token: z.string().max(100), passphrase: schema.newPassphrase }),
  async (input) => {
    await countStrangersTry("token", 30);
    const { recoveryCode } = await accounts.reset(input);
    return { shown: { recoveryCode } };
  },
);

export const readNoticeAction = viewerAction(z.object({}), async (db, viewer) => {
  await db.account.updateMany({
    where: { id: viewer.id, noticeReadOn: null },
    data: { noticeReadOn: toColumn(dayIn(viewer.timeZone)) },
  });
  return { goTo: "/today" };
});

export const renameAction = viewerAction(z.object({ name: schema.name }), async (db, viewer, { name }) => {
  await db.profile.updateMany({ where: { accountId: viewer.id }, data: { name } });
  refresh();
  return { done: "saved" };
});

export const changeTimeZoneAction = viewerAction(
  z.object({ time_zone: schema.chosenZone }),
  async (db, viewer, input) => {
    await db.account.updateMany({ where: { id: viewer.id }, data: { timeZone: input.time_zone } });
    await moveReminders(db, viewer, input.time_zone);
    refresh();
    return { done: "saved" };
  },
);

export const chooseRecoveryByMailAction = personAction(schema.recoveryByMail, async (viewer, input) => {
  await accounts.chooseRecoveryByMail(viewer, input);
  refresh();
  return { done: "saved" };
});

export const revokeDeviceAction = viewerAction(
  z.object({ session: z.uuid() }),
  async (db, viewer, { session }) => {
    await db.session.updateMany({
      where: { id: session, accountId: viewer.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    refresh();
    return { done: "device_signed_out" };
  },
);

export const changePassphraseAction = personAction(schema.changePassphrase, async (viewer, input) => {
  await accounts.changePassphrase(viewer, input);
  return { done: "passphrase_changed" };
});

export const renewRecoveryCodeAction = personAction(
  z.object({ passphrase: schema.givenPassphrase }),
  async (viewer, { passphrase }) => {
    const { recoveryCode } = await accounts.renewRecoveryCode(viewer, passphrase);
    return { shown: { recoveryCode } };
  },
);

export const eraseAction = personAction(schema.erase, async (viewer, { passphrase }) => {
  await confirmIdentity(viewer, passphrase);
  await accounts.erase(viewer);
  await leaveNoTrace();
  return { goTo: "/" };
});
