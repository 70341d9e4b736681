import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { noteCare } from "@/lib/care/commands";
import { careKinds } from "@/lib/care/rules";
import { leave } from "@/lib/couples/commands";
import { seal } from "@/lib/crypto/words";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftFor, draftsOf } from "@/lib/drafts/queries";
import { nameOf } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { aCouple, aPerson, link, type Person } from "@/tests/support/people";
import { replies, saysHeard, shares, sharesAgain } from "../feelings/voices";
import { answers, asks, keeps } from "../questions/voices";
import { allAtOnce, takesBack, today } from "../voices";

const half = (words: string) => ({ note: [words], feelings: ["sad", "angry"] });

const typed = (person: Person, form: string) =>
  asViewer(person.viewer, (db) => draftFor(db, person.viewer, form));

const saves = (person: Person, form: string, fields: Record<string, string[]>, kept: string) =>
  asViewer(person.viewer, (db) => saveDraft(db, person.viewer, form, fields, kept));

/** Types in a window that was opened just now, and answers what it is kept by. */
const types = async (person: Person, form: string, words = "half a sentence") =>
  saves(person, form, half(words), nameOf(await typed(person, form)));

const draftsThereAre = (person: Person) =>
  asViewer(person.viewer, async (db) => (await db.draft.findMany()).map(({ form }) => form).sort());

const everyForm = (to: string, coupleId: string) => [
  draftOf.checkIn(today),
  draftOf.feeling(coupleId),
  draftOf.reply(to),
  draftOf.heard(to),
  draftOf.question(coupleId),
  draftOf.questionAnswer(to),
  draftOf.struggle(coupleId),
  draftOf.strugglePart(to),
  draftOf.session_agenda(to),
  draftOf.session_takeaway(to),
  draftOf.session_homework(to),
  draftOf.commitment(coupleId),
  draftOf.commitmentChange(to),
  draftOf.correction(coupleId),
  ...careKinds.map((kind) => draftOf.care(kind, coupleId)),
];

describe("what is half typed", () => {
  it("is there again as it was typed last, in each form its own", async () => {
    const ada = await aPerson("Ada");
    const forms = everyForm(randomUUID(), ada.viewer.coupleId);
    for (const form of forms) await types(ada, form, "at first");
    for (const form of forms) await types(ada, form, `in ${form}`);
    for (const form of forms) expect(await typed(ada, form)).toEqual(half(`in ${form}`));
    const together = await asViewer(ada.viewer, (db) => draftsOf(db, ada.viewer, forms.slice(1)));
    expect([...together]).toEqual(
      expect.arrayContaining(forms.slice(1).map((form) => [form, half(`in ${form}`)])),
    );
    expect(together.size).toBe(forms.length - 1);
    expect(await typed(ada, draftOf.checkIn("2026-03-11"))).toBeNull();
    expect(await typed(ada, draftOf.reply(randomUUID()))).toBeNull();
  });

  it("is gone once everything was emptied, and was nothing while only a choice stood there that begins chosen", async () => {
    const ada = await aPerson("Ada");
    const form = draftOf.feeling(ada.viewer.coupleId);
    const kept = await types(ada, form);
    expect(await saves(ada, form, { note: [" \n"], feelings: [], wish: ["comfort"] }, kept)).toBe("");
    expect(await draftsThereAre(ada)).toEqual([]);
    await saves(ada, form, { note: [""], feelings: ["sad"], wish: ["comfort"] }, "");
    expect(await draftsThereAre(ada)).toEqual([form]);
  });

  it("is nobody else's: not the partner's, and not a stranger's who names the form", async () => {
    const [[ada, ben], cleo] = [await aCouple(), await aPerson("Cleo")];
    const feeling = draftOf.feeling(ada.viewer.coupleId);
    for (const form of everyForm(randomUUID(), ada.viewer.coupleId)) {
      await types(ada, form);
      for (const other of [ben, cleo]) expect(await typed(other, form)).toBeNull();
    }
    for (const other of [ben, cleo]) {
      const claimed = { ...other.viewer, coupleId: ada.viewer.coupleId };
      expect(
        await asViewer(claimed, (db) => db.draft.findMany({ where: { accountId: ada.viewer.id } })),
      ).toEqual([]);
      const forged = asViewer(other.viewer, (db) => saveDraft(db, ada.viewer, feeling, half("forged")));
      await expect(forged).rejects.toThrow();
    }
    expect(await typed(ada, feeling)).toEqual(half("half a sentence"));
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
    await types(ada, draftOf.question(ada.viewer.coupleId), "the key");
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

describe("typed in two windows", () => {
  it("is neither overwritten nor emptied by the older one, which is told so", async () => {
    const ada = await aPerson("Ada");
    const form = draftOf.feeling(ada.viewer.coupleId);
    const first = await saves(ada, form, half("first"), "");
    const second = await saves(ada, form, half("first, and more"), first);
    for (const kept of ["", first, "0".repeat(32)])
      for (const older of [half("fir"), { note: [""] }])
        await expect(saves(ada, form, older, kept)).rejects.toMatchObject({
          reason: "typed_elsewhere",
          shown: { kept: second },
        });
    expect(await typed(ada, form)).toEqual(half("first, and more"));
    await saves(ada, form, half("and on"), second);
    expect(await typed(ada, form)).toEqual(half("and on"));
  });

  it("does not come back from the older one once it was sent from the other", async () => {
    const ada = (await aCouple())[0];
    const form = draftOf.feeling(ada.viewer.coupleId);
    const kept = await types(ada, form);
    await shares(ada, { note: "whole" });
    await expect(saves(ada, form, half("half a sentence, and"), kept)).rejects.toMatchObject({
      reason: "typed_elsewhere",
    });
    expect(await typed(ada, form)).toBeNull();
  });

  it("is kept by the same name when it is saved again because the answer did not arrive", async () => {
    const ada = await aPerson("Ada");
    const form = draftOf.feeling(ada.viewer.coupleId);
    const name = await saves(ada, form, half("first"), "");
    expect(await saves(ada, form, half("first"), "")).toBe(name);
    expect(name).toBe(nameOf(await typed(ada, form)));
  });

  it.each([
    ["at first", null],
    ["once more", half("before")],
  ])("is the one of a single window when both save at once, %s", async (_, before) => {
    const ada = await aPerson("Ada");
    const form = draftOf.feeling(ada.viewer.coupleId);
    const kept = before ? await saves(ada, form, before, "") : "";
    const texts = ["a", "b", "c", "d"];
    const saved: string[] = [];
    const refused = await allAtOnce(
      texts.map((text) => async () => saved.push(await saves(ada, form, half(text), kept))),
    );
    expect(new Set(refused)).toEqual(new Set(["typed_elsewhere"]));
    expect(saved).toEqual([nameOf(await typed(ada, form))]);
  });
});

describe("with somebody else", () => {
  it("a new feeling and a new question begin empty: what was half typed was for the one before", async () => {
    const [ada, ben] = await aCouple();
    const before = ada.viewer.coupleId;
    const newForms = (coupleId: string) => [draftOf.feeling(coupleId), draftOf.question(coupleId)];
    for (const form of newForms(before)) await types(ada, form);
    await leave(ben.viewer);
    await ada.again();
    await link(ada, await aPerson("Cleo"));
    for (const form of newForms(ada.viewer.coupleId)) expect(await typed(ada, form)).toBeNull();
    for (const form of newForms(before)) expect(await typed(ada, form)).not.toBeNull();
  });
});

describe("when its form is sent", () => {
  /** Ada and Ben; what Ben can answer and has half answered, and half typed in every other form too. */
  async function benHasTypedEverywhere() {
    const [ada, ben] = await aCouple();
    const [feeling, question] = [await shares(ada, { note: "told" }), await asks(ada, { note: "Why?" })];
    const reply = await replies(ada, await shares(ben, { note: "told" }), { note: "I see" });
    const of = {
      checkIn: draftOf.checkIn(today),
      otherDay: draftOf.checkIn("2026-03-09"),
      feeling: draftOf.feeling(ben.viewer.coupleId),
      reply: draftOf.reply(feeling),
      question: draftOf.question(ben.viewer.coupleId),
      answer: draftOf.questionAnswer(question),
      heard: draftOf.heard(reply),
      day: draftOf.care("from_my_day", ben.viewer.coupleId),
      act: draftOf.care("caring_act", ben.viewer.coupleId),
    };
    for (const form of Object.values(of)) await types(ben, form);
    return { ada, ben, feeling, question, reply, of };
  }

  it("what was half typed in it is gone, and in every other form it stays", async () => {
    const { ben, feeling, question, reply, of } = await benHasTypedEverywhere();
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
    await goneAfter(of.heard, saysHeard(ben, reply, { would_help: "whole" }));
    const note = { entry: randomUUID(), kind: "caring_act", note: "whole", shown: "only_me" } as const;
    await goneAfter(
      of.act,
      asViewer(ben.viewer, (db) => noteCare(db, ben.at(today), note)),
    );
  });

  it("a second time it is gone all the same, typed on meanwhile or not", async () => {
    const { ben, feeling, question, of } = await benHasTypedEverywhere();
    const entries = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
    const checkIn = randomUUID();
    const sendsAll = async () => {
      await shares(ben, { entry: entries[0], note: "whole" });
      await replies(ben, feeling, { entry: entries[1], note: "whole" });
      await asks(ben, { entry: entries[2], note: "whole" });
      await answers(ben, question, { entry: entries[3], note: "whole" });
      await ben.checksIn(today, { entry: checkIn, note: "whole" });
    };
    await sendsAll();
    const sent = [of.feeling, of.reply, of.question, of.answer, of.checkIn];
    for (const form of sent) await types(ben, form);
    await sendsAll();
    for (const form of sent) expect(await typed(ben, form)).toBeNull();
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
    const form = draftOf.feeling(ada.viewer.coupleId);
    await types(ada, form);
    await sharesAgain(ada, feeling);
    expect(await typed(ada, form)).toEqual(half("half a sentence"));
  });
});
