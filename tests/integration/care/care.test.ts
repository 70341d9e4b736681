import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { noteCare } from "@/lib/care/commands";
import { everydayCare } from "@/lib/care/queries";
import { careKinds } from "@/lib/care/rules";
import * as schema from "@/lib/care/schema";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { textsOf } from "@/lib/entries/rules";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf, today } from "../voices";

/** Notes one thing, shown unless it says otherwise, and answers its entry's id. */
async function notes(person: Person, says: Partial<schema.CareInput>, on = today): Promise<string> {
  const form = { entry: randomUUID(), kind: "from_my_day", shown: "numbers_and_words", ...says };
  const input = schema.noteCare.parse(form);
  await asViewer(person.viewer, (db) => noteCare(db, person.at(on), input));
  return input.entry;
}

const careOf = (person: Person) => asViewer(person.viewer, (db) => everydayCare(db, person.viewer));

const read = async (person: Person) => (await careOf(person)).map((entry) => textsOf(entry).note);

describe("everyday care", () => {
  it.each(careKinds)(
    "is read by both where it is shown, and by its author alone where it is kept: %s",
    async (kind) => {
      const [ada, ben] = await aCouple();
      await notes(ada, { kind, note: "a heron on the roof" });
      const before = [await careOf(ben), await timelineOf(ben)];
      await notes(ada, { kind, note: "the tea you made", shown: "only_me" });
      expect((await read(ada)).sort()).toEqual(["a heron on the roof", "the tea you made"]);
      expect(await read(ben)).toEqual(["a heron on the roof"]);
      expect([await careOf(ben), await timelineOf(ben)]).toEqual(before);
      expect((await careOf(ben))[0]).toMatchObject({ kind, mine: false, day: today });
    },
  );

  it("is shown later, taken back and deleted like everything else", async () => {
    const [ada, ben] = await aCouple();
    const kept = await notes(ada, { note: "a heron", shown: "only_me" });
    await shows(ada, kept, "numbers_and_words");
    expect(await read(ben)).toEqual(["a heron"]);
    await takesBack(ada, kept);
    expect([await read(ada), await read(ben)]).toEqual([["a heron"], []]);
    await expect(deletes(ben, kept)).rejects.toMatchObject({ reason: "not_found" });
    await deletes(ada, kept);
    expect(await asViewer(ada.viewer, (db) => db.entryWords.count())).toBe(0);
  });

  it("stands by day, the newest first, and within a day one's own first", async () => {
    const [ada, ben] = await aCouple();
    for (const on of ["2026-03-09", "2026-03-11", "2026-03-10"]) {
      await notes(ben, { note: `Ben's, ${on}` }, on);
      await notes(ada, { kind: "caring_act", note: `Ada's, ${on}` }, on);
    }
    const days = ["2026-03-11", "2026-03-10", "2026-03-09"];
    expect(await read(ada)).toEqual(days.flatMap((on) => [`Ada's, ${on}`, `Ben's, ${on}`]));
    expect(await read(ben)).toEqual(days.flatMap((on) => [`Ben's, ${on}`, `Ada's, ${on}`]));
  });

  it("holds nothing else that was shown", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn(today, { trust: 4, note: "a check-in", shown: "numbers_and_words" });
    await notes(ada, { note: "a heron" });
    for (const reader of [ada, ben]) expect(await read(reader)).toEqual(["a heron"]);
  });

  it("needs words, and somebody to show it to; alone one can keep it", async () => {
    const cleo = await aPerson("Cleo");
    await expect(notes(cleo, { note: " \n" })).rejects.toMatchObject({ reason: "nothing_written" });
    await expect(notes(cleo, { note: "a heron" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect(await ownOf(cleo)).toEqual([]);
    await notes(cleo, { note: "a heron", shown: "only_me" });
    expect(await read(cleo)).toEqual(["a heron"]);
  });

  it("is one, however often its form is sent, and keeps the words it was sent with", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const sends = () => notes(ada, { entry, note: "a heron" });
    expect(await allAtOnce(Array.from({ length: 12 }, () => sends))).toEqual([]);
    await sends();
    await expect(notes(ada, { entry, note: "two herons" })).rejects.toMatchObject({ reason: "sent_already" });
    expect(await read(ben)).toEqual(["a heron"]);
  });

  it.each([
    ["ten thousand characters", "ß".repeat(10_000)],
    ["emoji, joined and coloured", "👩🏽‍🚒🏳️‍🌈👨‍👩‍👧".repeat(400)],
    ["text from right to left, with its marks", "\u202bשלום عليكم\u202c ".repeat(600).trim()],
  ])("is read to the letter: %s", async (_, note) => {
    const [ada, ben] = await aCouple();
    await notes(ada, { note });
    expect(await read(ben)).toEqual([note]);
  });
});

it("when the couple has ended each keeps what they noted, and reads no more of the other's", async () => {
  const [ada, ben] = await aCouple();
  const adas = await notes(ada, { note: "a heron" });
  await notes(ben, { note: "the tea" });
  await leave(ben.viewer);
  expect(await read(ada)).toEqual(["a heron"]);
  for (const person of [ada, ben]) {
    await person.again();
    expect(await read(person)).toEqual([]);
    await expect(notes(person, { note: "late" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
  }
  expect(await ownOf(ada)).toMatchObject([{ id: adas, here: false, texts: { note: "a heron" } }]);
});
