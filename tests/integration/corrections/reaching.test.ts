import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ownWay } from "@/lib/announcements/queries";
import { correct } from "@/lib/corrections/commands";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft, sendOrKeep } from "@/lib/drafts/commands";
import { draftFor, unsent } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { nextAt } from "@/lib/time/zone";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf, today } from "../voices";
import {
  announcedTo,
  chooses,
  corrects,
  goesTo,
  itsTimeComes,
  opens,
  reachesAt,
  reads,
  wayTold,
} from "./voices";

const now = Temporal.Now.instant();
const words = { said: "I was at work.", is_true: "I was not at work.", will_do: "I tell you first." };

const clockOf = (moment: Temporal.Instant, zone = "UTC") =>
  moment.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
/** What a clock in a zone shows so many minutes from now. */
const clockIn = (zone: string, minutes: number) => clockOf(now.add({ minutes }), zone);

/** Everything that somebody can read of corrections, in pages and in tables. */
const everythingRead = async (person: Person) => [
  await announcedTo(person),
  await timelineOf(person),
  ...(await asViewer(person.viewer, async (db) => [
    await db.entry.findMany({ where: { kind: "correction" }, orderBy: { id: "asc" } }),
    await db.announcement.findMany({ select: { entryId: true, way: true }, orderBy: { entryId: "asc" } }),
    await db.announcementOpening.findMany(),
    await db.reachChoice.findMany(),
    (await db.entryWords.findMany()).length,
  ])),
];

describe("a correction", () => {
  it("reaches the other at once where they have chosen nothing, or that", async () => {
    const [ada, ben] = await aCouple();
    expect(await wayTold(ben)).toBe("now");
    const first = await corrects(ben);
    expect(await announcedTo(ada)).toEqual([first]);
    await chooses(ada, "now");
    const second = await corrects(ben);
    expect((await announcedTo(ada)).toSorted()).toEqual([first, second].sort());
    expect(await announcedTo(ben)).toEqual([]);
  });

  it("is announced without a word of it, and read where it is opened", async () => {
    const [ada, ben] = await aCouple();
    const id = await corrects(ben);
    expect(await reads(ada, id)).toMatchObject({ view: { mine: false, way: "now", texts: {} }, texts: null });
    expect(await timelineOf(ada)).toMatchObject([{ kind: "correction", id, texts: {} }]);
    await opens(ada, id);
    await opens(ada, id);
    expect((await reads(ada, id))?.texts).toEqual(words);
    expect(await announcedTo(ada)).toEqual([]);
    expect(await timelineOf(ada)).toMatchObject([{ kind: "correction", id, texts: {} }]);
    expect((await reads(ben, id))?.texts).toEqual(words);
  });

  it("can leave out what was said and what one will do, and says what is true", async () => {
    const [ada, ben] = await aCouple();
    await expect(corrects(ben, { is_true: "" })).rejects.toMatchObject({ reason: "nothing_written" });
    const id = await corrects(ben, { said: "", will_do: "" });
    await opens(ada, id);
    expect((await reads(ada, id))?.texts).toEqual({ is_true: words.is_true });
    const cleo = await aPerson("Cleo");
    await expect(corrects(cleo)).rejects.toMatchObject({ reason: "not_in_a_couple" });
  });

  it("is one, however often its form is sent, and keeps the words it was sent with", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    expect(await allAtOnce(Array.from({ length: 12 }, () => () => corrects(ben, { entry })))).toEqual([]);
    await corrects(ben, { entry });
    const changed = corrects(ben, { entry, is_true: "Something else." });
    await expect(changed).rejects.toMatchObject({ reason: "sent_already" });
    expect([await announcedTo(ada), await ownOf(ben)]).toMatchObject([
      [entry],
      [{ id: entry, texts: words }],
    ]);
  });
});

describe("a correction at a time the other has chosen", () => {
  it.each(["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"])(
    "reaches them when their clock shows it next, wherever they are: %s",
    async (zone) => {
      const [ada, ben] = await aCouple();
      await goesTo(ada, zone);
      for (const minutes of [90, -90, 12 * 60]) {
        const at = clockIn(zone, minutes);
        await chooses(ada, { at });
        const id = await corrects(ben);
        expect((await reachesAt(id))?.toString()).toBe(nextAt(at, zone, now).toString());
      }
      expect(await announcedTo(ada)).toEqual([]);
    },
  );

  it.each([
    ["a time that the clocks jump over", "spring", [30]],
    ["a time that the clocks show twice", "autumn", [-30, 30]],
  ] as const)("reaches them also at %s", async (_, season, minutesFromChange) => {
    const [ada, ben] = await aCouple();
    // Greenwich's clock, which in an hour is put forward by one hour, or put back by one.
    const change = now.round({ smallestUnit: "minute" }).add({ minutes: 60 });
    const shown = change.add({ minutes: season === "spring" ? 0 : 60 }).toZonedDateTimeISO("UTC");
    const changes = `${shown.dayOfYear - 1}/${clockOf(shown.toInstant())}`;
    const other = `${(shown.dayOfYear + 120) % 360}/3`;
    const [forward, back] = season === "spring" ? [changes, other] : [other, changes];
    await goesTo(ada, `WIN0SUM-1,${forward},${back}`);
    await chooses(ada, { at: clockOf(change.add({ minutes: 30 })) });
    const moment = await reachesAt(await corrects(ben));
    expect(minutesFromChange).toContain(moment && change.until(moment).total("minutes"));
  });

  it("is not there before it, in any page or table, not even to be opened by its address", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, { at: clockIn(ada.viewer.timeZone, 90) });
    const before = await everythingRead(ada);
    const id = await corrects(ben);
    expect(await everythingRead(ada)).toEqual(before);
    expect(await reads(ada, id)).toBeNull();
    await expect(opens(ada, id)).rejects.toMatchObject({ reason: "taken_back" });
    const { coupleId } = ada.viewer;
    const forged = { coupleId, authorId: ben.viewer.id, entryId: id, readerId: ada.viewer.id };
    await expect(
      asViewer(ada.viewer, (db) => db.announcementOpening.createMany({ data: forged })),
    ).rejects.toThrow(/row-level security/);

    await itsTimeComes(id);
    expect(await announcedTo(ada)).toEqual([id]);
    await opens(ada, id);
    expect((await reads(ada, id))?.texts).toEqual(words);
  });

  it("tells its author neither when that is, nor that it has come, nor that it was opened", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, { at: clockIn(ada.viewer.timeZone, 90) });
    expect(await wayTold(ben)).toBe("at_time");
    const id = await corrects(ben);
    const before = [await everythingRead(ben), await reads(ben, id), await ownOf(ben)];
    await itsTimeComes(id);
    await opens(ada, id);
    expect([await everythingRead(ben), await reads(ben, id), await ownOf(ben)]).toEqual(before);
    for (const person of [ada, ben])
      await expect(
        asViewer(person.viewer, (db) => db.announcement.findMany({ select: { reachesAt: true } })),
      ).rejects.toThrow(/permission/);
    expect(await asViewer(ben.viewer, (db) => ownWay(db, ada.viewer))).toBeNull();
  });

  it("is not made earlier or later by its author, even past the form", async () => {
    const [ada, ben] = await aCouple();
    const at = clockIn(ada.viewer.timeZone, 90);
    await chooses(ada, { at });
    const own = { coupleId: ben.viewer.coupleId, authorId: ben.viewer.id };
    const id = await corrects(ben);
    const sets = (change: object) =>
      asViewer(ben.viewer, (db) => db.announcement.updateMany({ where: { entryId: id }, data: change }));
    for (const change of [{ reachesAt: new Date(0) }, { way: "now" as const }])
      await expect(sets(change)).rejects.toThrow(/permission/);
    const forged = await asViewer(ben.viewer, async (db) => {
      const on = { happenedOn: new Date(`${today}T00:00:00Z`), writtenOn: new Date(`${today}T00:00:00Z`) };
      const entry = { ...own, id: randomUUID(), kind: "correction" as const, audience: "partner" as const };
      await db.entry.createMany({ data: { ...entry, ...on, timeZone: "UTC" } });
      await db.announcement.createMany({
        data: { ...own, entryId: entry.id, way: "now", reachesAt: new Date(0) },
      });
      return entry.id;
    });
    const expected = nextAt(at, ada.viewer.timeZone, now).toString();
    expect((await reachesAt(forged))?.toString()).toBe(expected);
    expect(await announcedTo(ada)).toEqual([]);
  });

  it("waits for its time as it was chosen then, whatever is chosen afterwards", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, { at: clockIn(ada.viewer.timeZone, 90) });
    const waiting = await corrects(ben);
    await chooses(ada, "now");
    const next = await corrects(ben);
    expect(await announcedTo(ada)).toEqual([next]);
    await itsTimeComes(waiting);
    expect((await announcedTo(ada)).toSorted()).toEqual([waiting, next].sort());
  });
});

describe("a correction that is for the therapist's room", () => {
  it("stays its author's own, and does not reach the other, not even shown", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, "with_therapist");
    const before = await everythingRead(ada);
    const id = await corrects(ben);
    expect(await reads(ben, id)).toMatchObject({
      view: { shown: "only_me", way: "with_therapist" },
      texts: words,
    });
    await expect(shows(ben, id, "numbers_and_words")).rejects.toMatchObject({ reason: "not_found" });
    await asViewer(ben.viewer, (db) => db.entry.updateMany({ where: { id }, data: { audience: "partner" } }));
    expect(await reachesAt(id)).toBeNull();
    expect(await everythingRead(ada)).toEqual(before);
    await expect(opens(ada, id)).rejects.toMatchObject({ reason: "taken_back" });
  });
});

describe("what the other chooses while one writes", () => {
  it.each([
    ["now", "with_therapist"],
    ["with_therapist", "at_time"],
    ["at_time", "now"],
  ] as const)("is told before anything is sent, %s to %s, and the words are kept", async (first, then) => {
    const [ada, ben] = await aCouple();
    const choose = (way: typeof first) => chooses(ada, way === "at_time" ? { at: "20:00" } : way);
    await choose(first);
    const way = await wayTold(ben);
    const form = draftOf.correction(ben.viewer.coupleId);
    await asViewer(ben.viewer, (db) => saveDraft(db, ben.viewer, form, { is_true: ["half"] }));
    await choose(then);
    await expect(corrects(ben, { way })).rejects.toMatchObject({
      reason: "way_changed",
      shown: { way: then },
    });
    expect(await ownOf(ben)).toEqual([]);
    const typed = () => asViewer(ben.viewer, (db) => draftFor(db, ben.viewer, form));
    expect(await typed()).toEqual({ is_true: ["half"] });
    const id = await corrects(ben, { way: then });
    expect([(await reads(ben, id))?.view.way, await typed()]).toEqual([then, null]);
  });

  it("is each one's own to choose, and to read", async () => {
    const [[ada, ben], [cleo, dan]] = [await aCouple(), await aCouple()];
    await chooses(ada, { at: "20:00" });
    await chooses(ada, "with_therapist");
    await chooses(cleo, { at: "07:15" });
    const ownOf = (person: Person) => asViewer(person.viewer, (db) => ownWay(db, person.viewer));
    expect(await ownOf(ada)).toEqual({ way: "with_therapist", localTime: null });
    expect(await ownOf(cleo)).toEqual({ way: "at_time", localTime: "07:15" });
    expect([await ownOf(ben), await ownOf(dan)]).toEqual([null, null]);
    expect([await wayTold(ben), await wayTold(dan), await wayTold(ada)]).toEqual([
      "with_therapist",
      "at_time",
      "now",
    ]);
    const { coupleId } = ada.viewer;
    const forged = { coupleId, authorId: ada.viewer.id, way: "now" as const };
    await expect(asViewer(ben.viewer, (db) => db.reachChoice.createMany({ data: forged }))).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe("a correction that is taken back", () => {
  it.each([
    ["withdrawn", takesBack],
    ["deleted", deletes],
  ])("is gone for the other, opened or not, as if it had not been: %s", async (_, withdraws) => {
    const [ada, ben] = await aCouple();
    const before = await announcedTo(ada);
    const [opened, unopened] = [await corrects(ben), await corrects(ben)];
    await opens(ada, opened);
    for (const id of [opened, unopened]) {
      await withdraws(ben, id);
      expect(await reads(ada, id)).toBeNull();
      await expect(opens(ada, id)).rejects.toMatchObject({ reason: "taken_back" });
    }
    expect([await announcedTo(ada), await timelineOf(ada)]).toEqual([before, []]);
  });

  it("and shown again before its time still waits for it", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, { at: clockIn(ada.viewer.timeZone, 90) });
    const id = await corrects(ben);
    await takesBack(ben, id);
    await shows(ben, id, "numbers_and_words");
    expect([await announcedTo(ada), await reads(ada, id)]).toEqual([[], null]);
    await itsTimeComes(id);
    await opens(ada, id);
    expect((await reads(ada, id))?.texts).toEqual(words);
  });

  it("and shown again after the other chose otherwise reaches them as they have chosen by then", async () => {
    const [ada, ben] = await aCouple();
    const [opened, unopened] = [await corrects(ben), await corrects(ben)];
    await opens(ada, opened);
    for (const id of [opened, unopened]) await takesBack(ben, id);
    await chooses(ada, "with_therapist");
    for (const id of [opened, unopened]) await shows(ben, id, "numbers_and_words");
    expect([await announcedTo(ada), await reads(ada, unopened)]).toEqual([[], null]);
    expect((await reads(ada, opened))?.texts).toEqual(words);
    const toldOf = async (id: string) => (await reads(ben, id))?.view.way;
    expect([await toldOf(opened), await toldOf(unopened)]).toEqual(["with_therapist", "with_therapist"]);
  });

  it("is nobody's own to open for themselves, nor for somebody else", async () => {
    const [[ada, ben], [cleo]] = [await aCouple(), await aCouple()];
    const id = await corrects(ben);
    for (const person of [ben, cleo])
      await expect(opens(person, id)).rejects.toMatchObject({ reason: "taken_back" });
    expect(await announcedTo(ada)).toEqual([id]);
  });
});

describe("when the couple has ended", () => {
  it("a correction stays with its author alone, also one that still waited for its time", async () => {
    const [ada, ben] = await aCouple();
    const reached = await corrects(ben);
    await opens(ada, reached);
    await chooses(ada, { at: clockIn(ada.viewer.timeZone, 90) });
    const waiting = await corrects(ben);
    await leave(ada.viewer);
    await itsTimeComes(waiting);
    for (const signedInAnew of [false, true]) {
      if (signedInAnew) for (const person of [ada, ben]) await person.again();
      expect([await announcedTo(ada), await timelineOf(ada)]).toEqual([[], []]);
      for (const id of [reached, waiting]) expect(await reads(ada, id)).toBeNull();
    }
    expect(await ownOf(ben)).toMatchObject([{ here: false }, { here: false }]);
  });

  it("what is sent then is not stored, and its words are kept", async () => {
    const [ada, ben] = await aCouple();
    const form = draftOf.correction(ben.viewer.coupleId);
    await leave(ada.viewer);
    await ben.again();
    const input = { entry: randomUUID(), ...words, way: "now" } as const;
    const sends = sendOrKeep(ben.viewer, form, words, (db) => correct(db, ben.at(today), input));
    await expect(sends).rejects.toThrow();
    const kept = await asViewer(ben.viewer, (db) => unsent(db, ben.viewer));
    expect(kept).toEqual([{ form, texts: [words.said, words.is_true, words.will_do] }]);
    expect(await ownOf(ben)).toEqual([]);
  });
});
