import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { aCouple, aPerson } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf } from "../voices";
import { find, letsRest, listOf, names, notesIn, partsRead, rowsOf, takesUp, writes } from "./voices";

describe("a struggle", () => {
  it("that is put on the list is found by both, whoever named it, the newest day first", async () => {
    const [ada, ben] = await aCouple();
    await names(ada, { note: "Sundays" }, "2026-03-09");
    await names(ben, { note: "money" }, "2026-03-10");
    for (const reader of [ada, ben]) expect(await notesIn(reader, "open")).toEqual(["money", "Sundays"]);
    expect((await listOf(ada)).open.map(({ struggle }) => struggle.mine)).toEqual([false, true]);
  });

  it("that is kept is found by whoever wrote it, and nothing tells the other that it is there", async () => {
    const [ada, ben] = await aCouple();
    await names(ada, { note: "Sundays" });
    const before = [await listOf(ben), await timelineOf(ben)];
    const kept = await names(ada, { note: "your mother", shown: "only_me" });
    await writes(ada, kept, { note: "I say nothing" });
    expect(await notesIn(ada, "kept")).toEqual(["your mother"]);
    expect([await listOf(ben), await timelineOf(ben)]).toEqual(before);
  });

  it("that is kept is put on the list by showing it, and is gone from it when it is taken back", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money", shown: "only_me" });
    await shows(ada, struggle, "numbers_and_words");
    expect(await notesIn(ben, "open")).toEqual(["money"]);
    await takesBack(ada, struggle);
    expect([await notesIn(ben, "open"), await notesIn(ada, "kept")]).toEqual([[], ["money"]]);
  });

  it("needs words, and for the list somebody to share it with; alone one can keep it", async () => {
    const [[ada], eve] = [await aCouple(), await aPerson("Eve")];
    await expect(names(ada, {})).rejects.toMatchObject({ reason: "nothing_written" });
    await expect(names(eve, { note: "money" })).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect([await ownOf(ada), await ownOf(eve)]).toEqual([[], []]);
    const kept = await names(eve, { note: "money", shown: "only_me" });
    await writes(eve, kept, { note: "I look away", shown: "only_me" });
    expect(await partsRead(eve, kept)).toEqual(["I look away", null]);
  });

  it("is one, however often its form is sent", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const sends = () => names(ada, { entry, note: "money" });
    expect(await allAtOnce(Array.from({ length: 12 }, () => sends))).toEqual([]);
    const changed = names(ada, { entry, note: "Sundays" });
    await expect(changed).rejects.toMatchObject({ reason: "sent_already" });
    expect(await notesIn(ben, "open")).toEqual(["money"]);
  });
});

describe("one's own part", () => {
  it("is read by both where it is shown, beside the other's, in either's struggle", async () => {
    const [ada, ben] = await aCouple();
    for (const struggle of [await names(ada, { note: "money" }), await names(ben, { note: "Sundays" })]) {
      await writes(ada, struggle, { note: "I look away" });
      await writes(ben, struggle, { note: "I wait" });
      expect(await partsRead(ada, struggle)).toEqual(["I look away", "I wait"]);
      expect(await partsRead(ben, struggle)).toEqual(["I wait", "I look away"]);
    }
  });

  it("that is kept looks to the other as if there were none, also where one was shown before", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ben, { note: "money" });
    const before = [await listOf(ben), await timelineOf(ben)];
    await writes(ada, struggle, { note: "I look away" });
    await writes(ada, struggle, { note: "I look away, and you know why", shown: "only_me" });
    expect([await listOf(ben), await timelineOf(ben)]).toEqual(before);
    expect(await partsRead(ada, struggle)).toEqual(["I look away, and you know why", null]);
  });

  it("said anew takes the place of what was said before, whole", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await writes(ada, struggle, { note: "I look away", shown: "only_me" });
    await writes(ada, struggle, { note: "I hide the bills" });
    expect(await partsRead(ben, struggle)).toEqual([null, "I hide the bills"]);
    expect(await rowsOf(ada)).toEqual({ entries: 2, parts: 1, rests: 0, words: 2 });
  });

  it("is one, however often its form is sent; what another window said meanwhile stays", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ben, { note: "money" });
    const entry = randomUUID();
    const sends = () => writes(ada, struggle, { entry, before: null, note: "I look away" });
    expect(await allAtOnce(Array.from({ length: 12 }, () => sends))).toEqual([]);
    for (const before of [null, randomUUID()])
      await expect(writes(ada, struggle, { before, note: "I hide" })).rejects.toMatchObject({
        reason: "said_meanwhile",
      });
    const otherwise = writes(ada, struggle, { entry, note: "I look away", shown: "only_me" });
    await expect(otherwise).rejects.toMatchObject({ reason: "sent_already" });
    await expect(writes(ada, struggle)).rejects.toMatchObject({ reason: "nothing_written" });
    expect(await partsRead(ben, struggle)).toEqual([null, "I look away"]);
    expect(await rowsOf(ada)).toEqual({ entries: 1, parts: 1, rests: 0, words: 1 });
  });

  it("of two windows at the same moment is the first one's, and there is one", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ben, { note: "money" });
    const refused = await allAtOnce(
      ["I look away", "I hide"].map((note) => () => writes(ada, struggle, { before: null, note })),
    );
    expect(refused).toEqual(["said_meanwhile"]);
    expect(await rowsOf(ada)).toEqual({ entries: 1, parts: 1, rests: 0, words: 1 });
  });

  it("is written by nobody else: not past the form either, and not in what is hidden", async () => {
    const [[ada, ben], [cleo]] = [await aCouple(), await aCouple()];
    const [struggle, hidden] = [
      await names(ada, { note: "money" }),
      await names(ada, { note: "your mother", shown: "only_me" }),
    ];
    const { coupleId } = ben.viewer;
    const to = { toAuthorId: ada.viewer.id, toEntryId: struggle };
    const forged = [
      // As Ada, at an entry of hers.
      { coupleId, authorId: ada.viewer.id, entryId: struggle, ...to },
      {
        coupleId,
        authorId: ben.viewer.id,
        entryId: await names(ben, { note: "x" }),
        ...to,
        toEntryId: hidden,
      },
    ];
    for (const data of forged)
      await expect(asViewer(ben.viewer, (db) => db.strugglePart.createMany({ data }))).rejects.toThrow(
        /row-level security/,
      );
    for (const id of [hidden, randomUUID(), await names(cleo, { note: "theirs" })])
      await expect(writes(ben, id, { note: "?" })).rejects.toMatchObject({ reason: "taken_back" });
  });

  it("in what one keeps is kept, whatever the form says", async () => {
    const [ada, ben] = await aCouple();
    const kept = await names(ada, { note: "your mother", shown: "only_me" });
    const part = await writes(ada, kept, { note: "I say nothing", shown: "numbers_and_words" });
    expect((await ownOf(ada)).find(({ id }) => id === part)?.shown).toBe("only_me");
    expect(await timelineOf(ben)).toEqual([]);
  });

  it.each([
    ["taken back", takesBack],
    ["deleted", deletes],
  ])(
    "in one's own struggle is out of sight once that is %s, and the other's stays the other's",
    async (_, away) => {
      const [ada, ben] = await aCouple();
      const struggle = await names(ada, { note: "money" });
      const part = await writes(ada, struggle, { note: "I look away" });
      await writes(ben, struggle, { note: "I wait" });
      await away(ada, struggle);
      expect((await ownOf(ada)).find(({ id }) => id === part)?.shown).toBe("only_me");
      expect((await timelineOf(ben)).map(({ kind, mine }) => [kind, mine])).toEqual([
        ["struggle_part", true],
      ]);
      expect(JSON.stringify(await timelineOf(ben))).not.toContain("money");
      expect(JSON.stringify(await timelineOf(ada))).toContain("I wait");
    },
  );
});

describe("what is half typed", () => {
  it("is there again in its own form, and gone once that is sent", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ben, { note: "money" });
    for (const form of [draftOf.struggle(ada.viewer.coupleId), draftOf.strugglePart(struggle)])
      await asViewer(ada.viewer, (db) => saveDraft(db, ada.viewer, form, { note: [`half of ${form}`] }));
    expect((await listOf(ada)).draft).toEqual({ note: [`half of struggle/${ada.viewer.coupleId}`] });
    expect((await find(ada, struggle))?.draft).toEqual({ note: [`half of struggle_part/${struggle}`] });
    expect([(await listOf(ben)).draft, (await find(ben, struggle))?.draft]).toEqual([null, null]);
    await writes(ada, struggle, { note: "I look away" });
    await names(ada, { note: "Sundays" });
    expect([(await listOf(ada)).draft, (await find(ada, struggle))?.draft]).toEqual([null, null]);
  });
});

describe("once the couple has ended", () => {
  it("each keeps what they wrote, and nothing else", async () => {
    const [ada, ben] = await aCouple();
    const struggle = await names(ada, { note: "money" });
    await writes(ada, struggle, { note: "I look away" });
    await writes(ben, struggle, { note: "I wait" });
    await letsRest(ada, struggle);
    await letsRest(ben, struggle);
    await leave(ada.viewer);
    await ada.again();
    await ben.again();
    const textsOf = async (person: typeof ada) =>
      (await ownOf(person)).map((entry) => "texts" in entry && entry.texts.note).sort();
    expect([await textsOf(ada), await textsOf(ben)]).toEqual([["I look away", "money"], ["I wait"]]);
    for (const person of [ada, ben]) {
      expect([await notesIn(person, "open"), await notesIn(person, "resting")]).toEqual([[], []]);
      const rows = await asViewer(person.viewer, async (db) => [
        ...(await db.strugglePart.findMany()),
        ...(await db.struggleRest.findMany()),
      ]);
      expect(rows.map(({ authorId }) => authorId)).toEqual([person.viewer.id, person.viewer.id]);
      await expect(letsRest(person, struggle)).rejects.toMatchObject({ reason: "not_found" });
      await expect(writes(person, struggle, { note: "?" })).rejects.toMatchObject({ reason: "taken_back" });
    }
    await takesUp(ben, struggle);
    await deletes(ada, struggle);
    expect(await rowsOf(ben)).toMatchObject({ entries: 1, rests: 0 });
  });
});
