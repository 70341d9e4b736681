import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Standing } from "@/lib/db/generated/enums";
import catalogue from "@/lib/i18n/en.json";
import { standings } from "@/lib/questions/rules";
import * as schema from "@/lib/questions/schema";
import { wholeChoices } from "@/lib/visibility/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const question = { entry: randomUUID(), shown: "only_me" };
const answer = { entry: randomUUID(), to: randomUUID(), standing: "answered" };

describe("a question as its form sends it", () => {
  it("is kept or asked by a choice that is made", () => {
    for (const shown of wholeChoices)
      expect(schema.askQuestion.parse({ ...question, shown })).toMatchObject({ shown, note: "" });
    for (const shown of [undefined, "", "numbers", "everyone", ["only_me", "numbers_and_words"]])
      expect(messagesOf(schema.askQuestion, { ...question, shown })).toEqual([["shown", "shown"]]);
  });
});

describe("an answer as its form sends it", () => {
  it("says how the question stands, in one of the ways that are offered", () => {
    for (const standing of standings)
      expect(schema.answerQuestion.parse({ ...answer, standing }).standing).toBe(standing);
    for (const standing of [undefined, "", "never", "__proto__", ["answered", "not_yet"]])
      expect(messagesOf(schema.answerQuestion, { ...answer, standing })).toEqual([["standing", "other"]]);
    expect([...standings].sort()).toEqual(Object.values(Standing).sort());
  });
});

describe("words", () => {
  it.each([
    ["a question", schema.askQuestion, question],
    ["an answer", schema.answerQuestion, answer],
  ])("have room and say so when they are too long: %s", (_, form, fields) => {
    const most = "a".repeat(WORDS_LIMIT);
    expect(form.parse({ ...fields, note: `  ${most}\n` }).note).toBe(most);
    expect(form.parse({ ...fields, note: " \n\u00a0" }).note).toBe("");
    for (const long of [`${most}a`, "a".repeat(1_000_000)])
      expect(messagesOf(form, { ...fields, note: long })).toEqual([["note", "too_long"]]);
    expect(messagesOf(form, { ...fields, note: ["given", "twice"] })).toEqual([["note", "other"]]);
  });
});

describe("every form of questions", () => {
  const names = ["entry", "to", "id", "note", "shown", "standing"];
  const { askQuestion, answerQuestion, questionAddress } = schema;

  it.each(Object.entries({ askQuestion, answerQuestion, questionAddress }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, names, 3_400),
  );

  it("refuses with keys that have a sentence", () =>
    expect(Object.keys(catalogue.invalid)).toEqual(expect.arrayContaining(["other", "shown", "too_long"])));
});
