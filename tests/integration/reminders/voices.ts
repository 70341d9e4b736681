import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, vi } from "vitest";
import type { ReminderKind } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import { type Mailbox, startMailbox } from "@/tests/support/mail";
import { thisDatabase } from "@/tests/support/own-database";
import type { Person } from "@/tests/support/people";

let mailbox: Mailbox;

/** A real server for mail, which the rooms know of from their start. */
export function withMail(): void {
  beforeAll(async () => {
    mailbox = await startMailbox();
    process.env.SMTP_URL = mailbox.url;
    vi.resetModules();
  });
  afterAll(() => mailbox.stop());
}

const reminding = () => import("@/lib/reminders/commands");

/** Asks for a mail of a kind at a time, or with null for none. */
export async function wants(person: Person, kind: ReminderKind, at: string | null = "20:00"): Promise<void> {
  const { setReminder } = await reminding();
  await asViewer(person.viewer, (db) => setReminder(db, person.viewer, kind, at));
}

/** Opens a page of what is between the two. */
export async function looks(person: Person): Promise<void> {
  const { looked } = await reminding();
  await asViewer(person.viewer, (db) => looked(db, person.viewer));
}

/** Waits until the mails somebody asked for are due: the clock of the database decides, so their rows are moved. */
export async function untilDue(...people: readonly Person[]): Promise<void> {
  const client = new pg.Client({ connectionString: thisDatabase() });
  await client.connect();
  await client.query(
    "update reminders set next_at = date_trunc('second', now()) - interval '1 minute' where account_id = any ($1)",
    [people.map(({ viewer }) => viewer.id)],
  );
  await client.end();
}

/** Lets the mails of these people fall due and answers what each of them was sent now. */
export async function mailsAtTheNextTime(...people: readonly Person[]): Promise<string[][]> {
  const { sendDueReminders } = await reminding();
  const before = mailbox.mails.length;
  await untilDue(...people);
  await sendDueReminders();
  const sent = mailbox.mails.slice(before);
  return people.map(({ email }) =>
    sent.filter(({ to }) => to?.[0]?.address === email).map(({ subject }) => subject ?? ""),
  );
}

/** Looks for what is due as the server does every minute, in several places at once. Answers how many mails were sent. */
export async function sendsAtOnce(times: number): Promise<number> {
  const { sendDueReminders } = await reminding();
  const sent = await Promise.all(Array.from({ length: times }, () => sendDueReminders()));
  return sent.reduce((all, one) => all + one);
}

export const mailsTo = ({ email }: Person) => mailbox.mails.filter(({ to }) => to?.[0]?.address === email);

/** What the clock of a zone shows when the next mail of a kind is due; a mail that is not ahead has no such time. */
export async function nextTime({ viewer }: Person, kind: ReminderKind, timeZone = viewer.timeZone) {
  const key = { accountId_kind: { accountId: viewer.id, kind } };
  const { nextAt } = await asViewer(viewer, (db) => db.reminder.findUniqueOrThrow({ where: key }));
  const moment = Temporal.Instant.fromEpochMilliseconds(nextAt.getTime());
  if (nextAt.getTime() <= Date.now()) return null;
  return moment.toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);
}
