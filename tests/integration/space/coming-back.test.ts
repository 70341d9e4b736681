import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, type Person } from "@/tests/support/people";
import { timelineOf } from "../voices";
import { askedForSpace, asksForSpace, comesBack, spaceOf } from "./voices";

/** Everything that could tell somebody of the other's space: what is on the pages, and what is in the tables. */
const everythingTold = async (person: Person) => [
  await spaceOf(person),
  await timelineOf(person),
  ...(await asViewer(person.viewer, async (db) => [
    await db.spaceRequest.findMany(),
    await db.spaceReturn.findMany(),
    await db.entry.findMany(),
  ])),
];

describe("coming back before the time has passed", () => {
  it("ends it for both", async () => {
    const [ada, ben] = await aCouple();
    const request = await asksForSpace(ada, { length: 60 });
    await comesBack(ada, request);
    for (const person of [ada, ben]) expect(await spaceOf(person)).toMatchObject({ own: null, theirs: null });
    await comesBack(ada, request);
    for (const person of [ada, ben]) expect(await spaceOf(person)).toMatchObject({ own: null, theirs: null });
  });

  it("is for good: what has ended is not begun again, even past the form", async () => {
    const [ada, ben] = await aCouple();
    const request = await asksForSpace(ada, { length: 60 });
    await comesBack(ada, request);
    const begins = asViewer(ada.viewer, (db) =>
      db.spaceRequest.updateMany({ where: { entryId: request }, data: { over: false } }),
    );
    await expect(begins).rejects.toThrow(/row-level security/);
    expect((await spaceOf(ben)).theirs).toBeNull();
  });
});

describe("not having come back when the time has passed", () => {
  it("is told to whoever asked and to nobody else", async () => {
    const [ada, ben] = await aCouple();
    const request = await askedForSpace(ada, 120);
    expect((await spaceOf(ada)).own).toMatchObject({ id: request, overdue: true });
    expect((await spaceOf(ben)).theirs).toBeNull();
  });

  it("is told for a day, and then no more", async () => {
    const [ada] = await aCouple();
    await askedForSpace(ada, 20 + 23 * 60);
    expect((await spaceOf(ada)).own?.overdue).toBe(true);
    await askedForSpace(ada, 20 + 5 + 24 * 60);
    expect((await spaceOf(ada)).own).toBeNull();
  });

  it("is over once one says that one is back, which the other cannot tell from not having said it", async () => {
    const [ada, ben] = await aCouple();
    const request = await askedForSpace(ada, 120);
    const before = await everythingTold(ben);
    await comesBack(ada, request);
    expect((await spaceOf(ada)).own).toBeNull();
    expect(await everythingTold(ben)).toEqual(before);
    await comesBack(ada, request);
    expect(await asViewer(ada.viewer, (db) => db.spaceReturn.count())).toBe(1);
  });

  it("is no longer told when one has asked anew, which is then what the other reads", async () => {
    const [ada, ben] = await aCouple();
    await askedForSpace(ada, 120);
    const anew = await asksForSpace(ada, { length: 60 });
    expect((await spaceOf(ada)).own).toMatchObject({ id: anew, overdue: false });
    expect((await spaceOf(ben)).theirs).not.toBeNull();
    await comesBack(ada, anew);
    expect((await spaceOf(ada)).own).toBeNull();
  });
});
