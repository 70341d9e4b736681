import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { beginCommitment } from "@/lib/commitments/commands";
import { wordsToBeginWith } from "@/lib/commitments/queries";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { unsent } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { type PartKind, partKinds } from "@/lib/entries/rules";
import * as command from "@/lib/therapy/commands";
import { sessionPage, sessionsHere } from "@/lib/therapy/queries";
import type { PartInput, SessionInput } from "@/lib/therapy/schema";
import { showEntry } from "@/lib/visibility/commands";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";
import { allAtOnce, deletes, ownOf, shows, takesBack, timelineOf, today } from "../voices";

/** Notes a session of both next week unless it says otherwise, and answers its entry's id. */
async function notes(person: Person, says: Partial<SessionInput> = {}): Promise<string> {
  const about = { session_kind: "couple", day: day("2026-03-17"), at: "17:30", note: "" } as const;
  const input = { entry: randomUUID(), ...about, ...says };
  await asViewer(person.viewer, (db) => command.planSession(db, person.at(today), input));
  return input.entry;
}

async function says(person: Person, to: string, part: Partial<PartInput> = {}): Promise<string> {
  const about = { kind: "session_agenda", whose: "mine", note: "money", shown: "numbers_and_words" } as const;
  const input = { entry: randomUUID(), to, ...about, ...part };
  await asViewer(person.viewer, (db) => command.addPart(db, person.at(today), input));
  return input.entry;
}

const listOf = (person: Person) =>
  asViewer(person.viewer, (db) => sessionsHere(db, person.viewer, day(today)));
const pageOf = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => sessionPage(db, person.viewer, id));
const wordsIn = async (person: Person, id: string, kind: PartKind = "session_agenda") =>
  (await pageOf(person, id))?.parts[kind].map(({ texts }) => texts.note) ?? null;

describe("a session of both", () => {
  it("is read by both, ahead until its day is over, and on the timeline of its own day", async () => {
    const [ada, ben] = await aCouple();
    const [next, last] = [
      await notes(ada, { note: "Marktgasse 4" }),
      await notes(ben, { day: day("2026-03-09"), at: null }),
    ];
    for (const reader of [ada, ben]) {
      const { ahead, past } = await listOf(reader);
      expect([ahead, past].map((some) => some.map(({ id }) => id))).toEqual([[next], [last]]);
      expect(ahead[0]).toMatchObject({
        localTime: "17:30",
        texts: { note: "Marktgasse 4" },
        session: "couple",
      });
      const [first] = await timelineOf(reader);
      expect(first).toMatchObject({ id: next, day: "2026-03-17", filledInLater: false });
    }
  });

  it("that is taken back or deleted is gone for the other, with what its author said for it", async () => {
    for (const removes of [takesBack, deletes]) {
      const [ada, ben] = await aCouple();
      const before = [await listOf(ben), await timelineOf(ben)];
      const session = await notes(ada);
      await says(ada, session);
      expect(await wordsIn(ben, session)).toEqual(["money"]);
      await removes(ada, session);
      expect([await listOf(ben), await timelineOf(ben)]).toEqual(before);
      expect(await pageOf(ben, session)).toBeNull();
    }
  });

  it("leaves the other what is theirs when it is taken back", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    const part = await says(ben, session, { whose: "theirs" });
    await takesBack(ada, session);
    expect((await ownOf(ben)).map(({ id }) => id)).toEqual([part]);
    const later = says(ben, session, { whose: "theirs" });
    await expect(later).rejects.toMatchObject({ reason: "taken_back" });
  });

  it("needs two, and a form sent often notes one", async () => {
    const [[ada, ben], eve] = [await aCouple(), await aPerson("Eve")];
    await expect(notes(eve)).rejects.toMatchObject({ reason: "not_in_a_couple" });
    expect(await ownOf(eve)).toEqual([]);
    const entry = randomUUID();
    expect(await allAtOnce(Array.from({ length: 8 }, () => () => notes(ada, { entry })))).toEqual([]);
    for (const changed of [{ at: "18:00" }, { day: day("2026-03-18") }, { note: "elsewhere" }])
      await expect(notes(ada, { entry, ...changed })).rejects.toMatchObject({ reason: "sent_already" });
    expect((await listOf(ben)).ahead).toHaveLength(1);
  });

  it("is read by nobody of an earlier space", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    await leave(ada.viewer);
    for (const one of [ada, ben]) {
      await one.again();
      expect(await listOf(one)).toEqual({ ahead: [], past: [] });
      expect(await pageOf(one, session)).toBeNull();
    }
  });
});

describe("a session of one's own", () => {
  it("is noted with a partner or without, and nothing tells the other that it is there", async () => {
    const [[ada, ben], eve] = [await aCouple(), await aPerson("Eve")];
    const before = [await listOf(ben), await timelineOf(ben)];
    for (const one of [ada, eve]) {
      const session = await notes(one, { session_kind: "individual", note: "Frau Adler" });
      await says(one, session);
      expect(await wordsIn(one, session)).toEqual(["money"]);
      expect((await ownOf(one)).map(({ shown }) => shown)).toEqual(["only_me", "only_me"]);
    }
    expect([await listOf(ben), await timelineOf(ben)]).toEqual(before);
  });

  it("is never shown, nor what is said for it: not by the forms, nor past them, nor once it is deleted", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada, { session_kind: "individual", note: "Frau Adler" });
    const part = await says(ada, session);
    const past = (id: string) =>
      asViewer(ada.viewer, (db) =>
        db.entry.updateMany({ where: { authorId: ada.viewer.id, id }, data: { audience: "partner" } }),
      );
    for (const entry of [session, part]) {
      await expect(shows(ada, entry, "numbers_and_words")).rejects.toMatchObject({ reason: "not_found" });
      await expect(past(entry)).rejects.toThrow();
      await asViewer(ada.viewer, (db) => showEntry(db, ada.viewer, entry, "only_me", day(today)));
    }
    await deletes(ada, session);
    await expect(past(part)).rejects.toThrow();
    expect((await ownOf(ada)).map(({ id, shown }) => [id, shown])).toEqual([[part, "only_me"]]);
    expect(await timelineOf(ben)).toEqual([]);
  });
});

describe("what is said for a session", () => {
  it("is each one's own, kept or shown, before, after and until the next", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    for (const kind of partKinds) {
      await says(ada, session, { kind, note: `Ada's ${kind}` });
      await says(ben, session, { kind, note: `Ben's ${kind}`, whose: "theirs" });
      await says(ben, session, { kind, note: "kept", whose: "theirs", shown: "only_me" });
      expect(await wordsIn(ada, session, kind)).toEqual([`Ada's ${kind}`, `Ben's ${kind}`]);
      expect((await wordsIn(ben, session, kind))?.toSorted()).toEqual(
        [`Ada's ${kind}`, `Ben's ${kind}`, "kept"].toSorted(),
      );
    }
  });

  it("needs words, and a form sent often says it once", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    await expect(says(ada, session, { note: "" })).rejects.toMatchObject({ reason: "nothing_written" });
    const entry = randomUUID();
    expect(await allAtOnce(Array.from({ length: 8 }, () => () => says(ada, session, { entry })))).toEqual([]);
    const changed = says(ada, session, { entry, note: "Sundays" });
    await expect(changed).rejects.toMatchObject({ reason: "sent_already" });
    expect(await wordsIn(ben, session)).toEqual(["money"]);
  });

  it("is kept where the session is kept, whatever its form says", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    await takesBack(ada, session);
    await says(ada, session);
    await shows(ada, session, "numbers_and_words");
    expect([await wordsIn(ada, session), await wordsIn(ben, session)]).toEqual([["money"], []]);
  });

  it("forgets its draft when it is sent, and is found among the unsent once the session is gone", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    const half = () =>
      asViewer(ben.viewer, (db) =>
        saveDraft(db, ben.viewer, draftOf.session_agenda(session), { note: ["half"] }),
      );
    await half();
    expect((await pageOf(ben, session))?.drafts.session_agenda).toEqual({ note: ["half"] });
    await says(ben, session, { whose: "theirs" });
    expect((await pageOf(ben, session))?.drafts.session_agenda).toBeNull();
    await half();
    await takesBack(ada, session);
    const left = await asViewer(ben.viewer, (db) => unsent(db, ben.viewer));
    expect(left.map(({ texts }) => texts)).toEqual([["half"]]);
  });
});

describe("homework", () => {
  it("begins a commitment of one's own or a request, and nothing else that is said for a session does", async () => {
    const [ada, ben] = await aCouple();
    const session = await notes(ada);
    const begins = (person: Person, whose: "mine" | "theirs", id: string) =>
      asViewer(person.viewer, (db) => wordsToBeginWith(db, person.viewer, whose, id));
    const homework = await says(ada, session, { kind: "session_homework", note: "ask each evening" });
    const agenda = await says(ada, session);
    for (const whose of ["mine", "theirs"] as const) {
      expect(await begins(ada, whose, homework)).toBe("ask each evening");
      expect(await begins(ada, whose, agenda)).toBeNull();
      expect(await begins(ben, whose, homework)).toBeNull();
      const terms = { often: { kind: "daily" }, from: day(today), review: day("2026-04-10") } as const;
      const how = { area: "honesty", cost: "low", of: homework, why: "", terms } as const;
      await asViewer(ada.viewer, (db) =>
        beginCommitment(db, ada.at(today), {
          entry: randomUUID(),
          whose,
          what: "I ask each evening.",
          ...how,
        }),
      );
    }
    expect(await asViewer(ben.viewer, (db) => db.commitment.count())).toBe(2);
  });
});
