import fc from "fast-check";
import type { Font } from "fontkit";
import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/paper/description";
import { drawn, fontsIn, read, seen, shownIn } from "@/tests/support/paper";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Each text on pages to itself, and what is read on them. */
async function readBack(texts: readonly string[]): Promise<string[]> {
  const blocks = texts.flatMap((text, at): Block[] => [
    { is: "heading", level: 3, text: `Text ${at} begins` },
    { is: "paragraph", text },
    { is: "pageBreak" },
  ]);
  const { pages } = await read(drawn(blocks));
  const all = pages.map(({ text }) => text).join("\n");
  return texts.map((_, at) => {
    const from = all.indexOf(`Text ${at} begins`) + `Text ${at} begins`.length;
    const to = all.indexOf(`Text ${at + 1} begins`);
    return seen(all.slice(from, to === -1 ? undefined : to));
  });
}

const ofScript = (from: number, to: number) =>
  fc
    .array(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 30 })
    .map((points) => String.fromCodePoint(...points));
const word = fc.oneof(
  ofScript(0x20, 0x7e),
  ofScript(0xa0, 0x24f),
  ofScript(0x300, 0x36f),
  ofScript(0x370, 0x52f),
  ofScript(0x900, 0x97f),
  ofScript(0x3040, 0x30ff),
  ofScript(0x4e00, 0x4e5f),
  ofScript(0xac00, 0xac7f),
  ofScript(0x2190, 0x27bf),
  ofScript(0x1f300, 0x1faff),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const leftToRight = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "))
  .filter((text) => !RIGHT_TO_LEFT.test(text));
// The reader of these tests passes over a glyph whose text ends with a format character, as U+0600 is one.
const FORMATS = /\p{Cf}/gu;
const eitherWay = fc
  .array(
    fc.oneof(
      ofScript(0x5d0, 0x5ea),
      ofScript(0x621, 0x64a),
      ofScript(0x591, 0x5f4),
      ofScript(0x600, 0x6ff),
      word,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join(" ").replace(FORMATS, ""));

const outline = (font: Font, glyph: number) => font.getGlyph(glyph).path.toSVG();
const sorted = (text: string) => [...text].sort().join("");

describe("what is printed", () => {
  it("is read back to the letter, in whatever script", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(leftToRight, { minLength: 30, maxLength: 30 }), async (texts) => {
        expect(await readBack(texts)).toEqual(texts.map(seen));
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it("loses and adds no letter where scripts of both directions meet", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(eitherWay, { minLength: 30, maxLength: 30 }), async (texts) => {
        const read = await readBack(texts);
        expect(read.map(sorted)).toEqual(texts.map((text) => sorted(seen(text))));
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it("never shows the box of a glyph that is missing", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(leftToRight, eitherWay), { minLength: 10, maxLength: 20 }), (texts) => {
        const fonts = fontsIn(drawn(texts.map((text) => ({ is: "paragraph", text }))));
        expect(fonts.length).toBeGreaterThan(0);
        for (const font of fonts) {
          const box = outline(font, 0);
          const others = Array.from({ length: font.numGlyphs - 1 }, (_, at) => outline(font, at + 1));
          if (box) expect(others).not.toContain(box);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it.each([
    ["Hebrew", "שלום עולם, זה מבחן (עם סוגריים) ומספר 123 בתוך"],
    ["Arabic", "مرحبا بالعالم، هذا اختبار (مع أقواس) والرقم 123"],
    ["a word of each in English", "She said שלום and he said مرحبا at 12:30."],
    ["Hindi", "नमस्ते दुनिया, यह एक परीक्षण है। क्षत्रिय"],
    ["Japanese", "こんにちは世界。「日本語」のテスト。"],
    ["letters with marks of their own", "e\u0301 a\u0308\u0323 q\u0303 Z\u0310\u0315"],
    ["pictures of several parts", "👩‍👩‍👧 👍🏽 🇩🇪 ❤️ 1️⃣"],
    ["scripts of which there is no font", "ᚠᚢᚦ \u{10400}\u{10401} \ue000"],
  ])("reads as it was written: %s", async (_, text) => {
    expect(await readBack([text])).toEqual([seen(text)]);
  });

  it("is not turned round by what would turn it, nor broken by halves of characters", async () => {
    const text = "one \u202etwo\u202c \u2067three\u2069 fo\ud800ur\u0000 five\u0007 \ufffe";
    expect(await readBack([text])).toEqual(["onetwothreefo\ufffdurfive\ufffe"]);
  });

  it("says the number of a character that no font has, in its place", async () => {
    const file = drawn([{ is: "paragraph", text: "ᚠ" }]);
    // U, +, four digits and the space behind them.
    expect(shownIn(file) - shownIn(drawn([]))).toBe(7);
  });
});
