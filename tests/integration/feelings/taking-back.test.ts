import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { aCouple } from "@/tests/support/people";
import { deletes, ownOf, shows, takesBack, timelineOf } from "../voices";
import {
  asksForTime,
  feelingsOf,
  hollow,
  notesRead,
  reads,
  replies,
  rowsOf,
  saysHeard,
  shares,
  sharesAgain,
} from "./voices";

describe("a feeling that is taken back", () => {
  it("is gone for the partner at once, and cannot be answered: what they typed is not stored", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, hollow);
    expect(await reads(ben, feeling)).not.toBeNull();

    await takesBack(ada, feeling);

    expect(await reads(ben, feeling)).toBeNull();
    expect([await feelingsOf(ben), await timelineOf(ben)]).toEqual([[], []]);
    const late = replies(ben, feeling, { note: "too late", promise: "still" });
    await expect(late).rejects.toMatchObject({ reason: "taken_back" });
    expect(await rowsOf(ben)).toMatchObject({ replies: [0, 0], words: 0 });
    expect((await reads(ada, feeling))?.feeling.shown).toBe("only_me");
  });

  it("looks like one that was deleted and like one that never was", async () => {
    const [ada, ben] = await aCouple();
    const [hidden, deleted] = [await shares(ada, { note: "hidden" }), await shares(ada, { note: "deleted" })];
    await takesBack(ada, hidden);
    await deletes(ada, deleted);
    const never = "0b2f6c1e-53a7-4f0e-9a61-2f6f0c6f7d11";
    const refusals = await Promise.all(
      [hidden, deleted, never].map((to) => replies(ben, to, { note: "?" }).catch(String)),
    );
    expect(new Set(refusals)).toEqual(new Set(["Error: taken_back"]));
    for (const id of [hidden, deleted, never]) expect(await reads(ben, id)).toBeNull();
  });

  it("is there again with its answers when it is shown again", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    await replies(ben, feeling, { note: "I see" });
    const before = await reads(ben, feeling);
    await takesBack(ada, feeling);
    expect(await notesRead(ada, feeling)).toEqual(["I see"]);
    await shows(ada, feeling, "numbers_and_words");
    expect(await reads(ben, feeling)).toEqual(before);
  });

  it.each([
    ["withdrawn", takesBack],
    ["deleted", deletes],
  ])("and %s leaves the answer with its author, without a word of the feeling", async (_, withdraws) => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, hollow);
    const reply = await replies(ben, feeling, { note: "I see", promise: "to stay" });
    const time = await asksForTime(ben, feeling);

    await withdraws(ada, feeling);

    const own = await ownOf(ben);
    expect(new Set(own.map(({ id }) => id))).toEqual(new Set([reply, time]));
    expect(own.find(({ id }) => id === reply)).toMatchObject({
      kind: "reply",
      mine: true,
      texts: { note: "I see", promise: "to stay" },
      to: { mine: false, id: feeling },
    });
    for (const list of [own, await timelineOf(ben), await feelingsOf(ben)])
      expect(JSON.stringify(list)).not.toMatch(/empty chair|hollow/);
  });

  it("is deleted with everything of it, and only by its author", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, hollow);
    await expect(deletes(ben, feeling)).rejects.toMatchObject({ reason: "not_found" });
    await expect(takesBack(ben, feeling)).rejects.toMatchObject({ reason: "not_found" });
    await deletes(ada, feeling);
    expect(await rowsOf(ada)).toMatchObject({ feelings: [0, 0], parts: 0, words: 0 });
  });
});

describe("an answer that is taken back", () => {
  it("is gone for the one who shared, and there again when it is shown again", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const reply = await replies(ben, feeling, { note: "I see", promise: "to stay" });
    await saysHeard(ada, reply, { understood: "yes" });
    const before = await reads(ada, feeling);

    await takesBack(ben, reply);
    expect((await reads(ada, feeling))?.exchanges).toEqual([]);
    expect((await timelineOf(ada)).map(({ kind }) => kind)).not.toContain("reply");
    expect(await notesRead(ben, feeling)).toEqual(["I see"]);

    await shows(ben, reply, "numbers_and_words");
    expect(await reads(ada, feeling)).toEqual(before);
  });
});

describe("when the couple has ended", () => {
  it("neither reads the other; each keeps what they wrote; nothing is answered or shared any more", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, hollow);
    const reply = await replies(ben, feeling, { note: "I see", promise: "to stay" });
    const heard = await saysHeard(ada, reply, { understood: "yes", shown: "numbers_and_words" });

    await leave(ada.viewer);

    for (const signedInAnew of [false, true]) {
      if (signedInAnew) for (const person of [ada, ben]) await person.again();
      expect(JSON.stringify([await feelingsOf(ben), await timelineOf(ben)])).not.toMatch(/chair|hollow/);
      expect(JSON.stringify([await feelingsOf(ada), await timelineOf(ada)])).not.toMatch(/I see|to stay/);
      expect(await reads(ben, feeling)).toBeNull();
      const refused = { reason: "taken_back" };
      await expect(replies(ben, feeling, { note: "late" })).rejects.toMatchObject(refused);
      await expect(asksForTime(ben, feeling)).rejects.toMatchObject(refused);
      await expect(saysHeard(ada, reply, { accepted: "yes" })).rejects.toMatchObject(refused);
    }
    await expect(shares(ada, { note: "alone" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
    await expect(sharesAgain(ada, feeling)).rejects.toMatchObject({ reason: "not_in_a_couple" });

    const kept = await ownOf(ada);
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([feeling, heard]));
    expect(kept.every(({ mine, here }) => mine && !here)).toBe(true);
    expect(await ownOf(ben)).toMatchObject([{ id: reply, texts: { note: "I see", promise: "to stay" } }]);
  });
});
