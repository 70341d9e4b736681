import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { type Mailbox, startMailbox } from "@/tests/support/mail";
import { thisDatabase } from "@/tests/support/own-database";
import { aPerson } from "@/tests/support/people";

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_URL = mailbox.url;
  vi.resetModules();
});
afterAll(() => mailbox.stop());

/** The clock of the database is what decides; here it is moved for one row. */
async function makeDue(accountId: string): Promise<void> {
  const client = new pg.Client({ connectionString: thisDatabase() });
  await client.connect();
  await client.query(
    "update reminders set next_at = date_trunc('second', now()) - interval '1 minute' where account_id = $1",
    [accountId],
  );
  await client.end();
}

describe("a reminder", () => {
  it("is sent once when it is due, even when two look at once, and says nothing of what Keel is for", async () => {
    const { sendDueReminders, setReminder } = await import("@/lib/reminders/commands");
    const ada = await aPerson("Ada");
    await asViewer(ada.viewer, (db) => setReminder(db, ada.viewer, "daily", "20:00"));
    expect(await sendDueReminders()).toBe(0);

    await makeDue(ada.viewer.id);
    const sent = await Promise.all([sendDueReminders(), sendDueReminders(), sendDueReminders()]);
    expect(sent.reduce((a, b) => a + b)).toBe(1);
    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]?.to?.[0]?.address).toBe(ada.email);
    expect(mailbox.mails[0]?.subject).toBe("A moment for you");
    expect(mailbox.mails[0]?.text).not.toMatch(/trust|partner|feel|couple|check-in/i);

    const next = await asViewer(ada.viewer, (db) =>
      db.reminder.findUniqueOrThrow({
        where: { accountId_kind: { accountId: ada.viewer.id, kind: "daily" } },
      }),
    );
    expect(next.nextAt.getTime()).toBeGreaterThan(Date.now());
    expect(
      new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", timeStyle: "short" }).format(next.nextAt),
    ).toBe("20:00");
  });

  it("moves with its owner's zone, and stops when it is turned off", async () => {
    const { moveReminders, sendDueReminders, setReminder } = await import("@/lib/reminders/commands");
    const ada = await aPerson("Ada");
    await asViewer(ada.viewer, (db) => setReminder(db, ada.viewer, "daily", "07:30"));
    await asViewer(ada.viewer, (db) => moveReminders(db, ada.viewer, "Asia/Tokyo"));
    const moved = await asViewer(ada.viewer, (db) =>
      db.reminder.findUniqueOrThrow({
        where: { accountId_kind: { accountId: ada.viewer.id, kind: "daily" } },
      }),
    );
    expect(
      new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Tokyo", timeStyle: "short" }).format(moved.nextAt),
    ).toBe("07:30");
    await makeDue(ada.viewer.id);
    await asViewer(ada.viewer, (db) => setReminder(db, ada.viewer, "daily", null));
    expect(await sendDueReminders()).toBe(0);
  });
});
