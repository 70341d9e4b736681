import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as schema from "@/lib/struggles/schema";
import { wholeChoices } from "@/lib/visibility/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const struggle = { entry: randomUUID(), shown: "only_me" };
const part = { ...struggle, to: randomUUID(), whose: "theirs", before: "" };

describe.each([
  ["a struggle", schema.addStruggle, struggle, schema.STRUGGLE_LIMIT],
  ["one's own part", schema.writeOwnPart, part, WORDS_LIMIT],
] as const)("%s as its form sends it", (_, form, fields, limit) => {
  it("is kept or shown by the button it is sent with", () => {
    for (const shown of wholeChoices) expect(form.parse({ ...fields, shown })).toMatchObject({ shown });
    for (const shown of [undefined, "", "numbers", "everyone", ["only_me", "numbers_and_words"]])
      expect(messagesOf(form, { ...fields, shown })).toEqual([["shown", "shown"]]);
  });

  it("has room for its words, and says so where they are too long", () => {
    const most = "a".repeat(limit);
    expect(form.parse({ ...fields, note: `  ${most}\n` }).note).toBe(most);
    for (const long of [`${most}a`, "a".repeat(1_000_000)])
      expect(messagesOf(form, { ...fields, note: long })).toEqual([["note", "too_long"]]);
  });
});

describe("one's own part", () => {
  it("takes the place of one that is named, or of none", () => {
    const before = randomUUID();
    expect(schema.writeOwnPart.parse({ ...part, before }).before).toBe(before);
    expect(schema.writeOwnPart.parse(part).before).toBeNull();
    expect(messagesOf(schema.writeOwnPart, { ...part, before: "x" })).toHaveLength(1);
  });
});

describe("every form of struggles", () => {
  const names = ["entry", "to", "before", "note", "shown"];
  it.each(
    Object.entries({ ...schema, STRUGGLE_LIMIT: undefined }).flatMap(([name, form]) =>
      form ? [[name, form] as const] : [],
    ),
  )("refuses odd input in words and never stumbles: %s", (_, form) => neverStumbles(form, names, 3_400));
});
