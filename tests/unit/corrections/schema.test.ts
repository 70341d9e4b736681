import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as schema from "@/lib/corrections/schema";
import { ReachWay } from "@/lib/db/generated/enums";
import catalogue from "@/lib/i18n/en.json";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const correction = { entry: randomUUID(), way: "now", is_true: "I only wrote." };

describe("a correction as its form sends it", () => {
  it("says what is true, and whatever else of its three parts one likes, none too long", () => {
    expect(schema.correct.parse(correction)).toMatchObject({
      said: "",
      is_true: "I only wrote.",
      will_do: "",
    });
    for (const is_true of [undefined, "", " \n"])
      expect(messagesOf(schema.correct, { ...correction, is_true })).toEqual([["is_true", "is_true"]]);
    for (const part of schema.parts) {
      expect(schema.correct.parse({ ...correction, [part]: "  words\n" })[part]).toBe("words");
      expect(messagesOf(schema.correct, { ...correction, [part]: "a".repeat(WORDS_LIMIT + 1) })).toEqual([
        [part, "too_long"],
      ]);
      expect(messagesOf(schema.correct, { ...correction, [part]: ["given", "twice"] })).toEqual([
        [part, "other"],
      ]);
    }
  });

  it("says how it was going to reach the other when its form was made", () => {
    for (const way of Object.values(ReachWay))
      expect(schema.correct.parse({ ...correction, way }).way).toBe(way);
    for (const way of [undefined, "", "never", ["now", "at_time"]])
      expect(messagesOf(schema.correct, { ...correction, way })).toEqual([["way", "other"]]);
  });
});

describe("every form of corrections", () => {
  const { correct, correctionAddress } = schema;

  it.each(Object.entries({ correct, correctionAddress }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, ["entry", ...schema.parts, "way", "id"], 3_400),
  );

  it("refuses with keys that have a sentence", () =>
    expect(Object.keys(catalogue.invalid)).toEqual(
      expect.arrayContaining(["other", "time", "too_long", "way"]),
    ));
});
