import { describe, expect, it, vi } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { ownReminders } from "@/lib/reminders/queries";
import { aPerson } from "@/tests/support/people";
import { mailsAtTheNextTime, mailsTo, nextTime, sendsAtOnce, untilDue, wants, withMail } from "./voices";

withMail();

describe("a reminder", () => {
  it("is sent once when it is due, even when several look at once, and says nothing of what Keel is for", async () => {
    const ada = await aPerson("Ada");
    await wants(ada, "daily");
    // More than once already here: otherwise the others would still be connecting when the first has sent it.
    expect(await sendsAtOnce(6)).toBe(0);

    await untilDue(ada);
    expect(await sendsAtOnce(6)).toBe(1);
    expect(mailsTo(ada)).toHaveLength(1);
    expect(mailsTo(ada)[0]?.subject).toBe("A moment for you");
    expect(mailsTo(ada)[0]?.text).not.toMatch(/trust|partner|feel|couple|check-in/i);
    expect(await nextTime(ada, "daily")).toBe("20:00");
    expect(await sendsAtOnce(1)).toBe(0);
  });

  it("moves with its owner's zone, whatever kind it is, and stops when it is turned off", async () => {
    const ada = await aPerson("Ada");
    await wants(ada, "daily", "07:30");
    await wants(ada, "when_new", "21:15");
    const { moveReminders } = await import("@/lib/reminders/commands");
    await asViewer(ada.viewer, (db) => moveReminders(db, ada.viewer, "Asia/Tokyo"));
    expect(await nextTime(ada, "daily", "Asia/Tokyo")).toBe("07:30");
    expect(await nextTime(ada, "when_new", "Asia/Tokyo")).toBe("21:15");

    await wants(ada, "daily", null);
    expect(await asViewer(ada.viewer, (db) => ownReminders(db, ada.viewer))).toEqual({
      daily: null,
      when_new: "21:15",
    });
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
  });

  it("can be asked for at another time, which is then the only one", async () => {
    const ada = await aPerson("Ada");
    await wants(ada, "daily", "07:30");
    await wants(ada, "daily", "08:45");
    expect(await nextTime(ada, "daily")).toBe("08:45");
    expect(await mailsAtTheNextTime(ada)).toEqual([["A moment for you"]]);
  });
});

it("without a server for mail there is none to ask for", async () => {
  const ada = await aPerson("Ada");
  await wants(ada, "daily", "07:30");
  delete process.env.SMTP_URL;
  vi.resetModules();
  await expect(wants(ada, "when_new")).rejects.toMatchObject({ reason: "mail_not_configured" });
  await wants(ada, "daily", null);
  expect(await asViewer(ada.viewer, (db) => ownReminders(db, ada.viewer))).toEqual({
    daily: null,
    when_new: null,
  });
});
