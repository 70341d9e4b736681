import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clock, one, several, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

describe("a field that was left open", () => {
  it("is null, and a zero is not", () => {
    expect(["", undefined].map(skipped)).toEqual([null, null]);
    for (const given of ["0", 0, " ", "x", null, false, []]) expect(skipped(given)).toBe(given);
  });
});

describe("a field with several values", () => {
  it("is a list of them, of one, or of none", () => {
    expect([undefined, "", "sad", ["sad", "angry"], []].map(several)).toEqual([
      [],
      [],
      ["sad"],
      ["sad", "angry"],
      [],
    ]);
  });

  it("where one is meant is its first", () => {
    expect([["a", "b"], "a", undefined, []].map(one)).toEqual(["a", "a", undefined, undefined]);
  });
});

describe("a text", () => {
  it("is without the space around it, and empty where it was left out", () => {
    expect(text(5).parse(" \n a\tb \u00a0")).toBe("a\tb");
    expect([text(5).parse(undefined), text(5).parse("  ")]).toEqual(["", ""]);
  });

  it("has room for ten thousand characters and says so when there are more", () => {
    expect(WORDS_LIMIT).toBe(10_000);
    const read = (words: string) => text(WORDS_LIMIT).safeParse(words).error?.issues[0]?.message;
    expect(read("a".repeat(WORDS_LIMIT))).toBeUndefined();
    expect(read(`  ${"a".repeat(WORDS_LIMIT)}\n`)).toBeUndefined();
    for (const length of [WORDS_LIMIT + 1, 1_000_000]) expect(read("a".repeat(length))).toBe("too_long");
  });

  it.each([null, 5, ["given", "twice"], {}, true])("is not %j", (given) =>
    expect(text(5).safeParse(given).error?.issues[0]?.message).toBe("other"),
  );

  it("is none where nobody could see any of it", () => {
    const read = (words: string) => text(WORDS_LIMIT).parse(words);
    for (const words of ["\u200b", " \u2060\u00ad ", "\u3164", "\ufe0f", "\ufeff\u200d"])
      expect(read(words)).toBe("");
    for (const words of ["👩\u200d👧", "می\u200cخواهم", "."]) expect(read(words)).toBe(words);
  });

  it("is otherwise kept to the letter", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (words) => {
        expect(text(WORDS_LIMIT).parse(`.${words}`)).toBe(`.${words}`.trim());
      }),
    ));
});

describe("a time of day", () => {
  it("is every minute there is", () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
        String(part).padStart(2, "0"),
      );
      expect(clock.safeParse(`${hours}:${minutes}`).success).toBe(true);
    }
  });

  it.each([
    "24:00",
    "6:30",
    "12:60",
    "12:00:00",
    "12:00\n",
    " 12:00",
    "1200",
    "soon",
    "",
    undefined,
    ["12:00"],
  ])("is not %j", (given) => expect(clock.safeParse(given).error?.issues[0]?.message).toBe("time"));
});
