import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkInOn } from "@/lib/check-ins/queries";
import { blank } from "@/lib/check-ins/rules";
import { asLocked } from "@/lib/db/locked";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { hereAndNow } from "@/lib/entries/commands";
import { forget, leaveCheckIn, takeIn, takeOver } from "@/lib/left-check-ins/commands";
import { leftCheckIns } from "@/lib/left-check-ins/queries";
import { addDays, dayIn } from "@/lib/time/day";
import { allAtOnce } from "@/tests/integration/voices";
import { aCouple, aPerson, lockedDeviceOf, type Person } from "@/tests/support/people";

const today = dayIn("Europe/Berlin");
const leaves = async (person: Person, note: string, more: { entry?: string; day?: typeof today } = {}) =>
  leaveCheckIn(await lockedDeviceOf(person), {
    ...blank,
    note,
    entry: randomUUID(),
    day: today,
    ...more,
  });
const opensToday = (person: Person) => asViewer(person.viewer, (db) => takeIn(db, hereAndNow(person.viewer)));
const waiting = (person: Person) => asViewer(person.viewer, (db) => leftCheckIns(db, person.viewer));
const standing = (person: Person, on = today) =>
  asViewer(person.viewer, (db) => checkInOn(db, person.viewer, on));
const notes = (some: readonly { content: { note: string } }[]) => some.map(({ content }) => content.note);

describe("a check-in left on a locked device", () => {
  it("becomes the day's, for its author alone, when they open Today", async () => {
    const [ada, ben] = await aCouple();
    await leaves(ada, "at the door");
    expect(await standing(ada)).toBeNull();
    expect(await opensToday(ada)).toEqual([]);
    expect(await standing(ada)).toMatchObject({ shown: "only_me", content: { note: "at the door" } });
    expect(await waiting(ada)).toEqual([]);
    const bens = await asViewer(ben.viewer, (db) =>
      db.entry.findMany({ where: { coupleId: ben.viewer.coupleId } }),
    );
    expect(bens).toEqual([]);
  });

  it("is one however often it is sent, and none of what was changed in between is lost", async () => {
    const ada = await aPerson("Ada");
    const entry = randomUUID();
    await leaves(ada, "first", { entry });
    await leaves(ada, "first", { entry });
    await leaves(ada, "second", { entry });
    expect(notes(await opensToday(ada))).toEqual(["first"]);
    expect((await standing(ada))?.content.note).toBe("second");
  });

  it("waits where there is one of that day, which stays as it was until its author decides", async () => {
    const [ada] = await aCouple();
    await ada.checksIn(today, { note: "in the morning", shown: "numbers_and_words" });
    await leaves(ada, "in the evening");
    const [left] = await opensToday(ada);
    expect(await standing(ada)).toMatchObject({
      shown: "numbers_and_words",
      content: { note: "in the morning" },
    });
    expect(left?.content.note).toBe("in the evening");

    await asViewer(ada.viewer, (db) => takeOver(db, hereAndNow(ada.viewer), left?.id ?? ""));
    expect(await standing(ada)).toMatchObject({ shown: "only_me", content: { note: "in the evening" } });
    expect(await waiting(ada)).toEqual([]);
  });

  it("waits where one is half typed, and neither takes the place of the other unasked", async () => {
    const ada = await aPerson("Ada");
    const form = draftOf.checkIn(today);
    await asViewer(ada.viewer, (db) => saveDraft(db, ada.viewer, form, { note: ["half typed"] }));
    await leaves(ada, "at the door");
    const [left] = await opensToday(ada);
    expect(left?.content.note).toBe("at the door");
    expect(await standing(ada)).toBeNull();
    expect(await asViewer(ada.viewer, (db) => draftFor(db, ada.viewer, form))).toMatchObject({
      note: ["half typed"],
    });
    await asViewer(ada.viewer, (db) => takeOver(db, hereAndNow(ada.viewer), left?.id ?? ""));
    expect((await standing(ada))?.content.note).toBe("at the door");
  });

  it("is taken in once by windows that open at the same moment, and dropped when its author says so", async () => {
    const ada = await aPerson("Ada");
    await leaves(ada, "yesterday", { day: addDays(today, -1) });
    await leaves(ada, "today");
    expect(await allAtOnce([1, 2, 3, 4].map(() => () => opensToday(ada)))).toEqual([]);
    expect((await standing(ada))?.content.note).toBe("today");
    expect((await standing(ada, addDays(today, -1)))?.content.note).toBe("yesterday");
    expect(await waiting(ada)).toEqual([]);

    await leaves(ada, "another");
    const [left] = await opensToday(ada);
    await asViewer(ada.viewer, (db) => forget(db, ada.viewer, left?.id ?? ""));
    expect(await opensToday(ada)).toEqual([]);
  });

  it("is nobody else's to take over", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn(today);
    await leaves(ada, "at the door");
    const [left] = await opensToday(ada);
    const taken = asViewer(ben.viewer, (db) => takeOver(db, hereAndNow(ben.viewer), left?.id ?? ""));
    await expect(taken).rejects.toMatchObject({ reason: "not_found" });
  });

  it("is of today, or of the day before where the form stood open over midnight", async () => {
    const ada = await aPerson("Ada");
    for (const day of [addDays(today, 1), addDays(today, -2)])
      await expect(leaves(ada, "a word", { day })).rejects.toMatchObject({ reason: "day_over" });
    await expect(leaves(ada, "")).rejects.toMatchObject({ reason: "nothing_entered" });
    expect(await waiting(ada)).toEqual([]);
  });

  it("is one of ten that may wait: more is refused, and not thrown away", async () => {
    const ada = await aPerson("Ada");
    const refused = await allAtOnce(Array.from({ length: 12 }, (_, at) => () => leaves(ada, `the ${at}th`)));
    expect(refused.every((why) => why === "left_full")).toBe(true);
    expect((await waiting(ada)).length).toBe(10);
    await expect(leaves(ada, "one more")).rejects.toMatchObject({ reason: "left_full" });
  });

  it("cannot be left before the plain notice was read, whatever is sent", async () => {
    const ada = await aPerson("Ada");
    const device = await lockedDeviceOf(ada);
    await asViewer(ada.viewer, (db) =>
      db.account.updateMany({ where: { id: ada.viewer.id }, data: { noticeReadOn: null } }),
    );
    const row = { accountId: ada.viewer.id, id: randomUUID(), day: new Date(), ciphertext: new Uint8Array() };
    await expect(asLocked(device, (db) => db.leftCheckIn.createMany({ data: row }))).rejects.toMatchObject({
      meta: { driverAdapterError: { cause: { originalCode: "23000" } } },
    });
    await expect(leaves(ada, "a word")).rejects.toMatchObject({ reason: "notice_unread" });
  });
});
