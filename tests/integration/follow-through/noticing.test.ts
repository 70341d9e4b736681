import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { toColumn } from "@/lib/time/day";
import { aCouple, day, type Person } from "@/tests/support/people";
import { agreedBetween } from "../commitments/voices";
import { allAtOnce, deletes, shows, takesBack, timelineOf, today, tomorrow } from "../voices";
import { notices, remarksRead, rowsOf, says } from "./voices";

/** Ben has done today what he promised Ada, and said so. */
async function benHasKept(): Promise<[Person, Person, string]> {
  const [ada, ben] = await aCouple();
  const id = await agreedBetween(ben, ada);
  await says(ben, { [id]: "kept" });
  return [ada, ben, id];
}

describe("noticing what the other did", () => {
  it("is for oneself, or shown with its words", async () => {
    const [ada, ben, id] = await benHasKept();
    await says(ben, { [id]: "missed" }, { of: tomorrow });
    await notices(ada, id, today, { perceived: "not_felt", note: "only for me", shown: "only_me" });
    expect(await remarksRead(ben, id)).toEqual([]);
    await notices(ada, id, tomorrow, { note: "You said so yourself." });
    expect(await remarksRead(ben, id)).toEqual(["the other's: noticed You said so yourself."]);
    expect(await remarksRead(ada, id)).toEqual([
      "own: noticed You said so yourself.",
      "own: not_felt only for me",
    ]);
    expect((await timelineOf(ben)).map(({ kind }) => kind)).toEqual(["noticing"]);
  });

  it("is of the other's day, also where that has not begun for oneself, and of one's own day as an entry", async () => {
    const [ada, ben, id] = await benHasKept();
    await says(ben, { [id]: "kept" }, { of: tomorrow });
    const entry = await notices(ada, id, tomorrow, { note: "already" });
    expect(await timelineOf(ben)).toMatchObject([{ id: entry, kind: "noticing", day: today, of: tomorrow }]);
    await notices(ada, id, tomorrow, { note: "said anew" });
    expect(await remarksRead(ben, id)).toEqual(["the other's: noticed said anew"]);
  });

  it("said anew takes the place of what was said before, for both", async () => {
    const [ada, ben, id] = await benHasKept();
    await notices(ada, id, today, { perceived: "not_felt" });
    await notices(ada, id, today, { perceived: "noticed", note: "after all" });
    for (const [person, whose] of [
      [ada, "own"],
      [ben, "the other's"],
    ] as const)
      expect(await remarksRead(person, id)).toEqual([`${whose}: noticed after all`]);
  });

  it("is taken back and deleted by whoever noticed, and by nobody else", async () => {
    const [ada, ben, id] = await benHasKept();
    const entry = await notices(ada, id, today, { note: "seen" });
    await expect(deletes(ben, entry)).rejects.toMatchObject({ reason: "not_found" });
    await takesBack(ada, entry);
    expect([await remarksRead(ben, id), await remarksRead(ada, id)]).toEqual([[], ["own: noticed seen"]]);
    await shows(ada, entry, "numbers_and_words");
    expect(await remarksRead(ben, id)).toEqual(["the other's: noticed seen"]);
    await deletes(ada, entry);
    expect([await remarksRead(ben, id), await remarksRead(ada, id)]).toEqual([[], []]);
    await notices(ada, id, today);
    expect(await remarksRead(ben, id)).toEqual(["the other's: noticed "]);
  });

  it("is of the other's alone, and only of days of which something was said", async () => {
    const [ada, ben, id] = await benHasKept();
    const gone = { reason: "not_found" };
    await expect(notices(ben, id, today)).rejects.toMatchObject(gone);
    await expect(notices(ada, id, tomorrow)).rejects.toMatchObject(gone);
    await expect(notices(ada, randomUUID(), today)).rejects.toMatchObject(gone);
    const [cleo] = await aCouple();
    await expect(notices(cleo, id, today)).rejects.toMatchObject(gone);
    expect(await rowsOf(ada, id)).toEqual({ said: 1, remarks: 0 });
  });

  it("is not the doer's to say of themselves, even past the form", async () => {
    const [ada, ben, id] = await benHasKept();
    const entryOf = (person: Person, perceived: "noticed" | null) =>
      asViewer(person.viewer, async (db) => {
        const { id: authorId, coupleId } = person.viewer;
        const on = { happenedOn: toColumn(day(today)), writtenOn: toColumn(day(today)), timeZone: "UTC" };
        const entry = { coupleId, authorId, id: randomUUID(), audience: "partner" as const, ...on };
        await db.entry.createMany({
          data: { ...entry, kind: perceived ? "noticing" : "follow_through_note" },
        });
        const row = {
          coupleId,
          authorId,
          entryId: entry.id,
          commitmentId: id,
          day: on.happenedOn,
          perceived,
        };
        await db.commitmentRemark.createMany({ data: row });
      });
    await expect(entryOf(ben, "noticed")).rejects.toThrow(/row-level security/);
    await expect(entryOf(ada, null)).rejects.toThrow(/row-level security/);
    expect(await remarksRead(ada, id)).toEqual([]);
  });

  it("in a window that has not seen what another said is refused, and nothing is lost", async () => {
    const [ada, ben, id] = await benHasKept();
    await notices(ada, id, today, { note: "first" });
    const second = notices(ada, id, today, { perceived: "not_felt", before: null });
    await expect(second).rejects.toMatchObject({ reason: "said_meanwhile" });
    expect(await remarksRead(ben, id)).toEqual(["the other's: noticed first"]);
  });

  it("by the same form twice is one, and refused where it says something else by then", async () => {
    const [ada, ben, id] = await benHasKept();
    const form = { entry: randomUUID(), note: "seen", before: null } as const;
    expect(await allAtOnce(Array.from({ length: 12 }, () => () => notices(ada, id, today, form)))).toEqual(
      [],
    );
    await notices(ada, id, today, form);
    expect(await remarksRead(ben, id)).toEqual(["the other's: noticed seen"]);
    for (const other of [{ perceived: "not_felt" }, { note: "seen well" }, { shown: "only_me" }] as const)
      await expect(notices(ada, id, today, { ...form, ...other })).rejects.toMatchObject({
        reason: "sent_already",
      });
  });

  it("at the same moment in two windows is said once", async () => {
    const [ada, ben, id] = await benHasKept();
    const sends = ["a", "b", "c", "d"].map((note) => () => notices(ada, id, today, { note, before: null }));
    const refused = await allAtOnce(sends);
    expect(new Set(refused)).toEqual(new Set(["said_meanwhile"]));
    expect(await remarksRead(ben, id)).toHaveLength(1);
  });

  it("stays with whoever noticed when the couple has ended", async () => {
    const [ada, ben, id] = await benHasKept();
    await notices(ada, id, today, { note: "seen" });
    await leave(ben.viewer);
    for (const person of [ada, ben]) await person.again();
    expect([await remarksRead(ada, id), await remarksRead(ben, id)]).toEqual([["own: noticed seen"], []]);
    await expect(notices(ada, id, today)).rejects.toMatchObject({ reason: "not_found" });
  });
});
