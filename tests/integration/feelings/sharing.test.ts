import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aCouple, aPerson } from "@/tests/support/people";
import { allAtOnce, ownOf, takesBack, timelineOf, today, tomorrow } from "../voices";
import { feelingsOf, hollow, reads, replies, rowsOf, saysHeard, shares, sharesAgain } from "./voices";

describe("a feeling that is shared", () => {
  it("is read, answered with a promise, and whether that was heard is told only by choice", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, hollow);

    const read = await reads(ben, feeling);
    expect(read).toMatchObject({
      feeling: { mine: false, day: today, wish: "comfort", parts: hollow.parts },
      exchanges: [],
    });
    expect(read?.feeling.texts).toEqual({ note: "the empty chair", own_feeling: "hollow" });
    expect(await feelingsOf(ben)).toEqual([read?.feeling]);

    const reply = await replies(ben, feeling, { note: "I see the chair", promise: "sit there on Sunday" });
    const answered = (await reads(ada, feeling))?.exchanges[0];
    expect(answered?.reply).toMatchObject({ id: reply, mine: false, to: { mine: true, id: feeling } });
    expect(answered?.reply.texts).toEqual({ note: "I see the chair", promise: "sit there on Sunday" });
    expect(answered?.reply.needsUntil).toBeNull();

    await saysHeard(ada, reply, { understood: "yes", accepted: "not_yet", would_help: "less haste" });
    expect((await reads(ada, feeling))?.exchanges[0]?.heard).toMatchObject({
      understood: "yes",
      accepted: "not_yet",
      caredFor: null,
      texts: { would_help: "less haste" },
    });
    expect((await reads(ben, feeling))?.exchanges[0]?.heard).toBeNull();
    expect(JSON.stringify(await timelineOf(ben))).not.toContain("less haste");

    await saysHeard(ada, reply, { understood: "partly", cared_for: "yes", shown: "numbers_and_words" });
    const told = (await reads(ben, feeling))?.exchanges[0]?.heard;
    expect(told).toMatchObject({ understood: "partly", accepted: null, caredFor: "yes", texts: {} });
    expect((await rowsOf(ada)).heard).toEqual([1, 1]);
  });

  it("needs somebody to share it with", async () => {
    const ada = await aPerson("Ada");
    await expect(shares(ada, { note: "to nobody" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect(await ownOf(ada)).toEqual([]);
  });

  it("says something: a wish alone does not", async () => {
    const [ada, ben] = await aCouple();
    await expect(shares(ada, { wish: "space" })).rejects.toMatchObject({ reason: "nothing_written" });
    expect(await feelingsOf(ben)).toEqual([]);
    await shares(ada, { parts: [{ feeling: "numb", intensity: null }] });
    await shares(ada, { own_feeling: "hollow" });
    await shares(ada, { note: "words" });
    expect(await feelingsOf(ben)).toHaveLength(3);
  });

  it("is one, however often its form is sent: once more, or twenty times at once", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const sends = () => shares(ada, { ...hollow, entry });
    expect(await allAtOnce(Array.from({ length: 20 }, () => sends))).toEqual([]);
    await sends();
    await expect(shares(ada, { entry, note: "changed after it was sent" })).rejects.toMatchObject({
      reason: "sent_already",
    });
    expect(await rowsOf(ada)).toMatchObject({ feelings: [1, 1], parts: 2, words: 2 });
    expect((await feelingsOf(ben)).map(({ texts }) => texts.note)).toEqual([hollow.note]);
  });

  it("is nobody's but the two people's", async () => {
    const [ada] = await aCouple();
    const feeling = await shares(ada, { note: "ours" });
    const cleo = await aPerson("Cleo");
    cleo.viewer = { ...cleo.viewer, coupleId: ada.viewer.coupleId, partnerId: ada.viewer.id };
    expect(await reads(cleo, feeling)).toBeNull();
    expect(await feelingsOf(cleo)).toEqual([]);
    await expect(replies(cleo, feeling, { note: "forged" })).rejects.toMatchObject({ reason: "taken_back" });
  });

  it("is not mistaken for a partner's that was given the same id", async () => {
    const [ada, ben] = await aCouple();
    const entry = await shares(ada, { note: "Ada's" });
    await replies(ben, entry, { note: "to Ada's" });
    await shares(ben, { entry, note: "Ben's" });
    const read = await reads(ada, entry);
    expect(read?.feeling.texts.note).toBe("Ada's");
    expect(read?.exchanges.map(({ reply }) => reply.texts.note)).toEqual(["to Ada's"]);
    expect((await reads(ben, entry))?.feeling.texts.note).toBe("Ben's");
    for (const reader of [ada, ben])
      expect((await feelingsOf(reader)).map(({ texts }) => texts.note).sort()).toEqual(["Ada's", "Ben's"]);
  });
});

describe("still there: shared again", () => {
  it("is a new entry of today with the same feelings and the same wish, and says nothing more", async () => {
    const [ada, ben] = await aCouple();
    const first = await shares(ada, hollow);
    await replies(ben, first, { note: "I see it" });
    const entry = randomUUID();
    await sharesAgain(ada, first, tomorrow, entry);
    await sharesAgain(ada, first, tomorrow, entry);

    const read = await reads(ben, entry);
    expect(read?.feeling).toMatchObject({ day: tomorrow, wish: "comfort", parts: hollow.parts });
    expect(read?.feeling.texts).toEqual({ own_feeling: "hollow" });
    expect(read?.exchanges).toEqual([]);
    expect((await feelingsOf(ben)).map(({ id }) => id)).toEqual([entry, first]);
  });

  it("works for one's own alone, also for one that was withdrawn", async () => {
    const [ada, ben] = await aCouple();
    const first = await shares(ada, { parts: hollow.parts });
    await expect(sharesAgain(ben, first)).rejects.toMatchObject({ reason: "not_found" });
    await expect(sharesAgain(ada, randomUUID())).rejects.toMatchObject({ reason: "not_found" });
    expect(await ownOf(ben)).toEqual([]);
    await takesBack(ada, first);
    const second = await sharesAgain(ada, first);
    expect((await feelingsOf(ben)).map(({ id }) => id)).toEqual([second]);
  });

  it("leaves the note out where a word of one's own says what is felt, and says it where it was all there was", async () => {
    const [ada, ben] = await aCouple();
    const own = await shares(ada, { own_feeling: "hollow", note: "the empty chair" });
    const words = await shares(ada, { note: "only words" });
    const again = [await sharesAgain(ada, own), await sharesAgain(ada, words)];
    const read = await Promise.all(again.map((id) => reads(ben, id)));
    expect(read.map((of) => of?.feeling.texts)).toEqual([{ own_feeling: "hollow" }, { note: "only words" }]);
  });
});
