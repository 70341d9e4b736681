import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { type Day, toColumn } from "@/lib/time/day";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";
import { agreedBetween, begins, offers, pauses, renews, takes } from "../commitments/voices";
import { allAtOnce, deletes, ownOf, shows, timelineOf, today, tomorrow } from "../voices";
import {
  dayOf,
  listsOf,
  numbersRead,
  pageOf,
  remarksRead,
  rowsOf,
  says,
  statusForBoth,
  statusRead,
} from "./voices";

const refused = (reason: string) => ({ reason });

describe("saying how a day went", () => {
  it.each(["kept", "partly", "missed", "did_not_apply"] as const)(
    "is read by the other at once, in the doer's words for it: %s",
    async (status) => {
      const [ada, ben] = await aCouple();
      const id = await agreedBetween(ben, ada);
      await says(ben, { [id]: { status, volunteered: true } });
      expect(await statusForBoth([ada, ben], id, today)).toBe(status);
      const { theirs } = await dayOf(ada);
      expect(theirs).toMatchObject([{ said: { status, volunteered: true, filledInLater: false } }]);
      expect(await numbersRead(ada, id)).toEqual(await numbersRead(ben, id));
    },
  );

  it("is asked of the doer on the day, and asked again there with what was said", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    expect((await dayOf(ben)).asked).toMatchObject([
      { commitment: { id }, asked: { kind: "day" }, said: null },
    ]);
    expect((await dayOf(ada)).asked).toEqual([]);
    await says(ben, { [id]: "partly" });
    expect((await dayOf(ben)).asked).toMatchObject([{ said: { status: "partly" } }]);
  });

  it("of an earlier day is marked as filled in later, also once it is corrected", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: "kept" }, { of: today, on: "2026-03-12" });
    await says(ben, { [id]: "missed" }, { of: tomorrow });
    await says(ben, { [id]: "kept" }, { of: tomorrow, on: "2026-03-12" });
    const read = (await pageOf(ada, id))?.said ?? [];
    expect(read.map((one) => [one.day, one.filledInLater])).toEqual([
      [tomorrow, false],
      [today, true],
    ]);
  });

  it("is of several commitments in one form: all of them, or none where one is refused", async () => {
    const [ada, ben] = await aCouple();
    const [first, second] = [await agreedBetween(ben, ada), await agreedBetween(ben, ada)];
    const open = await agreedBetween(ben, ada);
    const adas = await agreedBetween(ada, ben);
    await expect(says(ben, { [first]: "kept", [adas]: "kept" })).rejects.toMatchObject(refused("not_found"));
    expect(await rowsOf(ada, first)).toEqual({ said: 0, remarks: 0 });
    await says(ben, { [first]: "kept", [second]: "missed", [open]: {} });
    expect([await statusRead(ada, first, today), await statusRead(ada, second, today)]).toEqual([
      "kept",
      "missed",
    ]);
    expect(await statusRead(ada, open, today)).toBeUndefined();
  });

  it("needs something to be said, and a status beside each words", async () => {
    const [ada, ben] = await aCouple();
    const [first, second] = [await agreedBetween(ben, ada), await agreedBetween(ben, ada)];
    for (const answers of [{}, { [first]: {} }, { [first]: { note: "alone" } }])
      await expect(says(ben, answers)).rejects.toMatchObject(refused("nothing_said"));
    const half = { [first]: "kept" as const, [second]: { note: "alone" } };
    await expect(says(ben, half)).rejects.toMatchObject(refused("nothing_said"));
    expect(await rowsOf(ben, first)).toEqual({ said: 0, remarks: 0 });
  });
});

describe("nothing can be said", () => {
  it("of a day that is still to come", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await expect(says(ben, { [id]: "kept" }, { of: tomorrow, on: today })).rejects.toMatchObject(
      refused("day_ahead"),
    );
  });

  it("of a day before it held, after it ran out, or that was not due", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    for (const of of ["2026-03-09", "2026-04-11"])
      await expect(says(ben, { [id]: "kept" }, { of, on: "2026-04-20" })).rejects.toMatchObject(
        refused("not_in_force"),
      );
    const terms = {
      often: { kind: "weekdays", days: ["MO"] },
      from: day(today),
      review: day("2026-04-10"),
    } as const;
    const mondays = await agreedBetween(ben, ada, { terms });
    await expect(says(ben, { [mondays]: "kept" })).rejects.toMatchObject(refused("not_due_then"));
    await says(ben, { [mondays]: "kept" }, { of: "2026-03-16" });
    expect(await statusRead(ada, mondays, "2026-03-16")).toBe("kept");
  });

  it("of a day of a pause, unless it had been said before the pause was made", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: "missed" });
    await pauses(ada, id, "2026-03-14", today);
    await expect(says(ben, { [id]: "kept" }, { of: tomorrow })).rejects.toMatchObject(refused("was_paused"));
    await says(ben, { [id]: "partly" });
    expect(await statusForBoth([ada, ben], id, today)).toBe("missed, then partly");
    await says(ben, { [id]: "kept" }, { of: "2026-03-14" });
    expect(await numbersRead(ada, id, "2026-03-15")).toEqual({
      kept: 1,
      partly: 1,
      missed: 0,
      notLogged: 0,
      due: 2,
    });
  });

  it("of the day it was ended on, and what was said of it before counts", async () => {
    const [ada, ben] = await aCouple();
    const [first, second] = [await agreedBetween(ben, ada), await agreedBetween(ben, ada)];
    await says(ben, { [first]: "kept" });
    for (const id of [first, second]) await takes(ben, id, "ended");
    await expect(says(ben, { [second]: "kept" })).rejects.toMatchObject(refused("not_in_force"));
    expect(await numbersRead(ada, first)).toMatchObject({ kept: 1, due: 1 });
    expect(await numbersRead(ada, second, "2026-03-20")).toMatchObject({ due: 0 });
  });

  it("of what is only proposed, by the one it is made to, or by a stranger", async () => {
    const [[ada, ben], [cleo]] = [await aCouple(), await aCouple()];
    const proposed = await begins(ben, "mine");
    await expect(says(ben, { [proposed]: "kept" })).rejects.toMatchObject(refused("not_in_force"));
    const id = await agreedBetween(ben, ada);
    for (const person of [ada, cleo])
      await expect(says(person, { [id]: "kept" })).rejects.toMatchObject(refused("not_found"));
    await expect(says(ben, { [randomUUID()]: "kept" })).rejects.toMatchObject(refused("not_found"));
    expect(await rowsOf(ada, id)).toEqual({ said: 0, remarks: 0 });
  });
});

describe("what was said", () => {
  it("is corrected by saying it anew, and the first answer stays to be read by both", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: "kept" });
    await says(ben, { [id]: "missed" }, { of: today, on: tomorrow });
    expect(await statusForBoth([ada, ben], id, today)).toBe("kept, then missed");
    const [said] = (await pageOf(ada, id))?.said ?? [];
    expect(said?.before).toEqual([{ status: "kept", on: today }]);
    expect(await numbersRead(ada, id, tomorrow)).toMatchObject({ kept: 0, missed: 1, due: 1 });
  });

  it("in two windows is told to the second, which has not seen what the first said", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: { status: "missed", said: 0 } });
    const second = says(ben, { [id]: { status: "kept", said: 0 } });
    await expect(second).rejects.toMatchObject(refused("said_otherwise"));
    // Nor is it said by a form that claims to have seen more than there is.
    const ahead = says(ben, { [id]: { status: "kept", said: 7 } });
    await expect(ahead).rejects.toMatchObject(refused("said_otherwise"));
    await says(ben, { [id]: { status: "kept", said: 1 } });
    expect(await statusForBoth([ada, ben], id, today)).toBe("missed, then kept");
  });

  it("at the same moment in two windows is what one of them said, and the other is told", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    const sends = (["kept", "partly", "missed"] as const).map(
      (status) => () => says(ben, { [id]: { status, said: 0 } }),
    );
    expect(await allAtOnce(sends)).toEqual(["said_otherwise", "said_otherwise"]);
    expect(await rowsOf(ada, id)).toEqual({ said: 1, remarks: 0 });
  });

  it("by the same form twice is one row, with its words once", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    const form = { status: "partly", entry: randomUUID(), note: "half an hour", said: 0 } as const;
    expect(await allAtOnce(Array.from({ length: 12 }, () => () => says(ben, { [id]: form })))).toEqual([]);
    await says(ben, { [id]: form });
    expect(await rowsOf(ben, id)).toEqual({ said: 1, remarks: 1 });
    const changed = says(ben, { [id]: { ...form, note: "an hour" } });
    await expect(changed).rejects.toMatchObject(refused("sent_already"));
  });
});

describe("words to a day", () => {
  it("are kept or shown as their writer chose, while the status is for both", async () => {
    const [ada, ben] = await aCouple();
    const [kept, shown] = [await agreedBetween(ben, ada), await agreedBetween(ben, ada)];
    const [one, another] = [randomUUID(), randomUUID()];
    await says(ben, {
      [kept]: { status: "missed", note: "ashamed", shown: "only_me", entry: one },
      [shown]: { status: "partly", note: "late train", shown: "numbers_and_words", entry: another },
    });
    expect([await statusRead(ada, kept, today), await remarksRead(ada, kept)]).toEqual(["missed", []]);
    expect(await remarksRead(ada, shown)).toEqual(["the other's: note late train"]);
    expect(await remarksRead(ben, kept)).toEqual(["own: note ashamed"]);
    expect((await timelineOf(ada)).map(({ id }) => id)).toEqual([another]);

    await shows(ben, one, "numbers_and_words");
    await shows(ben, another, "only_me");
    expect(await remarksRead(ada, kept)).toEqual(["the other's: note ashamed"]);
    expect([await remarksRead(ada, shown), await statusRead(ada, shown, today)]).toEqual([[], "partly"]);
  });

  it("can be deleted by their writer, and the status stays", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    const entry = randomUUID();
    await says(ben, { [id]: { status: "missed", note: "words", shown: "numbers_and_words", entry } });
    await deletes(ben, entry);
    expect([await remarksRead(ada, id), await remarksRead(ben, id)]).toEqual([[], []]);
    expect(await statusForBoth([ada, ben], id, today)).toBe("missed");
  });

  it("are of the day they are about, also where it is filled in later", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    const said = { status: "kept", note: "late", shown: "numbers_and_words" } as const;
    await says(ben, { [id]: said }, { of: today, on: "2026-03-12" });
    expect(await timelineOf(ada)).toMatchObject([
      { kind: "follow_through_note", day: today, filledInLater: true, commitment: id, perceived: null },
    ]);
  });
});

describe("a missed day", () => {
  /** What the doer might try past every form, as a viewer of the database. */
  const attempts = (ben: Person, id: string) => {
    const { id: authorId, coupleId } = ben.viewer;
    const where = { commitmentId: id };
    const row = {
      coupleId,
      authorId,
      commitmentId: id,
      day: toColumn(day(today)),
      writtenOn: toColumn(day(today)),
    };
    return {
      edits: () =>
        asViewer(ben.viewer, (db) => db.followThrough.updateMany({ where, data: { status: "kept" } })),
      redates: () =>
        asViewer(ben.viewer, (db) =>
          db.followThrough.updateMany({ where, data: { day: toColumn("2020-01-01" as Day) } }),
        ),
      deletes: () => asViewer(ben.viewer, (db) => db.followThrough.deleteMany({ where })),
      rewrites: () =>
        asViewer(ben.viewer, (db) =>
          db.followThrough.createMany({ data: { ...row, turn: 1, status: "kept" } }),
        ),
      deletesAll: () => asViewer(ben.viewer, (db) => db.commitment.deleteMany({ where: { id } })),
      redoes: () =>
        asViewer(ben.viewer, (db) =>
          db.commitmentEvent.updateMany({ where, data: { happenedOn: toColumn(day("2026-04-01")) } }),
        ),
    };
  };

  it("cannot be edited away, dated otherwise, deleted or written over, even past the form", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: "missed" });
    const before = await pageOf(ada, id);
    const { edits, redates, deletes, rewrites, deletesAll, redoes } = attempts(ben, id);
    for (const attempt of [edits, redates, deletes, redoes])
      await expect(attempt()).rejects.toThrow(/permission/);
    await expect(rewrites()).rejects.toThrow(/constraint/i);
    expect(await deletesAll()).toEqual({ count: 0 });
    expect(await pageOf(ada, id)).toEqual(before);
    expect(await statusForBoth([ada, ben], id, today)).toBe("missed");
  });

  it("stays counted for both whatever becomes of the commitment", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: "missed" });
    await pauses(ben, id, "2026-03-20", tomorrow);
    await renews(ben, id, "2026-06-01", "2026-03-12");
    await takes(ada, id, "accepted", { on: "2026-03-12" });
    const missed = async () => [
      (await numbersRead(ada, id, "2026-03-22"))?.missed,
      (await numbersRead(ben, id, "2026-03-22"))?.missed,
    ];
    expect(await missed()).toEqual([1, 1]);
    await offers(ben, id, { what: "Something else.", on: "2026-03-21" });
    await takes(ada, id, "accepted", { on: "2026-03-21" });
    await takes(ben, id, "ended", { on: "2026-03-21" });
    expect(await missed()).toEqual([1, 1]);
    expect(await statusForBoth([ada, ben], id, today)).toBe("missed");
  });

  it("is said by nobody else in the doer's name, nor by the doer in another's", async () => {
    const [[ada, ben], cleo] = [await aCouple(), await aPerson("Cleo")];
    const id = await agreedBetween(ben, ada);
    const { coupleId } = ben.viewer;
    const on = { day: toColumn(day(today)), writtenOn: toColumn(day(today)) };
    const row = { coupleId, commitmentId: id, ...on, turn: 1, status: "missed" } as const;
    const forges = (person: Person, authorId: string) =>
      asViewer(person.viewer, (db) => db.followThrough.createMany({ data: { ...row, authorId } }));
    for (const [person, author] of [
      [ada, ada],
      [ada, ben],
      [ben, ada],
      [cleo, ben],
      [cleo, cleo],
    ] as const)
      await expect(forges(person, author.viewer.id)).rejects.toThrow(/row-level security/);
    expect(await rowsOf(ada, id)).toEqual({ said: 0, remarks: 0 });
  });
});

describe("when the couple has ended", () => {
  it("both go on reading what was agreed and how it went, and nothing is said of it any more", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: { status: "missed", note: "told then", shown: "numbers_and_words" } });
    await leave(ada.viewer);
    for (const person of [ada, ben]) await person.again();

    expect(await statusForBoth([ada, ben], id, today)).toBe("missed");
    for (const person of [ada, ben]) {
      expect((await listsOf(person)).ended).toEqual([id]);
      expect((await dayOf(person)).asked).toEqual([]);
    }
    // Words that were only shown go back to their writer.
    expect([await remarksRead(ada, id), await remarksRead(ben, id)]).toEqual([[], ["own: note told then"]]);
    await expect(says(ben, { [id]: "kept" }, { of: today, on: tomorrow })).rejects.toMatchObject(
      refused("not_found"),
    );
    expect(await ownOf(ben)).toMatchObject([{ kind: "follow_through_note", here: false }]);
  });
});
