import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { amendCheckIn, copyIntoPresent, recordCheckIn } from "@/lib/check-ins/commands";
import { basisOf, checkInOn, ownEntry } from "@/lib/check-ins/queries";
import { blank } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { deleteEntry } from "@/lib/entries/commands";
import { withContent } from "@/lib/entries/queries";
import type { Shown } from "@/lib/visibility/rules";
import { aCouple, aPerson, checkInsAmong, day, link, type Person } from "@/tests/support/people";

const today = "2026-03-10";

const amends = async (
  person: Person,
  entry: string,
  says: Partial<Content>,
  shown: Shown,
  basis?: string,
  on = today,
) => {
  const standing = await asViewer(person.viewer, (db) => ownEntry(db, person.viewer, entry));
  if (!standing) throw new Error("there is no such entry");
  const input = { ...standing.content, ...says, entry, basis: basis ?? standing.basis };
  await asViewer(person.viewer, (db) => amendCheckIn(db, person.at(on), input, shown));
};

const reads = (reader: Person, author: Person, on: string) =>
  asViewer(reader.viewer, async (db) => {
    const entries = await db.entry.findMany({
      where: { authorId: author.viewer.id, happenedOn: new Date(`${on}T00:00:00Z`) },
    });
    return checkInsAmong(await withContent(db, reader.viewer, entries))[0];
  });

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
    expect((await asViewer(ada.viewer, (db) => checkInOn(db, ada.viewer, day(today))))?.content).toEqual(
      blank,
    );
  });

  it("keeps ten thousand characters, emoji, and text from right to left, to the letter", async () => {
    const ada = await aPerson("Ada");
    const note = `${"שלום ".repeat(500)}👩🏽‍🚒${"ß".repeat(4000)}\n\nКонец`;
    await ada.checksIn(today, { note });
    expect((await asViewer(ada.viewer, (db) => checkInOn(db, ada.viewer, day(today))))?.content.note).toBe(
      note,
    );
  });

  it("marks a day that was filled in later", async () => {
    const ada = await aPerson("Ada");
    await ada.checksIn("2026-02-01", { trust: 5 });
    expect(
      (await asViewer(ada.viewer, (db) => checkInOn(db, ada.viewer, day("2026-02-01"))))?.filledInLater,
    ).toBe(true);
  });

  it("takes the draft of its day along, and no other", async () => {
    const ada = await aPerson("Ada");
    await asViewer(ada.viewer, (db) =>
      saveDraft(db, ada.viewer, draftOf.checkIn(day(today)), { note: ["half"] }),
    );
    await asViewer(ada.viewer, (db) =>
      saveDraft(db, ada.viewer, draftOf.checkIn(day("2026-03-09")), { note: ["other"] }),
    );
    await ada.checksIn(today, { note: "whole" });
    const drafts = await asViewer(ada.viewer, async (db) => [
      await draftFor(db, ada.viewer, draftOf.checkIn(day(today))),
      await draftFor(db, ada.viewer, draftOf.checkIn(day("2026-03-09"))),
    ]);
    expect(drafts).toEqual([null, { note: ["other"] }]);
  });
});

describe("changing a check-in", () => {
  it("keeps what was shown in the trail, newest first, for as long as it is shown", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 3, note: "first", shown: "numbers_and_words" });
    await amends(ada, entry, { note: "second" }, "numbers_and_words");
    await amends(ada, entry, { trust: 4, note: "third" }, "numbers_and_words");

    const seen = await reads(ben, ada, today);
    expect(seen?.content).toMatchObject({ trust: 4, note: "third" });
    expect(seen?.earlier.map(({ content }) => content.note).filter(Boolean)).toEqual(["second", "first"]);
    expect(seen?.earlier.map(({ content }) => content.trust).filter((trust) => trust !== null)).toEqual([3]);
  });

  it("leaves no trace of what only its author saw", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 3, note: "never shown", shown: "only_me" });
    await amends(ada, entry, { trust: 5, note: "also never" }, "only_me");
    await amends(ada, entry, { trust: 6, note: "shown" }, "numbers_and_words");
    const seen = await reads(ben, ada, today);
    expect(seen?.content).toMatchObject({ trust: 6, note: "shown" });
    expect(seen?.earlier).toEqual([]);
    expect((await reads(ada, ada, today))?.earlier).toEqual([]);
  });

  it("made while hidden does not appear when it is shown again, and what was shown before does", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "shown once", shown: "numbers_and_words" });
    await amends(ada, entry, { note: "in between" }, "only_me");
    await amends(ada, entry, { note: "at last" }, "numbers_and_words");
    const seen = await reads(ben, ada, today);
    expect(seen?.content.note).toBe("at last");
    expect(seen?.earlier.map(({ content }) => content.note)).toEqual(["shown once"]);
  });

  it("to and fro while hidden is nobody's to know: not that it happened, not on which day", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", { trust: 3, note: "told", shown: "numbers_and_words" });
    const before = await reads(ben, ada, "2026-03-01");
    await amends(ada, entry, { trust: 9, note: "other" }, "only_me", undefined, "2026-03-05");
    await amends(ada, entry, { trust: 3, note: "told" }, "only_me", undefined, "2026-03-06");
    await amends(ada, entry, {}, "numbers_and_words", undefined, "2026-03-20");
    expect(await reads(ben, ada, "2026-03-01")).toEqual(before);

    await amends(ada, entry, { trust: 9 }, "only_me", undefined, "2026-03-21");
    await amends(ada, entry, {}, "numbers", undefined, "2026-03-30");
    expect((await reads(ben, ada, "2026-03-01"))?.earlier.map(({ until }) => until)).toEqual(["2026-03-30"]);
  });

  it("shows no earlier words while the words are kept to oneself", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 1, note: "told", shown: "numbers_and_words" });
    await amends(ada, entry, { trust: 2, note: "told otherwise" }, "numbers");
    const seen = await reads(ben, ada, today);
    expect(JSON.stringify(seen)).not.toContain("told");
    expect(seen?.earlier.map(({ content }) => content.trust)).toEqual([1]);
  });

  it("in two windows loses neither text, and once seen may be overwritten knowingly", async () => {
    const ada = await aPerson("Ada");
    const entry = await ada.checksIn(today, { note: "start" });
    const basis = basisOf({ ...blank, note: "start" });
    await amends(ada, entry, { note: "first window" }, "only_me", basis);
    const second = amends(ada, entry, { note: "second window" }, "only_me", basis);
    await expect(second).rejects.toMatchObject({
      reason: "changed_meanwhile",
      shown: { note: "first window" },
    });
    await amends(
      ada,
      entry,
      { note: "second window" },
      "only_me",
      basisOf({ ...blank, note: "first window" }),
    );
    expect((await asViewer(ada.viewer, (db) => ownEntry(db, ada.viewer, entry)))?.content.note).toBe(
      "second window",
    );
  });

  it("sent twice at once is done once", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "start", shown: "numbers_and_words" });
    const basis = basisOf({ ...blank, note: "start" });
    await Promise.all(
      [1, 2, 3].map(() => amends(ada, entry, { note: "changed" }, "numbers_and_words", basis)),
    );
    expect((await reads(ben, ada, today))?.earlier).toHaveLength(1);
  });

  it("is not for a partner, a stranger, or someone who guesses", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "mine", shown: "numbers_and_words" });
    const input = { ...blank, note: "forged", entry, basis: basisOf({ ...blank, note: "mine" }) };
    for (const other of [ben, await aPerson("Cleo")]) {
      const forged = asViewer(other.viewer, (db) => amendCheckIn(db, other.at(today), input, "only_me"));
      await expect(forged).rejects.toMatchObject({ reason: "not_found" });
      await expect(
        asViewer(other.viewer, (db) => deleteEntry(db, other.viewer, entry)),
      ).rejects.toMatchObject({ reason: "not_found" });
    }
    expect((await reads(ben, ada, today))?.content.note).toBe("mine");
  });
});

it("what is half typed goes along into a new space", async () => {
  const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
  await asViewer(ada.viewer, (db) =>
    saveDraft(db, ada.viewer, draftOf.checkIn(day(today)), { note: ["half a sentence"] }),
  );
  await link(ada, ben);
  expect(await asViewer(ada.viewer, (db) => draftFor(db, ada.viewer, draftOf.checkIn(day(today))))).toEqual({
    note: ["half a sentence"],
  });
  expect(await asViewer(ben.viewer, (db) => db.draft.count())).toBe(0);
});

describe("deleting and taking along", () => {
  it("really deletes, with every version and every word", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "first", shown: "numbers_and_words" });
    await amends(ada, entry, { note: "second" }, "numbers_and_words");
    await asViewer(ada.viewer, (db) => deleteEntry(db, ada.viewer, entry));
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
    const copy = await asViewer(ada.viewer, (db) => ownEntry(db, ada.viewer, into));
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
