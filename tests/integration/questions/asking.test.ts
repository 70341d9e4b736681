import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { askQuestion } from "@/lib/questions/commands";
import * as schema from "@/lib/questions/schema";
import { fieldsOf } from "@/lib/web/form-data";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf, today } from "../voices";
import { answers, asks, asksAfterAll, boxOf, keeps, reads, rowsOf } from "./voices";

type Part = "kept" | "open" | "answered";
const notesIn = async (person: Person, part: Part) =>
  (await boxOf(person))[part].map(({ question }) => question.texts.note);

/** Everything that could tell somebody of a question: the box, its page, the timeline. */
const everythingTold = async (person: Person, id: string) => [
  await boxOf(person),
  await reads(person, id),
  await timelineOf(person),
];

describe("a question that is kept", () => {
  it("is read by whoever wrote it, and nothing is said of it to the other", async () => {
    const [ada, ben] = await aCouple();
    await asks(ada, { note: "Who knew?" });
    const kept = randomUUID();
    const before = await everythingTold(ben, kept);
    await asks(ada, { entry: kept, note: "Did you love them?", shown: "only_me" });

    expect(await notesIn(ada, "kept")).toEqual(["Did you love them?"]);
    expect((await reads(ada, kept))?.question).toMatchObject({ mine: true, shown: "only_me" });
    expect(await everythingTold(ben, kept)).toEqual(before);
    await expect(answers(ben, kept, { note: "?" })).rejects.toMatchObject({ reason: "taken_back" });
  });

  it("is asked on the day it is asked, and nothing tells how long it was kept", async () => {
    const [ada, ben] = await aCouple();
    const kept = await keeps(ada, "Did you love them?");
    const asked = await asksAfterAll(ada, kept, "2026-03-20");
    const [one] = (await boxOf(ben)).open;
    expect(one?.question).toMatchObject({ id: asked, day: "2026-03-20", filledInLater: false });
    expect(one?.question.texts).toEqual({ note: "Did you love them?" });
    expect(await ownOf(ada)).toHaveLength(1);
    await expect(asksAfterAll(ada, kept)).rejects.toMatchObject({ reason: "not_found" });
    await expect(asksAfterAll(ben, asked)).rejects.toMatchObject({ reason: "not_found" });
  });

  it("is not asked of nobody", async () => {
    const ada = await aPerson("Ada");
    const kept = await keeps(ada, "Did you love them?");
    await expect(asksAfterAll(ada, kept)).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect(await notesIn(ada, "kept")).toEqual(["Did you love them?"]);
  });

  it("is not said to be kept where the same form asked it before", async () => {
    const [ada, ben] = await aCouple();
    const entry = await asks(ada, { note: "Who knew?" });
    const again = asks(ada, { entry, note: "Who knew?", shown: "only_me" });
    await expect(again).rejects.toMatchObject({ reason: "sent_already" });
    expect(await notesIn(ben, "open")).toEqual(["Who knew?"]);
  });

  it("is asked later by showing it, and kept again by taking it back", async () => {
    const [ada, ben] = await aCouple();
    const question = await keeps(ada, "Did you love them?");
    await shows(ada, question, "numbers_and_words");
    expect([await notesIn(ada, "open"), await notesIn(ben, "open")]).toEqual([
      ["Did you love them?"],
      ["Did you love them?"],
    ]);
    await takesBack(ada, question);
    expect([await notesIn(ada, "kept"), await notesIn(ben, "open")]).toEqual([["Did you love them?"], []]);
    expect(await reads(ben, question)).toBeNull();
  });
});

describe("a question that is asked", () => {
  it("is found by both, each other's and their own, the newest day first", async () => {
    const [ada, ben] = await aCouple();
    await asks(ada, { note: "Ada's, the day before" }, "2026-03-09");
    await asks(ben, { note: "Ben's" }, "2026-03-10");
    await asks(ada, { note: "Ada's, the day after" }, "2026-03-11");
    for (const reader of [ada, ben])
      expect(await notesIn(reader, "open")).toEqual([
        "Ada's, the day after",
        "Ben's",
        "Ada's, the day before",
      ]);
  });

  it("needs words, and somebody to ask; alone one can keep it", async () => {
    const [[ada], cleo] = [await aCouple(), await aPerson("Cleo")];
    for (const shown of schema.askQuestion.shape.shown.options)
      await expect(asks(ada, { shown })).rejects.toMatchObject({ reason: "nothing_written" });
    await expect(asks(cleo, { note: "Why?" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect([await ownOf(ada), await ownOf(cleo)]).toEqual([[], []]);
    await keeps(cleo, "Why?");
    expect(await notesIn(cleo, "kept")).toEqual(["Why?"]);
  });

  it("is one, however often its form is sent, and keeps the words it was sent with", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const sends = () => asks(ada, { entry, note: "Once?" });
    expect(await allAtOnce(Array.from({ length: 20 }, () => sends))).toEqual([]);
    await sends();
    await expect(asks(ada, { entry, note: "Changed after it was sent?" })).rejects.toMatchObject({
      reason: "sent_already",
    });
    expect([await notesIn(ben, "open"), await rowsOf(ada)]).toEqual([
      ["Once?"],
      { entries: 1, answers: 0, words: 1 },
    ]);
  });

  it.each([
    ["ten thousand characters", "ß".repeat(10_000)],
    ["emoji, joined and coloured", "👩🏽‍🚒🏳️‍🌈👨‍👩‍👧".repeat(400)],
    ["text from right to left, with its marks", "\u202bשלום عليكم\u202c ".repeat(600).trim()],
  ])("is read to the letter, and so is its answer: %s", async (_, words) => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: words });
    await answers(ben, question, { note: words });
    for (const reader of [ada, ben]) {
      const read = await reads(reader, question);
      expect([read?.question.texts.note, read?.answers[0]?.texts.note]).toEqual([words, words]);
    }
  });

  it("loses only what is no character", async () => {
    const [ada, ben] = await aCouple();
    const form = new FormData();
    const fields = { entry: randomUUID(), note: "Be\u0000fore\ud83d?", shown: "numbers_and_words" };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const input = schema.askQuestion.parse(fieldsOf(form));
    await asViewer(ada.viewer, (db) => askQuestion(db, ada.at(today), input));
    expect(await notesIn(ben, "open")).toEqual(["Before\ufffd?"]);
  });

  it("is not mistaken for the other's that was given the same id", async () => {
    const [ada, ben] = await aCouple();
    const entry = await asks(ada, { note: "Ada's" });
    await asks(ben, { entry, note: "Ben's" });
    await answers(ben, entry, { note: "to Ada's" });
    for (const reader of [ada, ben])
      expect([await notesIn(reader, "open"), await notesIn(reader, "answered")]).toEqual([
        ["Ben's"],
        ["Ada's"],
      ]);
    expect((await reads(ada, entry))?.question.texts.note).toBe("Ada's");
    expect((await reads(ben, entry))?.question.texts.note).toBe("Ben's");
  });

  it("is deleted with its words, and only by whoever asked", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    const refused = { reason: "not_found" };
    await expect(deletes(ben, question)).rejects.toMatchObject(refused);
    await expect(takesBack(ben, question)).rejects.toMatchObject(refused);
    await deletes(ada, question);
    expect(await rowsOf(ada)).toEqual({ entries: 0, answers: 0, words: 0 });
  });
});

it("when the couple has ended neither reads the other's questions or answers, and nothing is asked or answered any more", async () => {
  const [ada, ben] = await aCouple();
  const question = await asks(ada, { note: "the key" });
  const kept = await keeps(ada, "the other key");
  const answer = await answers(ben, question, { note: "in the drawer" });

  await leave(ada.viewer);

  for (const signedInAnew of [false, true]) {
    if (signedInAnew) for (const person of [ada, ben]) await person.again();
    expect(JSON.stringify(await everythingTold(ben, question))).not.toContain("key");
    expect(JSON.stringify(await everythingTold(ada, question))).not.toContain("drawer");
    await expect(answers(ben, question, { note: "late" })).rejects.toMatchObject({ reason: "taken_back" });
  }
  await expect(asks(ada, { note: "late" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
  expect(new Set((await ownOf(ada)).map(({ id }) => id))).toEqual(new Set([question, kept]));
  expect(await ownOf(ben)).toMatchObject([{ id: answer, here: false, texts: { note: "in the drawer" } }]);
});
