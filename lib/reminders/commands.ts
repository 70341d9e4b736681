import "server-only";
import { run } from "graphile-worker";
import { housekeepingPool } from "@/lib/auth/throttle";
import type { Reminder } from "@/lib/db/generated/client";
import type { ReminderKind } from "@/lib/db/generated/enums";
import { asSystem, type SystemDb } from "@/lib/db/system";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { canSendMail, sendMail } from "@/lib/mail/send";
import { nextAt } from "@/lib/time/zone";
import { describe, log } from "@/lib/web/log";

/** Asks for mails of a kind at a local time, or with null for none. Throws `mail_not_configured`. */
export async function setReminder(
  db: ViewerDb,
  viewer: Viewer & { readonly timeZone: string },
  kind: ReminderKind,
  localTime: string | null,
): Promise<void> {
  const key = { accountId: viewer.id, kind };
  if (localTime === null) {
    await db.reminder.deleteMany({ where: key });
    if (kind === "when_new") await forgetNews(db);
    return;
  }
  if (!canSendMail()) throw new Refusal("mail_not_configured");
  await remindAt(db, viewer, kind, localTime);
}

async function remindAt(
  db: ViewerDb,
  viewer: Viewer & { readonly timeZone: string },
  kind: ReminderKind,
  localTime: string,
): Promise<void> {
  const key = { accountId: viewer.id, kind };
  const when = { localTime, nextAt: new Date(nextAt(localTime, viewer.timeZone).epochMilliseconds) };
  await db.reminder.upsert({
    where: { accountId_kind: key },
    create: { ...key, ...when },
    update: when,
  });
}

/** Moves the next mails to the same local times in another zone. */
export async function moveReminders(db: ViewerDb, viewer: Viewer, timeZone: string): Promise<void> {
  const own = await db.reminder.findMany({ where: { accountId: viewer.id } });
  for (const { kind, localTime } of own) await remindAt(db, { ...viewer, timeZone }, kind, localTime);
}

/** The viewer has looked at what is between the two: nothing of it is new to them any more. */
export async function looked(db: ViewerDb, viewer: Viewer): Promise<void> {
  await forgetNews(db);
  await db.reminder.updateMany({ where: { accountId: viewer.id, told: true }, data: { told: false } });
}

/** With no condition of its own: the policy says whose, and so it also reaches what a space that ended has left and nobody reads. */
const forgetNews = (db: ViewerDb) => db.news.deleteMany();

/**
 * Sends what is due and sets the next time before sending: a crash in between loses one mail and never sends two.
 * Returns how many were sent. Due times are moments; the next one is worked out from the local clock, so that it holds across clock changes.
 */
export async function sendDueReminders(): Promise<number> {
  const due = await asSystem([], (db) =>
    db.reminder.findMany({ where: { nextAt: { lte: new Date() } }, take: 500 }),
  );
  let sent = 0;
  for (const reminder of due) if (await sendOne(reminder)) sent++;
  return sent;
}

/** One that fails keeps nobody else's from being sent. */
async function sendOne(reminder: Reminder): Promise<boolean> {
  try {
    const email = await asSystem([reminder.accountId], (db) => addressee(db, reminder));
    if (email) await sendMail(email, reminder.kind, { link: env().origin });
    return email !== null;
  } catch (error) {
    log().error({ error: describe(error) }, "a mail that was due was not sent");
    await untold(reminder).catch(() => {});
    return false;
  }
}

const untold = ({ accountId, kind }: Reminder) =>
  asSystem([accountId], (db) =>
    db.reminder.updateMany({ where: { accountId, kind }, data: { told: false } }),
  );

/** Moves a reminder that is due to its next time. Answers the address to write to now, or null where nothing is to be sent. */
async function addressee(db: SystemDb, { accountId, kind, localTime, nextAt: was }: Reminder) {
  const { email, timeZone, currentCoupleId } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, timeZone: true, currentCoupleId: true },
  });
  const waits = await hasSpace(db, accountId, { either: kind === "when_new" });
  const sends = !waits && (kind === "daily" || (await hasNews()));
  const next = new Date(nextAt(localTime, timeZone).epochMilliseconds);
  const { count } = await db.reminder.updateMany({
    where: { accountId, kind, nextAt: was },
    data: { nextAt: next, ...(sends && kind === "when_new" ? { told: true } : {}) },
  });
  return sends && count === 1 ? email : null;

  async function hasNews(): Promise<boolean> {
    const { told } = await db.reminder.findUniqueOrThrow({ where: { accountId_kind: { accountId, kind } } });
    if (told || currentCoupleId === null) return false;
    // The system may know that there is a list, and not what stands on it: only this column is asked for.
    const where = { coupleId: currentCoupleId, readerId: accountId };
    return (await db.news.groupBy({ by: "readerId", where })).length > 0;
  }
}

/** Whether somebody has asked for space; with `either`, or the other has. Nobody's own reminder is the other's to silence. */
async function hasSpace(db: SystemDb, accountId: string, { either }: { either: boolean }): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { has: boolean }[]
  >`select app.has_space(${accountId}::uuid, ${either}) as has`;
  return row?.has ?? false;
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
