import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { careKinds } from "@/lib/care/rules";
import { draftOf, forgetDraft, isAnswer, isOfSpace, saveDraft, toWhich } from "@/lib/drafts/schema";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { fieldsOf } from "@/lib/web/form-data";
import { neverStumbles } from "../forms";

const id = randomUUID();
const answers = [
  draftOf.reply(id),
  draftOf.heard(id),
  draftOf.questionAnswer(id),
  draftOf.strugglePart(id),
  draftOf.session_agenda(id),
  draftOf.session_takeaway(id),
  draftOf.session_homework(id),
  draftOf.commitmentChange(id),
];
const care = careKinds.map((kind) => draftOf.care(kind, id));
const ofSpaces = [
  draftOf.feeling(id),
  draftOf.question(id),
  draftOf.struggle(id),
  draftOf.commitment(id),
  draftOf.correction(id),
  ...care,
];
const forms = [draftOf.checkIn("2026-03-10"), ...answers, ...ofSpaces];

describe("the name of a form", () => {
  it("is known for every form that keeps a draft, and each has another", () => {
    for (const form of forms) expect(saveDraft.parse({ form })).toEqual({ form, kept: "", fields: {} });
    for (const form of forms) expect(forgetDraft.parse({ form })).toEqual({ form });
    expect(new Set(forms).size).toBe(forms.length);
  });

  it.each([
    "",
    "reply",
    "reply/",
    "check_in/today",
    "check_in/2026-03-10/x",
    "question",
    "shared_feeling",
    `space/${id}`,
    `commitment_changes/${id}`,
    `follow_through/${id}`,
    "correction/2026-03-10",
    `check_in/${id}`,
    ` ${draftOf.feeling(id)}`,
    `${draftOf.feeling(id)}\n`,
    `reply/${id}\n`,
    `${draftOf.feeling(id)}|${draftOf.question(id)}`,
    "__proto__",
  ])("is not %j", (form) => {
    expect(saveDraft.safeParse({ form }).success).toBe(false);
    expect(forgetDraft.safeParse({ form }).success).toBe(false);
  });

  it("given twice, or left out, is none", () => {
    for (const form of [undefined, null, ofSpaces, { form: draftOf.feeling(id) }])
      expect(saveDraft.safeParse({ form }).success).toBe(false);
  });

  it("tells whether it answers something or is of a space, and which", () => {
    expect(forms.filter(isAnswer)).toEqual(answers);
    expect(forms.filter(isOfSpace)).toEqual(ofSpaces);
    for (const form of [...answers, ...ofSpaces]) expect(toWhich(form)).toBe(id);
  });
});

describe("what is half typed", () => {
  const form = draftOf.feeling(id);
  const fieldsRead = (fields: object) => saveDraft.safeParse({ form, ...fields }).data?.fields;

  it("is kept as it was typed, one value or several", () => {
    expect(fieldsRead({ note: " half \n", feelings: ["sad", "angry"], wish: "" })).toEqual({
      note: [" half \n"],
      feelings: ["sad", "angry"],
      wish: [""],
    });
  });

  it("is not the name it was kept by, which stands beside it", () => {
    const read = saveDraft.parse({ form, kept: "0b9d", note: "half" });
    expect(read).toEqual({ form, kept: "0b9d", fields: { note: ["half"] } });
    expect(saveDraft.safeParse({ form, kept: "a".repeat(33) }).success).toBe(false);
    expect(saveDraft.safeParse({ form, kept: ["0b9d", "1c"] }).success).toBe(false);
  });

  it("has room for all a form has room for, and for no more", () => {
    expect(fieldsRead({ note: "a".repeat(WORDS_LIMIT) })).toBeDefined();
    for (const long of ["a".repeat(WORDS_LIMIT + 1), "a".repeat(1_000_000)])
      expect(fieldsRead({ note: long })).toBeUndefined();
    expect(fieldsRead({ feelings: Array(20).fill("sad") })).toBeDefined();
    expect(fieldsRead({ feelings: Array(21).fill("sad") })).toBeUndefined();
    expect(fieldsRead({ ["a".repeat(41)]: "x" })).toBeUndefined();
  });

  it("survives being sealed as text and read again, whatever a browser sends", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 50 })), {
          maxLength: 10,
        }),
        (typed) => {
          const sent = new FormData();
          for (const [name, value] of typed) sent.append(name, value);
          sent.set("form", form);
          const fields = fieldsRead(fieldsOf(sent));
          expect(fields).toBeDefined();
          expect(JSON.parse(JSON.stringify(fields))).toEqual(fields);
          expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
        },
      ),
    ));

  it("is not led astray by names that mean something to JavaScript", () => {
    const sent = new FormData();
    const typed = { form, note: "half", constructor: "x", toString: "y" };
    for (const [name, value] of Object.entries(typed)) sent.append(name, value);
    sent.append("__proto__", "polluted");
    const fields = fieldsRead(fieldsOf(sent));
    expect(fields).toMatchObject({ note: ["half"] });
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });
});

it.each(Object.entries({ saveDraft, forgetDraft }))(
  "refuses odd input in words and never stumbles: %s",
  (_, schema) => neverStumbles(schema, ["form", "note", "feelings"], 5_000),
);
