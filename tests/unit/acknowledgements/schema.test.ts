import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answers, linesOf, parts } from "@/lib/acknowledgements/rules";
import * as schema from "@/lib/acknowledgements/schema";
import catalogue from "@/lib/i18n/en.json";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const words = { did: "I wrote to her for a year.", will_do: "I tell you before you ask." };
const acknowledgement = { entry: randomUUID(), after: "", way: "now", given: "now", ...words };

describe("an acknowledgement as its form sends it", () => {
  it("says what was done and what will be done, and whatever else of its parts one likes, none too long", () => {
    expect(schema.acknowledge.parse(acknowledgement)).toMatchObject({
      ...words,
      ...{ after: null, agreement: null, broke: "", cost_you: "", regret: "" },
    });
    for (const part of ["did", "will_do"])
      for (const left of [undefined, "", " \n"])
        expect(messagesOf(schema.acknowledge, { ...acknowledgement, [part]: left })).toEqual([[part, part]]);
    for (const part of parts)
      expect(
        messagesOf(schema.acknowledge, { ...acknowledgement, [part]: "a".repeat(WORDS_LIMIT + 1) }),
      ).toEqual([[part, "too_long"]]);
  });

  it("has no field for reasons, and none that asks to be forgiven", () =>
    expect(Object.keys(schema.acknowledge.shape)).toEqual([
      ...["entry", "after", "did", "broke", "agreement", "cost_you", "regret", "will_do", "way", "given"],
    ]));

  it("is given or kept, and nothing else", () => {
    for (const given of [undefined, "", "never", ["now", "later"]])
      expect(messagesOf(schema.acknowledge, { ...acknowledgement, given })).toEqual([["given", "other"]]);
  });
});

describe("what it is to whoever read it, as its form sends it", () => {
  const answer = { entry: randomUUID(), to: randomUUID(), before: "", shown: "only_me" };

  it("is one of three, with words or without", () => {
    for (const received of answers)
      expect(schema.receive.parse({ ...answer, received })).toMatchObject({ received, missing: "" });
    for (const received of [undefined, "", "forgiven"])
      expect(messagesOf(schema.receive, { ...answer, received })).toEqual([["received", "received"]]);
  });
});

describe("every form of acknowledgements", () => {
  const { acknowledge, give, receive, acknowledgementAddress } = schema;
  const fields = ["entry", "after", ...parts, "agreement", "way", "given", "to", "received", "missing", "id"];

  it.each(Object.entries({ acknowledge, give, receive, acknowledgementAddress }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, fields, 3_400),
  );

  it("refuses with keys that have a sentence", () =>
    expect(Object.keys(catalogue.invalid)).toEqual(expect.arrayContaining(["did", "will_do", "received"])));
});

describe("what will be done, line by line", () => {
  it.each([
    ["I call at six.", ["I call at six."]],
    ["I call.\n\n  I come home.\r\nI ask.", ["I call.", "I come home.", "I ask."]],
    [
      "- I call.\n• I come home.\n2. I ask.\n3) I listen.",
      ["I call.", "I come home.", "I ask.", "I listen."],
    ],
    ["-40 euros a week go back.\n3.5 hours", ["-40 euros a week go back.", "3.5 hours"]],
    ["", []],
    [" \n-\n", ["-"]],
    ["I ask first.\n- I ask first.", ["I ask first."]],
  ])("leaves out what only marks a line: %j", (said, lines) => expect(linesOf(said)).toEqual(lines));
});
