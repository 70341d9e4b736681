import { describe, expect, it } from "vitest";
import { type Draft, nameOf, saysNothing } from "@/lib/drafts/rules";

describe("a form with nothing in it", () => {
  it("is one where nothing was typed or chosen, but for what it begins with", () => {
    expect(saysNothing({})).toBe(true);
    expect(saysNothing({ note: [""], own_feeling: [" \n\u00a0"], feelings: [] })).toBe(true);
    expect(saysNothing({ entry: ["0b9d"], to: ["1c"], day: ["2026-03-10"], shown: ["only_me"] })).toBe(true);
    expect(saysNothing({ before: ["0b9d"], kind: ["caring_act"] })).toBe(true);
    const agreed = { whose: ["mine"], area: ["phone"], cost: ["low"], often: ["daily"], turn: ["3"] };
    expect(
      saysNothing({ ...agreed, from: ["2026-03-10"], review: ["2026-06-08"], what: [""], why: [" "] }),
    ).toBe(true);
    expect(saysNothing({ wish: ["comfort"], standing: ["not_yet"], note: [""] })).toBe(true);
  });

  it.each([
    ["a word", { note: ["", "x"], wish: ["comfort"] }],
    ["a feeling", { note: [""], feelings: ["numb"] }],
    ["a number, also the least", { trust: ["0"] }],
    ["a promise", { promise: ["to stay"] }],
    ["what is to be agreed", { often: ["daily"], what: ["I call"], why: [""] }],
    ["what is true", { said: [""], is_true: ["I was there"] }],
  ])("is not one with %s", (_, fields) => expect(saysNothing(fields)).toBe(false));
});

describe("the name of a draft", () => {
  it("is one for the same words, another for others, and none where there is no draft", () => {
    const drafts: Draft[] = [
      { note: ["half"] },
      { note: ["half "] },
      { note: ["half", ""] },
      { promise: ["half"] },
    ];
    expect(new Set(drafts.map(nameOf)).size).toBe(drafts.length);
    for (const draft of drafts) expect(nameOf(structuredClone(draft))).toBe(nameOf(draft));
    expect(nameOf(null)).toBe("");
  });
});
