import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asFields,
  asText,
  blank,
  contentFrom,
  dimensions,
  numbersOf,
  saysSomething,
} from "@/lib/check-ins/rules";
import { type Content, content, recordCheckIn } from "@/lib/check-ins/schema";
import { Feeling, Need } from "@/lib/db/generated/enums";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { neverStumbles } from "../forms";

const number = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null });
const text = (maxLength: number) => fc.string({ unit: "grapheme", maxLength }).map((words) => words.trim());
const aContent: fc.Arbitrary<Content> = fc.record({
  trust: number,
  safety: number,
  closeness: number,
  love: number,
  pain: number,
  feelings: fc.uniqueArray(fc.constantFrom(...Object.values(Feeling))),
  need: fc.option(fc.constantFrom(...Object.values(Need)), { nil: null }),
  own_feeling: text(20),
  note: text(200),
});

describe("what a check-in says", () => {
  it("skips a number that was not touched, and keeps a zero", () => {
    const read = content.parse({ trust: "", safety: "0", need: "" });
    expect(read).toMatchObject({
      trust: null,
      safety: 0,
      closeness: null,
      love: null,
      pain: null,
      need: null,
      note: "",
    });
  });

  it.each(["11", "-1", "5.5", "five", "1e1e1"])("is not a number like %s", (trust) =>
    expect(content.safeParse({ trust }).error?.issues[0]?.message).toBe("number"),
  );

  it("takes one feeling, several, and the same one twice", () => {
    expect(content.parse({ feelings: "sad" }).feelings).toEqual(["sad"]);
    expect(content.parse({ feelings: ["sad", "angry", "sad"] }).feelings).toEqual(["sad", "angry"]);
    expect(content.safeParse({ feelings: ["cheerful"] }).success).toBe(false);
  });

  it("has room for ten thousand characters and says so when there are more", () => {
    expect(content.parse({ note: "a".repeat(WORDS_LIMIT) }).note).toHaveLength(WORDS_LIMIT);
    expect(content.safeParse({ note: "a".repeat(WORDS_LIMIT + 1) }).error?.issues[0]?.message).toBe(
      "too_long",
    );
  });

  it("goes through a form and back unchanged", () =>
    fc.assert(
      fc.property(aContent, (said) => {
        const typed = Object.fromEntries(
          Object.entries(asFields(said)).map(([name, values]) => [
            name,
            values.length === 1 ? values[0] : values,
          ]),
        );
        expect(content.parse(typed)).toEqual(said);
      }),
    ));

  it("is put together from its numbers and its words, in any order", () =>
    fc.assert(
      fc.property(aContent, (said) => {
        const texts = [
          { field: "own_feeling" as const, text: said.own_feeling },
          { field: "note" as const, text: said.note },
        ];
        expect(contentFrom(numbersOf(said), texts)).toEqual(said);
        expect(contentFrom(undefined, [])).toEqual(blank);
      }),
    ));

  it("says something as soon as anything is in it", () => {
    expect(saysSomething(blank)).toBe(false);
    for (const dimension of dimensions) expect(saysSomething({ ...blank, [dimension]: 0 })).toBe(true);
    expect(saysSomething({ ...blank, need: "nothing" })).toBe(true);
    expect(saysSomething({ ...blank, feelings: ["numb"] })).toBe(true);
    expect(saysSomething({ ...blank, note: "x" })).toBe(true);
  });

  it("has the same name as long as it says the same, and another when it does not", () =>
    fc.assert(
      fc.property(aContent, aContent, (one, other) => {
        expect(asText({ ...one, feelings: [...one.feelings].reverse() })).toBe(asText(one));
        if (JSON.stringify(asFields(one)) !== JSON.stringify(asFields(other)) && one.note !== other.note) {
          expect(asText(one)).not.toBe(asText(other));
        }
      }),
    ));
});

it("a form with anything in it is refused in words or understood, and never breaks", () =>
  neverStumbles(
    recordCheckIn,
    ["trust", "note", "feelings", "need", "shown", "day", "entry", "nothing"],
    2_000,
  ));
