import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { aCouple } from "@/tests/support/people";
import { allAtOnce, deletes, shows, takesBack } from "../voices";
import { find, letsRest, listOf, names, notesIn, restsFor, rowsOf, takesUp, writes } from "./voices";

const gone = { reason: "not_found" };

describe("putting a struggle to rest", () => {
  it("is done by both: what one says, both read, and it rests when the other says it too", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await letsRest(ben, struggle);
    expect(await restsFor([ada, ben], struggle)).toEqual([false, false]);
    expect((await find(ada, struggle))?.rest).toEqual({ mine: false, theirs: true });
    expect((await find(ben, struggle))?.rest).toEqual({ mine: true, theirs: false });
    await letsRest(ada, struggle);
    for (const reader of [ada, ben])
      expect([await notesIn(reader, "open"), await notesIn(reader, "resting")]).toEqual([[], ["money"]]);
  });

  it("is taken back by either alone, and looks then as if they had never said it", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await letsRest(ada, struggle);
    const before = await listOf(ada);
    await letsRest(ben, struggle);
    await takesUp(ben, struggle);
    expect(await listOf(ada)).toEqual(before);
    await letsRest(ben, struggle);
    await takesUp(ada, struggle);
    expect(await restsFor([ada, ben], struggle)).toEqual([false, false]);
    expect((await find(ada, struggle))?.rest).toEqual({ mine: false, theirs: true });
  });

  it("is once, however often it is pressed, and so is taking it back", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ben, { note: "money" });
    expect(await allAtOnce(Array.from({ length: 12 }, () => () => letsRest(ada, struggle)))).toEqual([]);
    expect((await rowsOf(ada)).rests).toBe(1);
    expect(await allAtOnce(Array.from({ length: 12 }, () => () => takesUp(ada, struggle)))).toEqual([]);
    expect((await rowsOf(ada)).rests).toBe(0);
  });

  it("is one's own to say and to take back, past the form too", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await letsRest(ada, struggle);
    await takesUp(ben, struggle);
    await asViewer(ben.viewer, (db) => db.struggleRest.deleteMany());
    expect((await find(ben, struggle))?.rest).toEqual({ mine: false, theirs: true });
    const other = await names(ada, { note: "Sundays" });
    const data = { coupleId: ben.viewer.coupleId, authorId: ada.viewer.id, toAuthorId: ada.viewer.id };
    await expect(
      asViewer(ben.viewer, (db) => db.struggleRest.createMany({ data: { ...data, toEntryId: other } })),
    ).rejects.toThrow(/row-level security/);
  });

  it("is not said of what one of them keeps, of what never was, or of what is no struggle", async () => {
    const [[ada, ben], [cleo]] = [await aCouple(), await aCouple()];
    const kept = await names(ada, { note: "your mother", shown: "only_me" });
    const part = await writes(ada, await names(ada, { note: "money" }), { note: "I look away" });
    for (const id of [kept, part, randomUUID(), await names(cleo, { note: "theirs" })])
      for (const person of [ada, ben]) {
        await expect(letsRest(person, id)).rejects.toMatchObject(gone);
        await takesUp(person, id);
      }
    expect([(await rowsOf(ada)).rests, (await rowsOf(ben)).rests]).toEqual([0, 0]);
  });
});

describe("a struggle that is taken back", () => {
  it("tells its author nothing of what the other said, until it is on the list again", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await letsRest(ben, struggle);
    await takesBack(ada, struggle);
    expect((await find(ada, struggle))?.rest).toEqual({ mine: false, theirs: false });
    expect(await find(ben, struggle)).toBeNull();
    await expect(letsRest(ben, struggle)).rejects.toMatchObject(gone);
    await shows(ada, struggle, "numbers_and_words");
    expect((await find(ada, struggle))?.rest).toEqual({ mine: false, theirs: true });
  });

  it("at the very moment it is put to rest is refused in words, or was put to rest before", async () => {
    const [ada, ben] = await aCouple();
    for (let round = 0; round < 10; round++) {
      const before = (await rowsOf(ben)).rests;
      const struggle = await names(ada, { note: "money" });
      const refused = await allAtOnce([() => letsRest(ben, struggle), () => takesBack(ada, struggle)]);
      expect(refused.filter((why) => why !== "not_found" && why !== "taken_back")).toEqual([]);
      expect((await rowsOf(ben)).rests).toBe(before + (refused.length > 0 ? 0 : 1));
    }
  });

  it("or deleted leaves what one said of it one's own", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await letsRest(ben, struggle);
    await deletes(ada, struggle);
    expect((await rowsOf(ben)).rests).toBe(1);
    await takesUp(ben, struggle);
    expect((await rowsOf(ben)).rests).toBe(0);
  });
});

describe("two struggles by one id", () => {
  it("are each put to rest, taken up and told one's part in by themselves", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "You shout" });
    await names(ben, { entry: struggle, note: "the dishes" });
    const of = async (person: Parameters<typeof listOf>[0], note: string) => {
      const { open, resting } = await listOf(person);
      return [...open, ...resting].find((one) => one.struggle.texts.note === note);
    };
    await letsRest(ada, struggle, "theirs");
    await writes(ada, struggle, { whose: "theirs", note: "I leave them" });
    expect(await of(ben, "You shout")).toMatchObject({ rest: { theirs: false }, theirPart: null });
    expect(await of(ben, "the dishes")).toMatchObject({
      rest: { theirs: true },
      theirPart: { texts: { note: "I leave them" } },
    });
    await letsRest(ada, struggle, "mine");
    await takesUp(ada, struggle, "theirs");
    expect(await of(ada, "You shout")).toMatchObject({ rest: { mine: true } });
    expect(await of(ada, "the dishes")).toMatchObject({ rest: { mine: false } });
  });
});
