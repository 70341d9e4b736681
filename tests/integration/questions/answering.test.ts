import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { begin } from "@/lib/entries/commands";
import { standings } from "@/lib/questions/rules";
import { aCouple, aPerson } from "@/tests/support/people";
import { allAtOnce, deletes, shows, takesBack, today } from "../voices";
import { answers, answersRead, asks, boxOf, keeps, reads, rowsOf, standsForBoth } from "./voices";

const nothing = { entries: 0, answers: 0, words: 0 };
const takenBack = { reason: "taken_back" };

describe("answering a question", () => {
  it("is done in words, or by saying that it was answered in therapy or cannot be yet", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    expect(await standsForBoth([ada, ben], question)).toBe("open: no answer");
    await expect(answers(ben, question)).rejects.toMatchObject({ reason: "nothing_written" });

    await answers(ben, question, { standing: "not_yet" });
    expect(await standsForBoth([ada, ben], question)).toBe("open: not_yet");
    await answers(ben, question, { standing: "with_therapist", note: "on Tuesday" });
    expect(await standsForBoth([ada, ben], question)).toBe("settled: with_therapist");
    await answers(ben, question, { note: "My sister." });
    expect(await standsForBoth([ada, ben], question)).toBe("settled: answered");
    for (const reader of [ada, ben])
      expect(await answersRead(reader, question)).toEqual([null, "on Tuesday", "My sister."]);
  });

  it("holds as it was said last, also where a question that was settled is opened again", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    for (const standing of [...standings, ...standings.toReversed()]) {
      await answers(ben, question, { standing, note: "so far" });
      expect(await standsForBoth([ada, ben], question)).toMatch(new RegExp(` ${standing}$`));
    }
  });

  it("in two windows at the same moment holds for both as the last of them that both read", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    const windows = [
      ["f0000000-0000-4000-8000-000000000000", "with_therapist"],
      ["00000000-0000-4000-8000-000000000000", "not_yet"],
    ] as const;
    const { id: authorId, coupleId } = ben.viewer;
    const to = { toAuthorId: ada.viewer.id, toEntryId: question };
    for (const [id, standing] of windows)
      await asViewer(ben.viewer, async (db) => {
        await begin(db, ben.at(today), { id, kind: "question_answer", audience: "partner" });
        // Neither has seen the other's, so both take the first place.
        const row = { coupleId, authorId, entryId: id, ...to, standing, place: 1 };
        await db.questionAnswer.createMany({ data: row });
      });
    for (const reader of [ada, ben])
      expect((await reads(reader, question))?.answers.at(-1)?.standing).toBe("with_therapist");
    expect(await standsForBoth([ada, ben], question)).toBe("settled: with_therapist");
  });

  it("is for the partner: nobody answers their own, what is kept, what never was, or a stranger's", async () => {
    const [[ada, ben], [cleo, dan]] = [await aCouple(), await aCouple()];
    const [own, kept] = [await asks(ben, { note: "Ben's own" }), await keeps(ada, "kept")];
    const strangers = await asks(cleo, { note: "between others" });
    const before = await rowsOf(ben);
    for (const to of [own, kept, strangers, randomUUID()])
      for (const standing of standings)
        await expect(answers(ben, to, { standing, note: "?" })).rejects.toMatchObject(takenBack);
    expect(await rowsOf(ben)).toEqual(before);

    const alone = await aPerson("Eve");
    const claims = { ...alone.viewer, coupleId: cleo.viewer.coupleId, partnerId: cleo.viewer.id };
    alone.viewer = claims;
    await expect(answers(alone, strangers, { note: "forged" })).rejects.toMatchObject(takenBack);
    expect([await reads(alone, strangers), await answersRead(dan, strangers)]).toEqual([null, []]);
  });

  it("is not a check-in's or a feeling's to receive, even past the form", async () => {
    const [ada, ben] = await aCouple();
    const shown = await ada.checksIn("2026-03-10", { trust: 4, note: "told", shown: "numbers_and_words" });
    await expect(answers(ben, shown, { note: "?" })).rejects.toMatchObject(takenBack);
    const entry = await asks(ben, { note: "Ben's" });
    const { id: authorId, coupleId } = ben.viewer;
    const row = { coupleId, authorId, entryId: entry, standing: "not_yet" as const, place: 1 };
    for (const [toAuthorId, toEntryId] of [
      [ada.viewer.id, shown],
      [authorId, entry],
    ] as const)
      await expect(
        asViewer(ben.viewer, (db) =>
          db.questionAnswer.createMany({ data: { ...row, toAuthorId, toEntryId } }),
        ),
      ).rejects.toThrow(/row-level security/);
  });

  it("is not said to be there where the same form said something else of how it stands", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    const entry = await answers(ben, question, { standing: "not_yet" });
    await answers(ben, question, { entry, standing: "not_yet" });
    const otherwise = answers(ben, question, { entry, standing: "with_therapist" });
    await expect(otherwise).rejects.toMatchObject({ reason: "sent_already" });
  });

  it("is done once, however often its form is sent", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    const entry = randomUUID();
    const sends = () => answers(ben, question, { entry, note: "My sister." });
    expect(await allAtOnce(Array.from({ length: 20 }, () => sends))).toEqual([]);
    await sends();
    const changed = answers(ben, question, { entry, note: "Nobody." });
    await expect(changed).rejects.toMatchObject({ reason: "sent_already" });
    expect([await answersRead(ada, question), await rowsOf(ben)]).toEqual([
      ["My sister."],
      { entries: 1, answers: 1, words: 1 },
    ]);
  });
});

describe("a question that is taken back while the other answers", () => {
  it("is refused, and nothing of the answer is stored", async () => {
    const [ada, ben] = await aCouple();
    for (const withdraws of [takesBack, deletes]) {
      const question = await asks(ada, { note: "Who knew?" });
      await withdraws(ada, question);
      await expect(answers(ben, question, { note: "typed for long" })).rejects.toMatchObject(takenBack);
      await expect(answers(ben, question, { standing: "not_yet" })).rejects.toMatchObject(takenBack);
    }
    expect(await rowsOf(ben)).toEqual(nothing);
  });

  it("at that very moment was answered before it, or is refused in words", async () => {
    const [ada, ben] = await aCouple();
    for (let round = 0; round < 15; round++) {
      const before = (await rowsOf(ben)).entries;
      const question = await asks(ada, { note: "Who knew?" });
      const answersNow = () => answers(ben, question, { note: "now" });
      const refused = await allAtOnce([answersNow, () => takesBack(ada, question)]);
      expect(refused.filter((why) => why !== "taken_back")).toEqual([]);
      const rows = before + (refused.length > 0 ? 0 : 1);
      expect(await rowsOf(ben)).toEqual({ entries: rows, answers: rows, words: rows });
    }
  });

  it("leaves the answers with their author, without a word of the question", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "the key" });
    await answers(ben, question, { note: "My sister." });
    await takesBack(ada, question);
    expect(JSON.stringify([await boxOf(ben), await reads(ben, question)])).not.toContain("key");
    expect((await rowsOf(ben)).answers).toBe(1);
    await shows(ada, question, "numbers_and_words");
    expect(await standsForBoth([ada, ben], question)).toBe("settled: answered");
  });
});

describe("an answer that is taken back", () => {
  it("leaves what stood before it, for both alike, and holds again when it is shown again", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    const first = await answers(ben, question, { standing: "not_yet" });
    const second = await answers(ben, question, { note: "My sister." });

    await takesBack(ben, second);
    expect(await standsForBoth([ada, ben], question)).toBe("open: not_yet");
    expect([await answersRead(ada, question), await answersRead(ben, question)]).toEqual([
      [null],
      [null, "My sister."],
    ]);
    await takesBack(ben, first);
    expect(await standsForBoth([ada, ben], question)).toBe("open: no answer");
    await shows(ben, second, "numbers_and_words");
    expect(await standsForBoth([ada, ben], question)).toBe("settled: answered");
    await deletes(ben, second);
    expect(await standsForBoth([ada, ben], question)).toBe("open: no answer");
  });

  it("looks to the one who asked as if it had never been given", async () => {
    const [ada, ben] = await aCouple();
    const question = await asks(ada, { note: "Who knew?" });
    await answers(ben, question, { standing: "not_yet", note: "give me time" });
    const before = [await boxOf(ada), await reads(ada, question)];
    const answer = await answers(ben, question, { note: "My sister." });
    await takesBack(ben, answer);
    expect([await boxOf(ada), await reads(ada, question)]).toEqual(before);
    await answers(ben, question, { standing: "with_therapist" });
    expect(await answersRead(ada, question)).toEqual(["give me time", null]);
  });
});
