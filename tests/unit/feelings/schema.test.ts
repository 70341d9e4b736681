import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Feeling, Heard, Wish } from "@/lib/db/generated/enums";
import { heardAnswers, heardParts, INTENSITY, wishes } from "@/lib/feelings/rules";
import * as schema from "@/lib/feelings/schema";
import catalogue from "@/lib/i18n/en.json";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const share = { entry: randomUUID(), wish: "comfort" };
const answer = { entry: randomUUID(), to: randomUUID() };
const heard = { ...answer, shown: "only_me" };

const partsOf = (fields: object) => schema.shareFeeling.parse({ ...share, ...fields }).parts;

describe("a feeling as its form sends it", () => {
  it("has a strength from one to ten, or none", () => {
    for (let strength = INTENSITY.least; strength <= INTENSITY.most; strength++)
      expect(partsOf({ feelings: "sad", strength_sad: String(strength) })).toEqual([
        { feeling: "sad", intensity: strength },
      ]);
    for (const none of [{}, { strength_sad: "" }, { strength_sad: undefined }])
      expect(partsOf({ feelings: "sad", ...none })).toEqual([{ feeling: "sad", intensity: null }]);
  });

  it.each(["0", "11", "-1", "5.5", "five", "1e9", "NaN", "Infinity", " ", ["3", "4"]])(
    "has no strength like %j",
    (strength_sad) =>
      expect(messagesOf(schema.shareFeeling, { ...share, feelings: "sad", strength_sad })).toEqual([
        ["strength_sad", "strength"],
      ]),
  );

  it("drops the strengths of feelings that were not chosen", () => {
    expect(partsOf({ strength_sad: "4", strength_angry: "9" })).toEqual([]);
    expect(partsOf({ feelings: ["angry"], strength_sad: "4", strength_angry: "9" })).toEqual([
      { feeling: "angry", intensity: 9 },
    ]);
  });

  it("takes each feeling once, in every mixture of strengths", () => {
    const chosen = fc.array(fc.constantFrom(...Object.values(Feeling)), { maxLength: 15 });
    const strengths = fc.dictionary(
      fc.constantFrom(...Object.values(Feeling)),
      fc.integer({ min: INTENSITY.least, max: INTENSITY.most }),
    );
    fc.assert(
      fc.property(chosen, strengths, (feelings, given) => {
        const fields = Object.entries(given).map(([feeling, number]) => [`strength_${feeling}`, `${number}`]);
        expect(partsOf({ ...Object.fromEntries(fields), feelings })).toEqual(
          [...new Set(feelings)].map((feeling) => ({ feeling, intensity: given[feeling] ?? null })),
        );
      }),
    );
  });

  it("is a feeling that is asked for, and no more of them than there are", () => {
    const refused = [
      [...Object.values(Feeling), "sad"],
      "cheerful",
      ["sad", "cheerful"],
      [["sad"]],
      "__proto__",
    ];
    for (const feelings of refused)
      expect(messagesOf(schema.shareFeeling, { ...share, feelings })[0]).toEqual(["feelings", "feeling"]);
    expect(partsOf({ feelings: Object.values(Feeling) })).toHaveLength(Object.values(Feeling).length);
    expect(partsOf({ feelings: "" })).toEqual([]);
  });

  it("says what is wished for, one of what is offered", () => {
    for (const wish of wishes) expect(schema.shareFeeling.parse({ ...share, wish }).wish).toBe(wish);
    for (const wish of [undefined, "", "revenge", ["comfort", "space"]])
      expect(messagesOf(schema.shareFeeling, { ...share, wish })).toEqual([["wish", "wish"]]);
  });
});

describe("words", () => {
  it.each([
    ["a shared feeling's note", schema.shareFeeling, share, "note", WORDS_LIMIT],
    ["a feeling in one's own word", schema.shareFeeling, share, "own_feeling", 60],
    ["an answer", schema.reply, answer, "note", WORDS_LIMIT],
    ["a promise", schema.reply, answer, "promise", 1_000],
    ["what would help", schema.sayHeard, heard, "would_help", WORDS_LIMIT],
  ])("have room and say so when they are too long: %s", (_, of, fields, name, limit) => {
    expect(of.safeParse({ ...fields, [name]: "a".repeat(limit) }).success).toBe(true);
    expect(of.safeParse({ ...fields, [name]: `  ${"a".repeat(limit)}\n` }).success).toBe(true);
    expect(messagesOf(of, { ...fields, [name]: "a".repeat(limit + 1) })).toEqual([[name, "too_long"]]);
    expect(messagesOf(of, { ...fields, [name]: ["given", "twice"] })).toEqual([[name, "other"]]);
  });

  it("that are only spaces are none", () => {
    expect(schema.shareFeeling.parse({ ...share, note: " \n\u00a0", own_feeling: "\t" }).texts).toEqual({
      own_feeling: "",
      note: "",
    });
    expect(schema.reply.parse(answer)).toMatchObject({ note: "", promise: "" });
  });
});

describe("asking for time", () => {
  it.each(["00:00", "06:30", "19:59", "23:59"])("takes %s", (until) =>
    expect(schema.askForTime.parse({ ...answer, until }).until).toBe(until),
  );

  it.each(["24:00", "6:30", "12:60", "12:00:00", "12:00\n", "soon", "", undefined, ["12:00", "13:00"]])(
    "does not take %j",
    (until) => expect(messagesOf(schema.askForTime, { ...answer, until })).toEqual([["until", "time"]]),
  );
});

describe("whether one felt heard", () => {
  it("is left open where nothing was chosen, and shown or not by a choice that is made", () => {
    expect(schema.sayHeard.parse({ ...heard, understood: "", accepted: "not_yet" })).toMatchObject({
      understood: null,
      accepted: "not_yet",
      cared_for: null,
      shown: "only_me",
    });
    for (const part of heardParts)
      expect(messagesOf(schema.sayHeard, { ...heard, [part]: "no" })).toEqual([[part, "other"]]);
    for (const shown of [undefined, "", "numbers", "everyone"])
      expect(messagesOf(schema.sayHeard, { ...heard, shown })).toEqual([["shown", "shown"]]);
  });
});

describe("every form of feelings", () => {
  const forms = {
    shareFeeling: schema.shareFeeling,
    shareAgain: schema.shareAgain,
    reply: schema.reply,
    askForTime: schema.askForTime,
    sayHeard: schema.sayHeard,
    conversationAddress: schema.conversationAddress,
    shareSearch: schema.shareSearch,
  };
  const names = [
    "entry",
    "of",
    "to",
    "before",
    "id",
    "from",
    "feelings",
    "strength_sad",
    "own_feeling",
    "wish",
    "note",
  ];
  const more = ["promise", "until", "understood", "accepted", "cared_for", "would_help", "shown"];

  it.each(Object.entries(forms))("refuses odd input in words and never stumbles: %s", (_, form) =>
    neverStumbles(form, [...names, ...more], 1_500),
  );

  it("refuses with keys that have a sentence", () => {
    const said = ["feeling", "other", "shown", "strength", "time", "too_long", "wish"];
    expect(Object.keys(catalogue.invalid)).toEqual(expect.arrayContaining(said));
  });

  it("begins with nothing where the address says nothing understandable", () => {
    const from = randomUUID();
    expect(schema.shareSearch.parse({ from: [from, "x"] })).toEqual({ from });
    for (const odd of [undefined, "", "x", [], { from }])
      expect(schema.shareSearch.parse({ from: odd })).toEqual({ from: null });
  });
});

describe("what is offered", () => {
  it("is what can be stored, all of it", () => {
    expect([...wishes].sort()).toEqual(Object.values(Wish).sort());
    expect([...heardAnswers].sort()).toEqual(Object.values(Heard).sort());
  });
});
