import { describe, expect, it } from "vitest";
import { offerTerms } from "@/lib/commitments/commands";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { discardDraft, saveDraft, sendOrKeep } from "@/lib/drafts/commands";
import { draftFor, unsent } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { aCouple, aPerson, link, type Person } from "@/tests/support/people";
import { agreedBetween, begins, daily, offers, takes } from "../commitments/voices";
import { replies, shares } from "../feelings/voices";
import { answers, asks } from "../questions/voices";
import { deletes, ownOf, shows, takesBack, timelineOf, today } from "../voices";

const types = (person: Person, form: string, note: string) =>
  asViewer(person.viewer, (db) => saveDraft(db, person.viewer, form, { note: [note] }));

const unsentOf = (person: Person) => asViewer(person.viewer, (db) => unsent(db, person.viewer));

const wordsNotSent = async (person: Person) => (await unsentOf(person)).flatMap(({ texts }) => texts).sort();

/** Ada shows and asks; Ben has half answered both. */
async function benIsAnswering() {
  const [ada, ben] = await aCouple();
  const [feeling, question] = [await shares(ada, { note: "told" }), await asks(ada, { note: "Why?" })];
  await types(ben, draftOf.reply(feeling), "half a reply");
  await types(ben, draftOf.questionAnswer(question), "half an answer");
  return { ada, ben, feeling, question };
}

describe("what could not be sent", () => {
  it.each([
    ["taken back", takesBack],
    ["deleted", deletes],
  ])("is kept for whoever typed it once what it answers is %s, and not before", async (_, withdraws) => {
    const { ada, ben, feeling, question } = await benIsAnswering();
    expect(await unsentOf(ben)).toEqual([]);
    await withdraws(ada, feeling);
    expect(await unsentOf(ben)).toEqual([{ form: draftOf.reply(feeling), texts: ["half a reply"] }]);
    await withdraws(ada, question);
    expect(await wordsNotSent(ben)).toEqual(["half a reply", "half an answer"]);
    expect(await unsentOf(ada)).toEqual([]);
  });

  it("is back in its form when what it answers is shown again", async () => {
    const { ada, ben, feeling } = await benIsAnswering();
    await takesBack(ada, feeling);
    await shows(ada, feeling, "numbers_and_words");
    expect(await unsentOf(ben)).toEqual([]);
    const form = draftOf.reply(feeling);
    expect(await asViewer(ben.viewer, (db) => draftFor(db, ben.viewer, form))).toEqual({
      note: ["half a reply"],
    });
  });

  it("is kept when the couple has ended", async () => {
    const { ada, ben } = await benIsAnswering();
    await leave(ada.viewer);
    await ben.again();
    expect(await wordsNotSent(ben)).toEqual(["half a reply", "half an answer"]);
  });

  it("is none of what was sent, of other forms, or of nothing but space", async () => {
    const { ada, ben, feeling, question } = await benIsAnswering();
    await replies(ben, feeling, { note: "whole" });
    await answers(ben, question, { note: "whole" });
    const { coupleId } = ben.viewer;
    for (const form of [draftOf.checkIn(today), draftOf.feeling(coupleId), draftOf.question(coupleId)])
      await types(ben, form, "half");
    const other = await shares(ada, { note: "another" });
    await types(ben, draftOf.reply(other), " \n");
    for (const entry of [feeling, question, other]) await takesBack(ada, entry);
    expect(await unsentOf(ben)).toEqual([]);
  });

  it("can be forgotten, one by one", async () => {
    const { ada, ben, feeling, question } = await benIsAnswering();
    for (const entry of [feeling, question]) await takesBack(ada, entry);
    await asViewer(ben.viewer, (db) => discardDraft(db, ben.viewer, draftOf.reply(feeling)));
    expect(await wordsNotSent(ben)).toEqual(["half an answer"]);
  });
});

describe("other words for what was offered", () => {
  const half = (person: Person, commitment: string) =>
    asViewer(person.viewer, (db) =>
      saveDraft(db, person.viewer, draftOf.commitmentChange(commitment), {
        ...{ often: ["daily"], turn: ["1"] },
        ...{ what: ["half a promise"], why: ["half a reason"] },
      }),
    );

  it("are kept for whoever typed them once the offer is withdrawn, and not before", async () => {
    const [ada, ben] = await aCouple();
    const id = await begins(ada, "theirs");
    await half(ben, id);
    expect(await unsentOf(ben)).toEqual([]);
    await takes(ada, id, "withdrawn");
    const form = draftOf.commitmentChange(id);
    expect(await unsentOf(ben)).toEqual([{ form, texts: ["half a promise", "half a reason"] }]);
    expect(await unsentOf(ada)).toEqual([]);
  });

  it("are kept where they are sent after that, and when the couple has ended", async () => {
    const [ada, ben] = await aCouple();
    const [gone, agreed] = [await begins(ada, "theirs"), await agreedBetween(ben, ada)];
    await takes(ada, gone, "withdrawn");
    const texts = { what: "typed for long", why: "" };
    const sends = sendOrKeep(ben.viewer, draftOf.commitmentChange(gone), texts, (db) =>
      offerTerms(db, ben.at(today), { commitment: gone, turn: 1, ...texts, terms: daily }),
    );
    await expect(sends).rejects.toThrow();
    expect(await wordsNotSent(ben)).toEqual(["typed for long"]);
    await half(ben, agreed);
    await leave(ada.viewer);
    await ben.again();
    expect(await wordsNotSent(ben)).toEqual(["half a promise", "half a reason", "typed for long"]);
  });

  it("are gone once they are sent", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await half(ben, id);
    await offers(ben, id, { what: "whole" });
    await leave(ada.viewer);
    await ben.again();
    expect(await unsentOf(ben)).toEqual([]);
  });
});

describe("what was begun in another space", () => {
  it("is found here and in no form, until one has nowhere else to look", async () => {
    const [ada, ben] = await aCouple();
    const { coupleId } = ada.viewer;
    await types(ada, draftOf.feeling(coupleId), "half a feeling");
    await types(ada, draftOf.question(coupleId), "half a question");
    await types(ada, draftOf.care("caring_act", coupleId), "half a kindness");
    await types(ada, draftOf.commitment(coupleId), "half a promise");
    await types(ada, draftOf.correction(coupleId), "half a truth");
    expect(await unsentOf(ada)).toEqual([]);
    await leave(ben.viewer);
    await ada.again();
    const all = ["half a feeling", "half a kindness", "half a promise", "half a question", "half a truth"];
    expect(await wordsNotSent(ada)).toEqual(all);
    await link(ada, await aPerson("Cleo"));
    expect(await wordsNotSent(ada)).toEqual(all);
    await types(ada, draftOf.question(ada.viewer.coupleId), "to Cleo");
    expect(await wordsNotSent(ada)).toEqual(all);
  });
});

describe("what is sent when the couple has ended", () => {
  it("is not stored, and its words are kept as of the space they were for", async () => {
    const [ada, ben] = await aCouple();
    const form = draftOf.feeling(ada.viewer.coupleId);
    await leave(ben.viewer);
    await ada.again();
    const texts = { own_feeling: "hollow", note: "typed without a script" };
    const entry = crypto.randomUUID();
    const shares = sendOrKeep(ada.viewer, form, texts, (db) =>
      shareFeeling(db, ada.at(today), { entry, wish: "comfort", parts: [], texts }),
    );
    await expect(shares).rejects.toThrow();
    expect(await unsentOf(ada)).toEqual([{ form, texts: ["hollow", "typed without a script"] }]);
    expect(await ownOf(ada)).toEqual([]);
  });
});

describe("what is sent from a window of an earlier space", () => {
  it("never reaches whom one shares the present one with", async () => {
    const [[ada, ben], cleo] = [await aCouple(), await aPerson("Cleo")];
    const form = draftOf.feeling(ada.viewer.coupleId);
    await leave(ben.viewer);
    await ada.again();
    await link(ada, cleo);
    const texts = { own_feeling: "", note: "meant for Ben" };
    const entry = crypto.randomUUID();
    const shares = sendOrKeep(ada.viewer, form, texts, (db) =>
      shareFeeling(db, ada.at(today), { entry, wish: "comfort", parts: [], texts }),
    );
    await expect(shares).rejects.toThrow();
    expect([await ownOf(ada), await timelineOf(cleo)]).toEqual([[], []]);
    expect(await wordsNotSent(ada)).toEqual(["meant for Ben"]);
  });
});

describe("an answer that is sent", () => {
  const sends = (person: Person, to: string, texts: { note: string; promise: string }) =>
    sendOrKeep(person.viewer, draftOf.reply(to), texts, (db) =>
      replyToFeeling(db, person.at(today), { entry: crypto.randomUUID(), to, ...texts }),
    );
  const whole = { note: "typed without a script", promise: "to stay" };

  it("to what was taken back is not stored and its words are kept, also where none were kept before", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    await takesBack(ada, feeling);
    // How that is told depends on the request, which there is none of here (tests/e2e/between-us.spec.ts).
    await expect(sends(ben, feeling, whole)).rejects.toThrow();
    expect(await unsentOf(ben)).toEqual([
      { form: draftOf.reply(feeling), texts: [whole.note, whole.promise] },
    ]);
    expect(await ownOf(ben)).toEqual([]);
  });

  it("on what was answered is kept just so, and where no words were typed nothing is", async () => {
    const [ada, ben] = await aCouple();
    const reply = await replies(ben, await shares(ada, { note: "told" }), { note: "I see" });
    await takesBack(ben, reply);
    const form = draftOf.heard(reply);
    const unheard = { understood: "not_yet", accepted: null, cared_for: null, shown: "only_me" } as const;
    const says = (would_help: string) =>
      sendOrKeep(ada.viewer, form, { would_help }, (db) => {
        const said = { entry: crypto.randomUUID(), to: reply, before: null, ...unheard, would_help };
        return sayHeard(db, ada.at(today), said);
      });
    await expect(says("")).rejects.toMatchObject({ reason: "taken_back" });
    expect(await unsentOf(ada)).toEqual([]);
    await expect(says("time")).rejects.toThrow();
    expect(await unsentOf(ada)).toEqual([{ form, texts: ["time"] }]);
  });

  it("and refused for another reason, or stored, leaves nothing behind", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, { note: "told" });
    const empty = sends(ben, feeling, { note: "", promise: "" });
    await expect(empty).rejects.toMatchObject({ reason: "nothing_written" });
    await sends(ben, feeling, whole);
    await takesBack(ada, feeling);
    expect(await unsentOf(ben)).toEqual([]);
  });
});
