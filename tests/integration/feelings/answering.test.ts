import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { aCouple } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack } from "../voices";
import { asksForTime, notesRead, reads, replies, rowsOf, shares } from "./voices";

describe("answering a feeling", () => {
  it("takes words or a promise; neither is nothing", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    await expect(replies(ben, feeling)).rejects.toMatchObject({ reason: "nothing_written" });
    await replies(ben, feeling, { promise: "call at noon" });
    expect((await reads(ada, feeling))?.exchanges[0]?.reply.texts).toEqual({ promise: "call at noon" });
    expect((await rowsOf(ben)).replies).toEqual([1, 1]);
  });

  it("is for the partner: nobody answers themselves, nor what was never there", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    await expect(replies(ada, feeling, { note: "me" })).rejects.toMatchObject({ reason: "taken_back" });
    await expect(replies(ben, randomUUID(), { note: "?" })).rejects.toMatchObject({ reason: "taken_back" });
    expect([(await rowsOf(ada)).replies, await ownOf(ben)]).toEqual([[0, 0], []]);
  });

  it("is done once, however often its form is sent", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const entry = randomUUID();
    const sends = () => replies(ben, feeling, { entry, note: "once", promise: "I will" });
    expect(await allAtOnce(Array.from({ length: 20 }, () => sends))).toEqual([]);
    await sends();
    expect(await notesRead(ada, feeling)).toEqual(["once"]);
    expect(await rowsOf(ben)).toMatchObject({ replies: [1, 1], words: 2 });
  });

  it("keeps the order in which it was said, to each other's feelings", async () => {
    const [ada, ben] = await aCouple();
    const [adas, bens] = [await shares(ada, { note: "Ada's" }), await shares(ben, { note: "Ben's" })];
    await asksForTime(ben, adas);
    const said = Array.from({ length: 8 }, (_, nth) => `no. ${nth}`);
    for (const note of said) {
      await replies(ben, adas, { note });
      await replies(ada, bens, { note });
    }
    for (const reader of [ada, ben]) {
      expect(await notesRead(reader, adas)).toEqual([null, ...said]);
      expect(await notesRead(reader, bens)).toEqual(said);
    }
  });

  it("keeps that order where earlier answers were deleted or withdrawn meanwhile", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const [first, second, third] = [
      await replies(ben, feeling, { note: "first" }),
      await replies(ben, feeling, { note: "second" }),
      await replies(ben, feeling, { note: "third" }),
    ];
    await replies(ben, feeling, { note: "fourth" });
    await takesBack(ben, third);
    for (const entry of [first, second]) await deletes(ben, entry);
    await replies(ben, feeling, { note: "fifth" });
    await shows(ben, third, "numbers_and_words");
    expect(await notesRead(ada, feeling)).toEqual(["third", "fourth", "fifth"]);
  });

  it("that is taken back at that very moment is stored before it or refused in words", async () => {
    for (let round = 0; round < 15; round++) {
      const [ada, ben] = await aCouple();
      const feeling = await shares(ada, { note: "told" });
      const answers = () => replies(ben, feeling, { note: "now" });
      const refused = await allAtOnce([answers, () => takesBack(ada, feeling)]);
      expect(refused.filter((why) => why !== "taken_back")).toEqual([]);
      expect((await rowsOf(ben)).replies).toEqual(refused.length > 0 ? [0, 0] : [1, 1]);
    }
  });
});

describe("asking for time", () => {
  it("tells the next moment at which the writer's clock shows that time, wherever they are", async () => {
    for (const timeZone of ["Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu"]) {
      const [ada, ben] = await aCouple();
      ben.viewer = { ...ben.viewer, timeZone };
      const feeling = await shares(ada, { note: "told" });
      const before = Temporal.Now.instant();
      await asksForTime(ben, feeling, "06:30");

      const told = (await reads(ada, feeling))?.exchanges[0]?.reply;
      const moment = Temporal.Instant.from(told?.needsUntil ?? "");
      expect(moment.toZonedDateTimeISO(timeZone).toPlainTime().toString()).toBe("06:30:00");
      const hours = before.until(moment).total("hours");
      expect(hours).toBeGreaterThan(0);
      expect(hours).toBeLessThanOrEqual(25);
      expect(told?.texts).toEqual({});
    }
  });

  it("works once: a form sent again is done, and with another time it is refused", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const entry = await asksForTime(ben, feeling, "06:30");
    const told = await reads(ada, feeling);
    await asksForTime(ben, feeling, "06:30", entry);
    await expect(asksForTime(ben, feeling, "22:15", entry)).rejects.toMatchObject({ reason: "time_asked" });
    expect(await reads(ada, feeling)).toEqual(told);
    await expect(asksForTime(ben, feeling, "22:15")).rejects.toMatchObject({ reason: "time_asked" });
    await takesBack(ben, entry);
    await expect(asksForTime(ben, feeling, "22:15")).rejects.toMatchObject({ reason: "time_asked" });
    expect((await rowsOf(ben)).replies).toEqual([1, 1]);
  });

  it("works once for each feeling, and an answer may still follow", async () => {
    const [ada, ben] = await aCouple();
    const [one, other] = [await shares(ada, { note: "one" }), await shares(ada, { note: "other" })];
    await asksForTime(ben, one);
    await asksForTime(ben, other);
    await replies(ben, one, { note: "now" });
    expect(await notesRead(ada, one)).toEqual([null, "now"]);
  });

  it("in two windows at once works once, and the other is told so", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const refused = await allAtOnce(Array.from({ length: 6 }, () => () => asksForTime(ben, feeling)));
    expect(new Set(refused)).toEqual(new Set(["time_asked"]));
    expect((await rowsOf(ben)).replies).toEqual([1, 1]);
  });

  it("is not possible of what was taken back, nor of one's own", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    await expect(asksForTime(ada, feeling)).rejects.toMatchObject({ reason: "taken_back" });
    await takesBack(ada, feeling);
    await expect(asksForTime(ben, feeling)).rejects.toMatchObject({ reason: "taken_back" });
    expect(await ownOf(ben)).toEqual([]);
  });
});
