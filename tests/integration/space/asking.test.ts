import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { lengths } from "@/lib/space/rules";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf } from "../voices";
import { askedForSpace, asksForSpace, comesBack, spaceOf } from "./voices";

const now = Temporal.Now.instant();
/** What a clock in somebody's zone shows so many minutes from now. */
const clockOf = ({ viewer }: Person, minutes: number) =>
  now.add({ minutes }).toZonedDateTimeISO(viewer.timeZone).toPlainTime().toString().slice(0, 5);
const minutesTo = (until: string | undefined) =>
  now.until(Temporal.Instant.from(until ?? "")).total("minutes");

const nothing = { own: null, theirs: null, sentence: null };

describe("asking for space", () => {
  it.each(lengths)(
    "for %i minutes lasts that long, up to the next five minutes of the clock",
    async (length) => {
      const [ada, ben] = await aCouple();
      const id = await asksForSpace(ada, { length }, { now });
      const { own } = await spaceOf(ada);
      expect(own).toMatchObject({ id, overdue: false });
      expect(Temporal.Instant.from(own?.until ?? "").epochMilliseconds % 300_000).toBe(0);
      expect(minutesTo(own?.until)).toBeGreaterThanOrEqual(length);
      expect(minutesTo(own?.until)).toBeLessThan(length + 5);
      expect(await spaceOf(ben)).toEqual({ ...nothing, theirs: { until: own?.until } });
    },
  );

  it.each(["Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu"])(
    "until a time of one's own lasts until one's own clock shows it: %s",
    async (timeZone) => {
      const [ada, ben] = await aCouple();
      ada.viewer = { ...ada.viewer, timeZone };
      const until = clockOf(ada, 90);
      await asksForSpace(ada, { until }, { now });
      const told = (await spaceOf(ben)).theirs?.until ?? "";
      expect(Temporal.Instant.from(told).toZonedDateTimeISO(timeZone).toPlainTime().toString()).toBe(
        `${until}:00`,
      );
      expect(minutesTo(told)).toBeGreaterThan(89);
      expect(minutesTo(told)).toBeLessThanOrEqual(90);
    },
  );

  it("for less than twenty minutes is refused, and nothing is stored", async () => {
    const [ada, ben] = await aCouple();
    for (const minutes of [1, 10, 20])
      await expect(asksForSpace(ada, { until: clockOf(ada, minutes) }, { now })).rejects.toMatchObject({
        reason: "space_short",
      });
    expect([await ownOf(ada), await spaceOf(ada), await spaceOf(ben)]).toEqual([[], nothing, nothing]);
    await asksForSpace(ada, { until: clockOf(ada, 21) }, { now });
    expect((await spaceOf(ben)).theirs).not.toBeNull();
  });

  it("until a time that has just passed is until that time tomorrow", async () => {
    const [ada, ben] = await aCouple();
    // In a zone whose clocks are never changed.
    ada.viewer = { ...ada.viewer, timeZone: "Asia/Tokyo" };
    await asksForSpace(ada, { until: clockOf(ada, 0) }, { now });
    const told = minutesTo((await spaceOf(ben)).theirs?.until);
    expect(told).toBeGreaterThan(24 * 60 - 1);
    expect(told).toBeLessThanOrEqual(24 * 60);
  });

  it("needs somebody to ask", async () => {
    const ada = await aPerson("Ada");
    await expect(asksForSpace(ada)).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect([await ownOf(ada), await spaceOf(ada)]).toEqual([[], nothing]);
  });

  it("is done once, however often its form is sent, and with another time the form is refused", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const sends = (length: number) => () => asksForSpace(ada, { length }, { entry, now });
    expect(await allAtOnce(Array.from({ length: 12 }, () => sends(60)))).toEqual([]);
    const told = await spaceOf(ben);
    await expect(sends(180)()).rejects.toMatchObject({ reason: "sent_already" });
    expect(await spaceOf(ben)).toEqual(told);
    expect(await ownOf(ada)).toHaveLength(1);
  });

  it("anew takes the place of what was asked before, also where it ends earlier", async () => {
    const [ada, ben] = await aCouple();
    await asksForSpace(ada, { length: 180 });
    const second = await asksForSpace(ada, { length: 20 });
    expect((await spaceOf(ada)).own?.id).toBe(second);
    expect(minutesTo((await spaceOf(ben)).theirs?.until)).toBeLessThan(30);
  });

  it("ends whole when one is back, also in a window that still shows what was asked before", async () => {
    const [ada, ben] = await aCouple();
    const first = await asksForSpace(ada, { length: 180 });
    await asksForSpace(ada, { length: 20 });
    await comesBack(ada, first);
    expect([await spaceOf(ada), await spaceOf(ben)]).toEqual([nothing, nothing]);
  });

  it("is each one's own: both may have it at once, and neither ends the other's", async () => {
    const [ada, ben] = await aCouple();
    const adas = await asksForSpace(ada, { length: 60 });
    const bens = await asksForSpace(ben, { length: 180 });
    await expect(comesBack(ben, adas)).rejects.toMatchObject({ reason: "not_found" });
    const [forAda, forBen] = [await spaceOf(ada), await spaceOf(ben)];
    expect([forAda.own?.id, forBen.own?.id]).toEqual([adas, bens]);
    expect([forAda.theirs?.until, forBen.theirs?.until]).toEqual([forBen.own?.until, forAda.own?.until]);
  });
});

describe("space that is taken back or deleted", () => {
  it.each([
    ["taken back", takesBack],
    ["deleted", deletes],
  ])("is as if it had never been asked for: %s", async (_, withdraws) => {
    const [ada, ben] = await aCouple();
    const everything = async () => [await spaceOf(ben), await timelineOf(ben), await spaceOf(ada)];
    const before = await everything();
    for (const request of [await asksForSpace(ada), await askedForSpace(ada, 60)]) {
      expect(await everything()).not.toEqual(before);
      await withdraws(ada, request);
      await withdraws(ada, request).catch(() => null);
    }
    expect(await everything()).toEqual(before);
  });

  it("is there again until its time when it is shown again", async () => {
    const [ada, ben] = await aCouple();
    const request = await asksForSpace(ada);
    const before = await spaceOf(ben);
    await takesBack(ada, request);
    await shows(ada, request, "numbers_and_words");
    expect(await spaceOf(ben)).toEqual(before);
  });
});

it("when the couple has ended nobody has space from the other, and nothing is told of it any more", async () => {
  const [ada, ben] = await aCouple();
  const request = await asksForSpace(ada, { length: 180 });
  await leave(ben.viewer);
  expect(await spaceOf(ben)).toEqual(nothing);
  for (const person of [ada, ben]) {
    await person.again();
    expect(await spaceOf(person)).toEqual(nothing);
    await expect(asksForSpace(person)).rejects.toMatchObject({ reason: "not_in_a_couple" });
  }
  await expect(comesBack(ada, request)).rejects.toMatchObject({ reason: "not_found" });
  expect(await ownOf(ada)).toMatchObject([{ id: request, kind: "space", here: false }]);
});
