import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { aCouple } from "@/tests/support/people";
import { allAtOnce, deletes, takesBack, today } from "../voices";
import { asksForTime, reads, replies, rowsOf, saysHeard, shares } from "./voices";

describe("whether one felt heard", () => {
  it("is said of an answer to oneself, and of nothing else", async () => {
    const [ada, ben] = await aCouple();
    const [feeling, bens] = [await shares(ada, { note: "told" }), await shares(ben, { note: "Ben's" })];
    const time = await asksForTime(ben, feeling);
    const reply = await replies(ben, feeling, { note: "I see" });
    const own = await replies(ada, bens, { note: "to Ben" });
    for (const to of [feeling, bens, time, own, randomUUID()])
      await expect(saysHeard(ada, to, { understood: "yes" })).rejects.toMatchObject({ reason: "taken_back" });
    await expect(saysHeard(ben, reply, { understood: "yes" })).rejects.toMatchObject({
      reason: "taken_back",
    });
    await expect(saysHeard(ada, reply)).rejects.toMatchObject({ reason: "nothing_written" });
    await takesBack(ben, reply);
    await expect(saysHeard(ada, reply, { understood: "yes" })).rejects.toMatchObject({
      reason: "taken_back",
    });
    expect([(await rowsOf(ada)).heard, (await rowsOf(ben)).heard]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("leaves nothing of what was said before, nor that it was", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const reply = await replies(ben, feeling, { note: "I see" });
    await saysHeard(ada, reply, { accepted: "not_yet", would_help: "first", shown: "numbers_and_words" });
    await saysHeard(ada, reply, { accepted: "yes", would_help: "second" });
    expect((await reads(ben, feeling))?.exchanges[0]?.heard).toBeNull();
    await saysHeard(ada, reply, { accepted: "yes", shown: "numbers_and_words" });
    expect((await reads(ben, feeling))?.exchanges[0]?.heard?.texts).toEqual({});
    expect(await rowsOf(ada)).toMatchObject({ heard: [1, 1], words: 1 });
  });

  it("is said once, however often its form is sent", async () => {
    const [ada, ben] = await aCouple();
    const reply = await replies(ben, await shares(ada, { note: "told" }), { note: "I see" });
    const entry = randomUUID();
    const form = { before: null, understood: "yes", would_help: "time" } as const;
    const sends = () => saysHeard(ada, reply, { ...form, entry });
    await sends();
    await sends();
    expect(await rowsOf(ada)).toMatchObject({ heard: [1, 1] });
    const other = await replies(ben, await shares(ada, { note: "told" }), { note: "I see" });
    const another = randomUUID();
    const atOnce = () => saysHeard(ada, other, { ...form, entry: another });
    expect(await allAtOnce(Array.from({ length: 20 }, () => atOnce))).toEqual([]);
    expect(await rowsOf(ada)).toMatchObject({ heard: [2, 2] });
  });

  it("in several windows at once is said once, and whoever was slower is told in words", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const reply = await replies(ben, feeling, { note: "I see" });
    const windows = (before: string | null) =>
      Array.from({ length: 6 }, () => () => saysHeard(ada, reply, { before, understood: "partly" }));
    expect(new Set(await allAtOnce(windows(null)))).toEqual(new Set(["said_meanwhile"]));
    const said = (await reads(ada, feeling))?.exchanges[0]?.heard?.id ?? null;
    expect(new Set(await allAtOnce(windows(said)))).toEqual(new Set(["said_meanwhile"]));
    expect((await rowsOf(ada)).heard).toEqual([1, 1]);
  });

  it("in a window that was opened before another one said something is refused, and nothing is lost", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const reply = await replies(ben, feeling, { note: "I see" });
    const heard = async () => (await reads(ada, feeling))?.exchanges[0]?.heard ?? null;
    const late = (before: string | null) =>
      expect(saysHeard(ada, reply, { before, would_help: "too late" })).rejects.toMatchObject({
        reason: "said_meanwhile",
      });

    const first = await saysHeard(ada, reply, { before: null, would_help: "the first window" });
    await late(null);
    expect(await heard()).toMatchObject({ id: first, texts: { would_help: "the first window" } });

    const second = await saysHeard(ada, reply, { before: first, would_help: "the second window" });
    await late(first);
    expect(await heard()).toMatchObject({ id: second, texts: { would_help: "the second window" } });
    expect(await rowsOf(ada)).toMatchObject({ heard: [1, 1] });

    await deletes(ada, second);
    await late(second);
    expect(await heard()).toBeNull();
  });

  it("never takes the place of something else that was written", async () => {
    const [ada, ben] = await aCouple();
    const reply = await replies(ben, await shares(ada, { note: "told" }), { note: "I see" });
    const shown = await ada.checksIn(today, { trust: 5, shown: "numbers" });
    await saysHeard(ada, reply, { entry: shown, understood: "not_yet" }).catch(() => null);
    expect(await asViewer(ben.viewer, (db) => db.feltHeard.findMany())).toEqual([]);
  });

  it("is not said to be saved where the same form said it otherwise, or for other eyes", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const reply = await replies(ben, feeling, { note: "heard" });
    const entry = await saysHeard(ada, reply, { understood: "yes", shown: "numbers_and_words" });
    await saysHeard(ada, reply, { entry, understood: "yes", shown: "numbers_and_words" });
    for (const otherwise of [
      { understood: "yes", shown: "only_me" },
      { understood: "not_yet", shown: "numbers_and_words" },
      { understood: "yes", shown: "numbers_and_words", would_help: "time" },
    ] as const)
      await expect(saysHeard(ada, reply, { entry, ...otherwise })).rejects.toMatchObject({
        reason: "sent_already",
      });
    expect((await reads(ben, feeling))?.exchanges[0]?.heard?.understood).toBe("yes");
  });
});
