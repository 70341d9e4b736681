import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LONGEST } from "@/lib/commitments/rules";
import * as schema from "@/lib/commitments/schema";
import { Area, Cost } from "@/lib/db/generated/enums";
import catalogue from "@/lib/i18n/en.json";
import { addDays, type Day } from "@/lib/time/day";
import { weekdays } from "@/lib/time/recurrence";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const [from, review] = ["2026-03-01", "2026-05-01"];
const terms = { what: "I call.", often: "daily", from, review };
const ids = { entry: randomUUID(), space: randomUUID() };
const begun = { ...terms, ...ids, whose: "mine", area: "phone", cost: "low" };
const seen = { commitment: randomUUID(), turn: "3" };

const oftenOf = (fields: object) => schema.beginCommitment.parse({ ...begun, ...fields }).terms.often;
const refusedFor = (fields: object) => messagesOf(schema.beginCommitment, { ...begun, ...fields });

describe("a commitment as its form sends it", () => {
  it("is of one's own or asked of the other, about something, and takes little or much", () => {
    for (const area of Object.values(Area))
      for (const cost of Object.values(Cost))
        expect(schema.beginCommitment.parse({ ...begun, whose: "theirs", area, cost })).toMatchObject({
          whose: "theirs",
          area,
          cost,
          of: null,
        });
    for (const odd of [undefined, "", "__proto__", ["mine", "theirs"]]) {
      expect(refusedFor({ whose: odd })).toEqual([["whose", "other"]]);
      expect(refusedFor({ area: odd })).toEqual([["area", "area"]]);
      expect(refusedFor({ cost: odd })).toEqual([["cost", "cost"]]);
      expect(refusedFor({ often: odd })).toEqual([["often", "often"]]);
    }
  });

  it("says how often", () => {
    expect(oftenOf({})).toEqual({ kind: "daily" });
    expect(oftenOf({ often: "whenever" })).toEqual({ kind: "whenever" });
    expect(oftenOf({ often: "weekdays", days: "TU" })).toEqual({ kind: "weekdays", days: ["TU"] });
    expect(oftenOf({ often: "weekdays", days: ["SU", "MO", "SU"] })).toEqual({
      kind: "weekdays",
      days: ["MO", "SU"],
    });
    for (let times = 1; times <= 7; times++)
      expect(oftenOf({ often: "weekly", times: String(times) })).toEqual({ kind: "weekly", times });
    for (const by of [from, "2026-04-01", review])
      expect(oftenOf({ often: "once", by })).toEqual({ kind: "once", by });
  });

  it.each([
    ["weekdays", "days", [undefined, "", [], "XX", ["MO", "XX"], "__proto__"]],
    ["weekly", "times", [undefined, "", "0", "8", "-1", "2.5", "often", "NaN", "Infinity", ["2", "3"]]],
    [
      "once",
      "by",
      [undefined, "", "2026-02-28", "2026-05-02", "2026-02-30", "soon", ["2026-04-01", "2026-04-02"]],
    ],
  ])("says what is missing of how often: %s", (often, field, odd) => {
    for (const value of odd)
      expect(refusedFor({ often, [field]: value })).toEqual([[field, field === "days" ? "weekdays" : field]]);
  });

  it("is not refused for what stands in a field of another choice", () => {
    const left = { days: ["XX"], times: "99", by: "soon" };
    for (const often of ["daily", "whenever"]) expect(oftenOf({ ...left, often })).toEqual({ kind: often });
    expect(oftenOf({ ...left, often: "weekdays", days: [...weekdays] })).toEqual({
      kind: "weekdays",
      days: weekdays,
    });
    expect(oftenOf({ ...left, often: "weekly", times: "2" })).toEqual({ kind: "weekly", times: 2 });
    expect(oftenOf({ ...left, often: "once", by: from })).toEqual({ kind: "once", by: from });
  });

  it("is looked at again after its first day, and at most ninety days later", () => {
    const until = (days: number) => refusedFor({ review: addDays(from as Day, days) });
    expect([until(1), until(LONGEST)]).toEqual([[], []]);
    for (const days of [-1, 0, LONGEST + 1]) expect(until(days)).toEqual([["review", "review"]]);
    for (const odd of [undefined, "", "2026-02-30", "tomorrow", [from, review]]) {
      expect(refusedFor({ review: odd })).toEqual([["review", "day"]]);
      expect(refusedFor({ from: odd })).toEqual([["from", "day"]]);
    }
  });

  it("has room for a sentence or two of what is promised, and for all of why", () => {
    expect(schema.beginCommitment.parse({ ...begun, what: ` ${"a".repeat(schema.WHAT_LIMIT)}\n` }).what).toBe(
      "a".repeat(schema.WHAT_LIMIT),
    );
    expect(refusedFor({ what: "a".repeat(schema.WHAT_LIMIT + 1) })).toEqual([["what", "too_long"]]);
    expect(refusedFor({ why: "a".repeat(WORDS_LIMIT) })).toEqual([]);
    expect(refusedFor({ why: "a".repeat(WORDS_LIMIT + 1) })).toEqual([["why", "too_long"]]);
    expect(refusedFor({ what: ["given", "twice"] })).toEqual([["what", "other"]]);
  });
});

describe("a step as its form sends it", () => {
  it("is taken on what its reader saw", () => {
    expect(schema.takeStep.parse({ ...seen, step: "accepted" })).toEqual({
      commitment: seen.commitment,
      turn: 3,
      step: "accepted",
    });
    for (const turn of [undefined, "", "0", "-1", "1.5", "10000", "x"])
      expect(
        messagesOf(schema.takeStep, { ...seen, turn, step: "accepted" }).map(([field]) => field),
      ).toEqual(["turn"]);
  });

  it("is one that needs nothing more to be said", () => {
    for (const step of [
      "offered",
      "paused",
      "ending_offered",
      "",
      undefined,
      "__proto__",
      ["ended", "accepted"],
    ])
      expect(messagesOf(schema.takeStep, { ...seen, step })).toEqual([["step", "other"]]);
  });

  it("of a pause and of a renewal names a day", () => {
    expect(schema.pauseCommitment.parse({ ...seen, returns: from }).returns).toBe(from);
    expect(schema.renewCommitment.parse({ ...seen, review }).review).toBe(review);
    expect(messagesOf(schema.pauseCommitment, seen)).toEqual([["returns", "day"]]);
    expect(messagesOf(schema.renewCommitment, { ...seen, review: "soon" })).toEqual([["review", "day"]]);
  });

  it("that offers an ending may say why, or nothing", () => {
    expect(schema.offerEnding.parse(seen).closing_note).toBe("");
    expect(messagesOf(schema.offerEnding, { ...seen, closing_note: "a".repeat(WORDS_LIMIT + 1) })).toEqual([
      ["closing_note", "too_long"],
    ]);
  });
});

it("an address begins a new one with what it can read, and leaves out the rest", () => {
  const from = randomUUID();
  expect(schema.newSearch.parse({ whose: ["theirs", "mine"], template: "late", from, line: "2" })).toEqual({
    whose: "theirs",
    template: "late",
    from,
    line: 2,
  });
  expect(schema.newSearch.parse({ whose: "ours", template: "a".repeat(41), from: "x", line: "-1" })).toEqual({
    whose: "mine",
    template: null,
    from: null,
    line: 1,
  });
});

describe("every form of commitments", () => {
  const names = [
    "entry",
    "whose",
    "area",
    "cost",
    "of",
    "what",
    "why",
    "often",
    "days",
    "times",
    "by",
    "from",
  ];
  const more = ["review", "commitment", "turn", "step", "returns", "closing_note", "id", "template"];
  const { beginCommitment, offerTerms, takeStep, pauseCommitment, offerEnding, renewCommitment } = schema;
  const { commitmentAddress, newSearch } = schema;
  const forms = { beginCommitment, offerTerms, takeStep, pauseCommitment, offerEnding, renewCommitment };

  it.each(Object.entries({ ...forms, commitmentAddress, newSearch }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, [...names, ...more], 1_300),
  );

  it("refuses with keys that have a sentence", () =>
    expect(Object.keys(catalogue.invalid)).toEqual(
      expect.arrayContaining([
        "area",
        "by",
        "cost",
        "day",
        "often",
        "other",
        "review",
        "times",
        "too_long",
        "weekdays",
      ]),
    ));
});
