import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { looked } from "@/lib/reminders/commands";
import { Canaries } from "@/tests/support/canaries";
import { asks, asksForSpace, notesCare, withdraws } from "@/tests/support/deeds";
import { beyondTheCatalogue, type Mailbox, startMailbox } from "@/tests/support/mail";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, type Person } from "@/tests/support/people";

let mailbox: Mailbox;
let owner: pg.Client;
let sendDueReminders: () => Promise<number>;

beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_URL = mailbox.url;
  vi.resetModules();
  ({ sendDueReminders } = await import("@/lib/reminders/commands"));
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await mailbox.stop();
});

/** Two people who both want to be told when there is something new. */
async function aCoupleThatWantsToBeTold(): Promise<[Person, Person]> {
  const couple = await aCouple();
  for (const { viewer } of couple)
    await asViewer(viewer, (db) =>
      db.reminder.createMany({
        data: { accountId: viewer.id, kind: "when_new", localTime: "20:00", nextAt: new Date(0) },
      }),
    );
  return couple;
}

/** To whom mails go when everybody's time has come. */
async function mailsTo(): Promise<string[]> {
  const before = mailbox.mails.length;
  await owner.query("update reminders set next_at = date_trunc('second', now()) - interval '1 minute'");
  await sendDueReminders();
  return mailbox.mails.slice(before).map(({ to }) => to?.[0]?.address ?? "");
}

describe("the mail that there is something new", () => {
  it("goes to whom it was shown and to nobody else, once, and says nothing of it", async () => {
    const [ada, ben] = await aCoupleThatWantsToBeTold();
    const canaries = new Canaries();
    await asks(ada, canaries.hatch("Ada's question", []), "numbers_and_words");
    expect(await mailsTo()).toEqual([ben.email]);
    const mail = mailbox.mails.at(-1);
    expect(canaries.foundIn(JSON.stringify(mail))).toEqual([]);
    expect(mail && beyondTheCatalogue(mail)).toBe("");
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Ada|Ben|partner|question|couple|feel|trust/);
    await notesCare(ada, "soup", "numbers_and_words");
    expect(await mailsTo()).toEqual([]);

    await asViewer(ben.viewer, (db) => looked(db, ben.viewer));
    expect(await mailsTo()).toEqual([]);
    await notesCare(ada, "more soup", "numbers_and_words");
    expect(await mailsTo()).toEqual([ben.email]);
  });

  it("is not sent of what is kept, what was taken back, or what is left of a space that ended", async () => {
    const [ada, ben] = await aCoupleThatWantsToBeTold();
    await asks(ada, "Where were you?", "only_me");
    await withdraws(ada, await asks(ada, "Where were you?", "numbers_and_words"));
    expect(await mailsTo()).toEqual([]);
    await asks(ada, "Where were you?", "numbers_and_words");
    await leave(ada.viewer);
    await ben.again();
    expect(await mailsTo()).toEqual([]);
  });

  it("waits while either has space, and no longer once it was taken back", async () => {
    const [ada, ben] = await aCoupleThatWantsToBeTold();
    await asks(ada, "Where were you?", "numbers_and_words");
    const space = await asksForSpace(ada);
    expect(await mailsTo()).toEqual([]);
    await withdraws(ada, space);
    await notesCare(ben, "soup", "numbers_and_words");
    expect((await mailsTo()).sort()).toEqual([ada.email, ben.email].sort());
  });
});
