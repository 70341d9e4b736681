import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { copyIntoPresent, recordCheckIn } from "@/lib/check-ins/commands";
import { blank } from "@/lib/check-ins/rules";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, aPerson, day, link } from "@/tests/support/people";
import { deletes, today } from "../voices";
import { amends, checkInOf, ownCheckIn, reads } from "./voices";

describe("recording a check-in", () => {
  it("makes one row when fifty forms with one id arrive at once; whom the server is too busy for may send again", async () => {
    const ada = await aPerson("Ada");
    const entry = randomUUID();
    const sends = () => ada.checksIn(today, { entry, trust: 5, note: "once" });
    const sent = await Promise.allSettled(Array.from({ length: 50 }, sends));
    const refused = sent.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused.filter((code) => code !== "P2028")).toEqual([]);
    expect(refused.length).toBeLessThan(50);
    await sends();
    expect(await asViewer(ada.viewer, (db) => db.entry.count({ where: { authorId: ada.viewer.id } }))).toBe(
      1,
    );
    expect(
      await asViewer(ada.viewer, (db) => db.entryWords.count({ where: { authorId: ada.viewer.id } })),
    ).toBe(1);
  });

  it("refuses a second one for the same day, whoever was faster", async () => {
    const ada = await aPerson("Ada");
    const tries = await Promise.allSettled([
      ada.checksIn(today, { trust: 1 }),
      ada.checksIn(today, { trust: 2 }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(ada.checksIn(today, { trust: 3 })).rejects.toMatchObject({ reason: "already_checked_in" });
  });

  it("is not said to be saved where the same form was sent with other words, or for other eyes", async () => {
    const ada = await aPerson("Ada");
    const says = { note: "as it was sent", trust: 4, shown: "numbers_and_words" } as const;
    const entry = await ada.checksIn(today, says);
    await ada.checksIn(today, { ...says, entry });
    for (const otherwise of [{ note: "changed" }, { trust: 5 }, { shown: "only_me" }] as const)
      await expect(ada.checksIn(today, { ...says, entry, ...otherwise })).rejects.toMatchObject({
        reason: "already_checked_in",
        shown: { entry },
      });
  });

  it("is not recorded from a window of an earlier space, whose reader would be another now", async () => {
    const [ada, cleo] = [await aPerson("Ada"), await aPerson("Cleo")];
    const space = ada.viewer.coupleId;
    await link(ada, cleo);
    const says = { note: "of then", shown: "numbers_and_words" } as const;
    await expect(ada.checksIn(today, { ...says, space })).rejects.toMatchObject({ reason: "space_changed" });
    await ada.checksIn(today, { ...says, space: ada.viewer.coupleId });
  });

  it("refuses an empty one that was not meant, and a day to come", async () => {
    const ada = await aPerson("Ada");
    const sends = (on: string, nothing?: "yes") =>
      asViewer(ada.viewer, (db) =>
        recordCheckIn(db, ada.at(today), {
          ...blank,
          entry: randomUUID(),
          day: day(on),
          shown: "only_me",
          nothing,
        }),
      );
    await expect(sends(today)).rejects.toMatchObject({ reason: "nothing_entered" });
    await expect(sends("2026-03-11", "yes")).rejects.toMatchObject({ reason: "day_ahead" });
    await sends(today, "yes");
    expect((await checkInOf(ada))?.content).toEqual(blank);
  });

  it("keeps ten thousand characters, emoji, and text from right to left, to the letter", async () => {
    const ada = await aPerson("Ada");
    const note = `${"שלום ".repeat(500)}👩🏽‍🚒${"ß".repeat(4000)}\n\nКонец`;
    await ada.checksIn(today, { note });
    expect((await checkInOf(ada))?.content.note).toBe(note);
  });

  it("marks a day that was filled in later", async () => {
    const ada = await aPerson("Ada");
    await ada.checksIn("2026-02-01", { trust: 5 });
    expect((await checkInOf(ada, "2026-02-01"))?.filledInLater).toBe(true);
  });
});

describe("deleting and taking along", () => {
  it("really deletes, with every version and every word", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "first", shown: "numbers_and_words" });
    await amends(ada, entry, { note: "second" }, "numbers_and_words");
    await deletes(ada, entry);
    const left = await asViewer(ada.viewer, async (db) => [
      await db.checkIn.count(),
      await db.entryWords.count(),
      await db.entry.count(),
    ]);
    expect(left).toEqual([0, 0, 0]);
    expect(await reads(ben, ada, today)).toBeUndefined();
  });

  it("copies what was written alone into the shared space, for oneself until shown", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    const alone = await ada.checksIn("2026-03-01", { trust: 2, note: "written alone" });
    await link(ada, ben);
    const into = randomUUID();
    await asViewer(ada.viewer, (db) => copyIntoPresent(db, ada.at(today), { entry: alone, into }));
    const copy = await ownCheckIn(ada, into);
    expect(copy).toMatchObject({
      here: true,
      shown: "only_me",
      content: { trust: 2, note: "written alone" },
    });
    expect(await reads(ben, ada, "2026-03-01")).toBeUndefined();
    const again = asViewer(ada.viewer, (db) =>
      copyIntoPresent(db, ada.at(today), { entry: alone, into: randomUUID() }),
    );
    await expect(again).rejects.toMatchObject({ reason: "already_checked_in" });
  });
});
