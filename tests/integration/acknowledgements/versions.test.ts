import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ownVersion } from "@/lib/acknowledgements/queries";
import { chooseWay } from "@/lib/announcements/commands";
import { commitmentsFrom, sourceOf, wordsToBeginWith } from "@/lib/commitments/queries";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { markedAmong } from "@/lib/therapy/queries";
import { markOf } from "@/lib/therapy/rules";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { agree } from "../agreements/voices";
import { begins, reads as readsCommitment } from "../commitments/voices";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf } from "../voices";
import { acknowledges, announcedTo, gives, listed, opens, reads, says, words } from "./voices";

const { regret: _none, ...written } = words;

const chooses = (person: Person, way: "now" | "with_therapist") =>
  asViewer(person.viewer, (db) => chooseWay(db, person.viewer, { way, localTime: null }));
const isMarked = (person: Person, id: string) =>
  asViewer(person.viewer, async (db) => {
    const view = await ownVersion(db, person.viewer, id);
    return view !== null && (await markedAmong(db, person.viewer, [view])).has(markOf(view));
  });

describe("an acknowledgement", () => {
  it("is announced without a word of it, and read where it is opened; nobody is told of that", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben);
    expect(await announcedTo(ada)).toEqual([id]);
    expect(await reads(ada, id)).toMatchObject({ view: { mine: false, texts: {} }, texts: null });
    expect(await timelineOf(ada)).toMatchObject([{ kind: "acknowledgement", id, texts: {} }]);
    const before = [await reads(ben, id), await ownOf(ben)];
    await opens(ada, id);
    expect((await reads(ada, id))?.texts).toEqual(written);
    expect(await announcedTo(ada)).toEqual([]);
    expect([await reads(ben, id), await ownOf(ben)]).toEqual(before);
  });

  it("needs what was done and what will be done, and somebody it is for", async () => {
    const [, ben] = await aCouple();
    for (const left of [{ did: "" }, { will_do: "" }])
      await expect(acknowledges(ben, left)).rejects.toMatchObject({ reason: "nothing_written" });
    const id = await acknowledges(ben, { broke: "", cost_you: "" });
    expect((await reads(ben, id))?.texts).toEqual({ did: words.did, will_do: words.will_do });
    const cleo = await aPerson("Cleo");
    await expect(acknowledges(cleo)).rejects.toMatchObject({ reason: "not_in_a_couple" });
    const of = { agreement: randomUUID() };
    await expect(acknowledges(ben, of)).rejects.toMatchObject({ reason: "agreement_gone" });
  });

  it("names an agreement as it read then, whatever is agreed on later", async () => {
    const [ada, ben] = await aCouple();
    const agreement = randomUUID();
    await agree(ada, ben, agreement, "No secrets about money.");
    const id = await acknowledges(ben, { agreement });
    await agree(ben, ada, agreement, "No secrets about money over 50.");
    await opens(ada, id);
    for (const person of [ada, ben])
      expect((await reads(person, id))?.agreement).toBe("No secrets about money.");
  });

  it("is one, however often its form is sent, and keeps the words it was sent with", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    expect(await allAtOnce(Array.from({ length: 8 }, () => () => acknowledges(ben, { entry })))).toEqual([]);
    const changed = acknowledges(ben, { entry, did: "Nothing much." });
    await expect(changed).rejects.toMatchObject({ reason: "sent_already" });
    expect([await announcedTo(ada), await listed(ben)]).toEqual([[entry], [entry]]);
  });
});

describe("an acknowledgement that is kept", () => {
  it("is nobody else's, is marked for a session, and is announced once it is given", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben, { given: "later" });
    expect([await announcedTo(ada), await timelineOf(ada), await listed(ada)]).toEqual([[], [], []]);
    expect(await isMarked(ben, id)).toBe(true);
    await expect(shows(ben, id, "numbers_and_words")).rejects.toMatchObject({ reason: "not_found" });
    expect(await reads(ada, id)).toBeNull();
    const given = await gives(ben, id);
    await gives(ben, id, given);
    expect(await announcedTo(ada)).toEqual([given]);
    await opens(ada, given);
    expect((await reads(ada, given))?.texts).toEqual(written);
    expect([await reads(ben, id), await listed(ben)]).toEqual([null, [given]]);
  });

  it("stays so where the other hears such things only with a therapist", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, "with_therapist");
    const id = await acknowledges(ben);
    expect(await reads(ben, id)).toMatchObject({
      view: { shown: "only_me", way: null },
      way: "with_therapist",
    });
    expect(await isMarked(ben, id)).toBe(true);
    await expect(gives(ben, id)).rejects.toMatchObject({ reason: "not_here" });
    expect([await announcedTo(ada), await timelineOf(ada)]).toEqual([[], []]);
    await chooses(ada, "now");
    const given = await gives(ben, id);
    expect(await announcedTo(ada)).toEqual([given]);
  });

  it("is not sent another way than the one that was told", async () => {
    const [ada, ben] = await aCouple();
    await chooses(ada, "with_therapist");
    await expect(acknowledges(ben, { way: "now" })).rejects.toMatchObject({
      ...{ reason: "way_changed", shown: { way: "with_therapist" } },
    });
    expect(await ownOf(ben)).toEqual([]);
  });

  it("is given by nobody but whoever wrote it", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben, { given: "later" });
    await expect(gives(ada, id)).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("another version", () => {
  it("keeps the one before, is announced by itself, and stands in its place where they are listed", async () => {
    const [ada, ben] = await aCouple();
    const first = await acknowledges(ben);
    await opens(ada, first);
    const second = await acknowledges(ben, { after: first, did: "I wrote to her for two years." });
    expect(await announcedTo(ada)).toEqual([second]);
    expect([await listed(ada), await listed(ben)]).toEqual([[second], [second]]);
    await opens(ada, second);
    for (const id of [first, second])
      expect((await reads(ada, id))?.versions.map((one) => one.id)).toEqual([second, first]);
    expect((await reads(ada, first))?.texts?.did).toBe(words.did);
    expect((await reads(ada, second))?.texts?.did).toBe("I wrote to her for two years.");
  });

  it("is announced beside one that was not opened yet, and each is until it is", async () => {
    const [ada, ben] = await aCouple();
    const first = await acknowledges(ben);
    const second = await acknowledges(ben, { after: first });
    expect((await announcedTo(ada)).toSorted()).toEqual([first, second].sort());
    await opens(ada, second);
    await takesBack(ben, second);
    expect(await announcedTo(ada)).toEqual([first]);
  });

  it("tells the other nothing of one that is kept", async () => {
    const [ada, ben] = await aCouple();
    const first = await acknowledges(ben);
    await opens(ada, first);
    const before = [await reads(ada, first), await listed(ada), await timelineOf(ada)];
    const kept = await acknowledges(ben, { after: first, given: "later" });
    expect([await reads(ada, first), await listed(ada), await timelineOf(ada)]).toEqual(before);
    await deletes(ben, kept);
    expect([await reads(ada, first), await listed(ada), await timelineOf(ada)]).toEqual(before);
  });

  it("follows one's own and nobody else's", async () => {
    const [ada, ben] = await aCouple();
    const first = await acknowledges(ben);
    for (const after of [first, randomUUID()])
      await expect(acknowledges(ada, { after })).rejects.toMatchObject({ reason: "taken_back" });
  });
});

describe("what an acknowledgement is to whoever read it", () => {
  it("is theirs until they show it, and takes the place of what they said before", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben);
    await opens(ada, id);
    const before = await reads(ben, id);
    const first = await says(ada, id, { received: "something_missing", missing: "The money." });
    expect(await reads(ben, id)).toEqual(before);
    expect((await reads(ada, id))?.answer).toMatchObject({ received: "something_missing", mine: true });
    const again = says(ada, id, { received: "not_now" });
    await expect(again).rejects.toMatchObject({ reason: "said_meanwhile" });
    const then = { received: "complete", shown: "numbers_and_words", before: first } as const;
    const second = await says(ada, id, then);
    expect((await reads(ben, id))?.answer).toMatchObject({ id: second, received: "complete", mine: false });
    await takesBack(ada, second);
    expect((await reads(ben, id))?.answer).toBeNull();
    // Its day would tell since when she has read it.
    const shown = shows(ada, second, "numbers_and_words");
    await expect(shown).rejects.toMatchObject({ reason: "not_found" });
  });

  it("is said of what was opened, by its reader alone", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben);
    for (const person of [ada, ben])
      await expect(says(person, id)).rejects.toMatchObject({ reason: "taken_back" });
    await opens(ada, id);
    await says(ada, id);
    await takesBack(ben, id);
    await expect(says(ada, id, { received: "not_now" })).rejects.toMatchObject({ reason: "taken_back" });
  });
});

describe("what will be done", () => {
  it("begins a commitment line by line, which leads back to where it was said", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben);
    const starts = (line: number) =>
      asViewer(ben.viewer, (db) => wordsToBeginWith(db, ben.viewer, "mine", id, line));
    expect([await starts(1), await starts(2), await starts(3)]).toEqual([
      ...["I tell you before you ask.", "I keep Thursdays free.", null],
    ]);
    const theirs = (whose: "mine" | "theirs", person: Person) =>
      asViewer(person.viewer, (db) => wordsToBeginWith(db, person.viewer, whose, id));
    expect([await theirs("theirs", ben), await theirs("mine", ada)]).toEqual([null, null]);
    const commitment = await begins(ben, "mine", { what: "I keep Thursdays free." }, { of: id });
    for (const person of [ada, ben]) {
      const read = await readsCommitment(person, commitment);
      expect(read && (await asViewer(person.viewer, (db) => sourceOf(db, read, person.viewer)))).toEqual({
        kind: "acknowledgement",
        id,
      });
    }
    await takesBack(ben, id);
    const read = await readsCommitment(ada, commitment);
    expect(read && (await asViewer(ada.viewer, (db) => sourceOf(db, read, ada.viewer)))).toBeNull();
    expect([...(await asViewer(ada.viewer, (db) => commitmentsFrom(db, ada.viewer, [id]))).values()]).toEqual(
      [],
    );
  });
});

describe("when the couple has ended", () => {
  it("an acknowledgement stays with its author, and an answer with whoever gave it", async () => {
    const [ada, ben] = await aCouple();
    const id = await acknowledges(ben);
    await opens(ada, id);
    await says(ada, id, { shown: "numbers_and_words" });
    await leave(ada.viewer);
    for (const person of [ada, ben]) await person.again();
    expect(await reads(ada, id)).toBeNull();
    expect([await announcedTo(ada), await listed(ada)]).toEqual([[], []]);
    expect(await ownOf(ben)).toMatchObject([{ kind: "acknowledgement", here: false }]);
    expect(await ownOf(ada)).toMatchObject([{ kind: "acknowledgement_answer", here: false }]);
  });
});
