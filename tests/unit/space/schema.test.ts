import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import catalogue from "@/lib/i18n/en.json";
import { lengths } from "@/lib/space/rules";
import * as schema from "@/lib/space/schema";
import { messagesOf, neverStumbles } from "../forms";

const entry = randomUUID();
const wantedOf = (fields: object) => schema.askForSpace.parse({ entry, ...fields }).wanted;

describe("asking for space", () => {
  it("takes a length that is offered, whatever stands in the field for a time", () => {
    for (const length of lengths)
      for (const until of [undefined, "", "12:00", "soon", ["12:00", "13:00"]])
        expect(wantedOf({ length: String(length), until })).toEqual({ length });
  });

  it.each(["00:00", "06:30", "19:59", "23:59"])("takes a time of one's own: %s", (until) =>
    expect(wantedOf({ length: "until", until })).toEqual({ until }),
  );

  it.each([
    "",
    undefined,
    "24:00",
    "6:30",
    "12:60",
    "12:00:00",
    "12:00\n",
    "soon",
    ["12:00", "13:00"],
    "\u0000",
  ])("for a time of one's own does not take %j", (until) =>
    expect(messagesOf(schema.askForSpace, { entry, length: "until", until })).toEqual([["until", "time"]]),
  );

  it.each([
    "",
    undefined,
    "0",
    "19",
    "-20",
    "21",
    "1440",
    "NaN",
    "Infinity",
    "20.5",
    "an hour",
    ["20", "60"],
    {},
  ])("does not take a length of %j", (length) =>
    expect(messagesOf(schema.askForSpace, { entry, length })).toEqual([["length", "length"]]),
  );
});

describe("the words for it", () => {
  it("have room, and say so when they are too long or sent twice", () => {
    const { proposeWords } = schema;
    const most = "a".repeat(schema.SENTENCE_LIMIT);
    expect(proposeWords.parse({ sentence: `  ${most}\n` }).sentence).toBe(most);
    expect(proposeWords.parse({}).sentence).toBe("");
    for (const long of [`${most}a`, "a".repeat(1_000_000)])
      expect(messagesOf(proposeWords, { sentence: long })).toEqual([["sentence", "too_long"]]);
    expect(messagesOf(proposeWords, { sentence: ["given", "twice"] })).toEqual([["sentence", "other"]]);
  });

  it("are named by their turn and what was sealed in them, and by nothing else", () => {
    const turn = `12-${"0f".repeat(16)}`;
    expect(schema.theWords.parse({ turn }).turn).toBe(turn);
    const odd = [
      "12",
      "",
      undefined,
      12,
      `-${turn}`,
      `${turn}\n`,
      `${turn}0`,
      turn.toUpperCase(),
      [turn, turn],
    ];
    for (const name of odd) expect(messagesOf(schema.theWords, { turn: name })).toEqual([["turn", "other"]]);
  });
});

describe("every form of space", () => {
  const names = ["entry", "length", "until", "sentence", "turn"];
  const { askForSpace, comeBack, proposeWords, theWords } = schema;

  it.each(Object.entries({ askForSpace, comeBack, proposeWords, theWords }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, names, 2_500),
  );

  it("refuses with keys that have a sentence", () =>
    expect(Object.keys(catalogue.invalid)).toEqual(
      expect.arrayContaining(["length", "other", "time", "too_long"]),
    ));
});
