import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { seal } from "@/lib/crypto/words";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { aCouple, aPerson, link, type Person } from "@/tests/support/people";
import { replies, shares, sharesAgain } from "../feelings/voices";
import { answers, asks, keeps } from "../questions/voices";
import { takesBack, today } from "../voices";

const half = (words: string) => ({ note: [words], feelings: ["sad", "angry"] });

const types = (person: Person, form: string, words = "half a sentence") =>
  asViewer(person.viewer, (db) => saveDraft(db, person.viewer, form, half(words)));

const typed = (person: Person, form: string) =>
  asViewer(person.viewer, (db) => draftFor(db, person.viewer, form));

const draftsThereAre = (person: Person) =>
  asViewer(person.viewer, async (db) => (await db.draft.findMany()).map(({ form }) => form).sort());

const everyForm = (to: string) => [
  draftOf.checkIn(today),
  draftOf.feeling,
  draftOf.reply(to),
  draftOf.question,
  draftOf.questionAnswer(to),
];

describe("what is half typed", () => {
  it("is there again as it was typed last, in each form its own", async () => {
    const ada = await aPerson("Ada");
    const forms = everyForm(randomUUID());
    for (const form of forms) await types(ada, form, "at first");
    for (const form of forms) await types(ada, form, `in ${form}`);
    for (const form of forms) expect(await typed(ada, form)).toEqual(half(`in ${form}`));
    expect(await typed(ada, draftOf.checkIn("2026-03-11"))).toBeNull();
    expect(await typed(ada, draftOf.reply(randomUUID()))).toBeNull();
  });

  it("is gone once everything was emptied, and was nothing while only a choice stood there that begins chosen", async () => {
    const ada = await aPerson("Ada");
    const saves = (fields: Record<string, string[]>) =>
      asViewer(ada.viewer, (db) => saveDraft(db, ada.viewer, draftOf.feeling, fields));
    await types(ada, draftOf.feeling);
    await saves({ note: [" \n"], feelings: [], wish: ["comfort"] });
    expect(await draftsThereAre(ada)).toEqual([]);
    await saves({ note: [""], feelings: ["sad"], wish: ["comfort"] });
    expect(await draftsThereAre(ada)).toEqual([draftOf.feeling]);
  });

  it("is nobody else's: not the partner's, and not a stranger's who names the form", async () => {
    const [[ada, ben], cleo] = [await aCouple(), await aPerson("Cleo")];
    for (const form of everyForm(randomUUID())) {
      await types(ada, form);
      for (const other of [ben, cleo]) expect(await typed(other, form)).toBeNull();
    }
    for (const other of [ben, cleo]) {
      const claimed = { ...other.viewer, coupleId: ada.viewer.coupleId };
      expect(
        await asViewer(claimed, (db) => db.draft.findMany({ where: { accountId: ada.viewer.id } })),
      ).toEqual([]);
      const forged = asViewer(other.viewer, (db) =>
        saveDraft(db, ada.viewer, draftOf.feeling, half("forged")),
      );
      await expect(forged).rejects.toThrow();
    }
    expect(await typed(ada, draftOf.feeling)).toEqual(half("half a sentence"));
  });

  it("goes along into a new space, and is still nobody else's", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    await types(ada, draftOf.checkIn(today));
    await link(ada, ben);
    expect(await typed(ada, draftOf.checkIn(today))).toEqual(half("half a sentence"));
    expect(await draftsThereAre(ben)).toEqual([]);
  });

  it("cannot be read without the key", async () => {
    const ada = await aPerson("Ada");
    await types(ada, draftOf.question, "the key");
    const rows = await asViewer(ada.viewer, (db) => db.draft.findMany());
    expect(rows.map(({ ciphertext }) => Buffer.from(ciphertext).includes("the key"))).toEqual([false]);
  });

  it("in a check-in before forms had names is read all the same: it was sealed for its kind and day", async () => {
    const ada = await aPerson("Ada");
    const accountId = ada.viewer.id;
    const place = {
      column: "drafts.ciphertext",
      couple: "",
      row: "check_in/2026-03-10",
      author: accountId,
    };
    const ciphertext = seal(JSON.stringify(half("before")), place);
    const row = { accountId, form: "check_in/2026-03-10", ciphertext };
    await asViewer(ada.viewer, (db) => db.draft.createMany({ data: row }));
    expect(await typed(ada, draftOf.checkIn("2026-03-10"))).toEqual(half("before"));
  });
});

describe("when its form is sent", () => {
  /** Ada and Ben; what Ben can answer and has half answered, and half typed in every other form too. */
  async function benHasTypedEverywhere() {
    const [ada, ben] = await aCouple();
    const [feeling, question] = [await shares(ada, { note: "told" }), await asks(ada, { note: "Why?" })];
    const of = {
      checkIn: draftOf.checkIn(today),
      otherDay: draftOf.checkIn("2026-03-09"),
      feeling: draftOf.feeling,
      reply: draftOf.reply(feeling),
      question: draftOf.question,
      answer: draftOf.questionAnswer(question),
    };
    for (const form of Object.values(of)) await types(ben, form);
    return { ada, ben, feeling, question, of };
  }

  it("what was half typed in it is gone, and in every other form it stays", async () => {
    const { ben, feeling, question, of } = await benHasTypedEverywhere();
    const left = new Set<string>(Object.values(of));
    const goneAfter = async (form: string, sent: Promise<unknown>) => {
      await sent;
      left.delete(form);
      expect(await draftsThereAre(ben)).toEqual([...left].sort());
    };
    await goneAfter(of.checkIn, ben.checksIn(today, { note: "whole" }));
    await goneAfter(of.feeling, shares(ben, { note: "whole" }));
    await goneAfter(of.reply, replies(ben, feeling, { note: "whole" }));
    await goneAfter(of.question, keeps(ben, "whole"));
    await goneAfter(of.answer, answers(ben, question, { note: "whole" }));
  });

  it("and refused, it stays", async () => {
    const { ada, ben, feeling, question } = await benHasTypedEverywhere();
    const before = await draftsThereAre(ben);
    for (const entry of [feeling, question]) await takesBack(ada, entry);
    const sends = [
      replies(ben, feeling, { note: "whole" }),
      answers(ben, question, { note: "whole" }),
      asks(ben, { note: "" }),
      shares(ben),
    ];
    const sent = await Promise.allSettled(sends);
    expect(sent.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect(await draftsThereAre(ben)).toEqual(before);
  });

  it("the other's stays theirs, of the same form", async () => {
    const { ada, ben, of } = await benHasTypedEverywhere();
    await types(ada, of.feeling, "Ada's half");
    await shares(ben, { note: "whole" });
    expect(await typed(ada, of.feeling)).toEqual(half("Ada's half"));
  });

  it("is not when an earlier feeling is shown once more: what is half typed of another one stays", async () => {
    const ada = (await aCouple())[0];
    const feeling = await shares(ada, { note: "told", own_feeling: "hollow" });
    await types(ada, draftOf.feeling);
    await sharesAgain(ada, feeling);
    expect(await typed(ada, draftOf.feeling)).toEqual(half("half a sentence"));
  });
});
