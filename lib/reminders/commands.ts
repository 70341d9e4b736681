import "server-only";
import { run } from "graphile-worker";
import { housekeepingPool } from "@/lib/auth/throttle";
import { asSystem } from "@/lib/db/system";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { canSendMail, sendMail } from "@/lib/mail/send";
import { nextAt } from "@/lib/time/zone";

/** Asks for a mail each day at a local time, or with null for none. Throws `mail_not_configured`. */
export async function setReminder(
  db: ViewerDb,
  viewer: Viewer & { readonly timeZone: string },
  localTime: string | null,
): Promise<void> {
  if (localTime === null) return void (await db.reminder.deleteMany({ where: { accountId: viewer.id } }));
  if (!canSendMail()) throw new Refusal("mail_not_configured");
  const when = { localTime, nextAt: new Date(nextAt(localTime, viewer.timeZone).epochMilliseconds) };
  await db.reminder.upsert({
    where: { accountId: viewer.id },
    create: { accountId: viewer.id, ...when },
    update: when,
  });
}

/** Moves the next mail to the same local time in another zone. */
export async function moveReminder(db: ViewerDb, viewer: Viewer, timeZone: string): Promise<void> {
  const own = await db.reminder.findUnique({ where: { accountId: viewer.id } });
  if (own) await setReminder(db, { ...viewer, timeZone }, own.localTime);
}

/**
 * Sends what is due and sets the next time before sending: a crash in between loses one mail and never sends two.
 * Returns how many were sent. Due times are moments; the next one is worked out from the local clock, so that it holds across clock changes.
 */
export async function sendDueReminders(): Promise<number> {
  const due = await asSystem([], (db) =>
    db.reminder.findMany({ where: { nextAt: { lte: new Date() } }, take: 500 }),
  );
  let sent = 0;
  for (const { accountId, localTime, nextAt: was } of due) {
    const email = await asSystem([accountId], async (db) => {
      const { email, timeZone } = await db.account.findUniqueOrThrow({
        where: { id: accountId },
        select: { email: true, timeZone: true },
      });
      const next = new Date(nextAt(localTime, timeZone).epochMilliseconds);
      const { count } = await db.reminder.updateMany({
        where: { accountId, nextAt: was },
        data: { nextAt: next },
      });
      return count === 1 ? email : null;
    });
    if (!email) continue;
    await sendMail(email, "reminder", { link: env().origin });
    sent++;
  }
  return sent;
}

/** Looks once a minute for reminders that are due, for as long as the server runs. Does nothing where there is no mail. */
export async function keepReminding(): Promise<void> {
  if (!canSendMail()) return;
  await run({
    pgPool: housekeepingPool(),
    crontab: "* * * * * send_due_reminders",
    taskList: { send_due_reminders: async () => void (await sendDueReminders()) },
    noHandleSignals: true,
    concurrency: 1,
  });
}
