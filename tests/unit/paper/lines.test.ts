import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Faces } from "@/lib/paper/faces";
import { lineOf, linesOf } from "@/lib/paper/lines";
import { Shapes } from "@/lib/paper/shapes";
import { Units } from "@/lib/paper/units";
import { readFont } from "@/tests/support/paper";

const setting = { units: new Units(new Faces(readFont, "en")), shapes: new Shapes() };
const type = { size: 10, weight: 400 } as const;
const broken = (text: string, width: number) => linesOf(text, type, width, setting);

const someText = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-z(). -]{0,40}$/),
      fc.stringMatching(/^[א-ת() ]{0,20}$/),
      fc.stringMatching(/^[ا-ي\u064b-\u0652 ]{0,20}$/),
      fc.constantFrom("\n", "👩‍👩‍👧", "e\u0301\u0323", "日本語のテスト", "क्षत्रिय", "ᚠ", "123 ", "  "),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const graphemesIn = (text: string) => [...new Intl.Segmenter().segment(text)].length;

describe("lines", () => {
  it("hold together all of a text, each within its width", () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = broken(text, width);
        expect(lines.map((line) => line.text).join("")).toBe(text.replaceAll("\n", ""));
        // What is one to its reader is never broken, however wide it is drawn.
        for (const line of lines.filter((one) => graphemesIn(one.text) > 1))
          expect(line.width).toBeLessThanOrEqual(width + 0.001);
      }),
      { numRuns: 400 },
    );
  });

  it("lay their pieces side by side without a gap and without covering one another", () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 40, max: 400 }), (text, width) => {
        for (const { pieces, width: filled } of broken(text, width)) {
          const inside = pieces
            .filter(({ x, width: own }) => own > 0 && x > -0.001 && x < filled - 0.001)
            .toSorted((a, b) => a.x - b.x);
          let reached = 0;
          for (const { x, width: own } of inside) {
            expect(x).toBeCloseTo(reached, 5);
            reached = x + own;
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("break where words end, and inside one only when it is longer than a line", () => {
    expect(broken("one two three four", 45).map((line) => line.text)).toEqual(["one two ", "three ", "four"]);
    expect(broken("a sesquipedalian", 40).map((line) => line.text)[0]).toBe("a ");
    expect(broken("no\u00a0break here", 60).map((line) => line.text)).toEqual(["no\u00a0break ", "here"]);
  });

  it("never break inside what is read as one character", () => {
    const family = "👩‍👩‍👧";
    for (const { text } of broken(family.repeat(200), 60)) expect(text.length % family.length).toBe(0);
    for (const { text } of broken("e\u0301".repeat(200), 60)) expect(text).toMatch(/^(e\u0301)+$/);
  });

  it("run from the right where the first letter does, with numbers the other way", () => {
    const line = lineOf("אב 12 גד", type, setting);
    expect(line.rightToLeft).toBe(true);
    const places = new Map(
      line.pieces.map((piece) => [piece.units.map(({ text }) => text).join(""), piece.x]),
    );
    expect([...places.keys()]).toEqual(["אב", " ", "12", "גד"]);
    expect(places.get("אב")).toBeGreaterThan(places.get("12") ?? 0);
    expect(places.get("12")).toBeGreaterThan(places.get("גד") ?? 0);
    expect(lineOf("ab אב", type, setting).rightToLeft).toBe(false);
  });

  it("turn a bracket that is read from the right", () => {
    const drawnFor = (text: string) =>
      lineOf(text, type, setting).pieces.flatMap(({ shape }) => shape.glyphs.map(({ glyph }) => glyph));
    const [open, close] = drawnFor("()");
    expect(drawnFor("א(ב)ג").filter((glyph) => glyph === open || glyph === close)).toEqual([close, open]);
  });

  it("join Arabic letters to their neighbours", () => {
    const width = (text: string) => lineOf(text, type, setting).width;
    expect(width("ببب")).toBeLessThan(3 * width("ب") - 4);
  });

  it("draw marks that are piled up within their own line", () => {
    const piled = `Z${"\u0301\u0323".repeat(300)}`;
    for (const { shape } of lineOf(piled, type, setting).pieces)
      for (const { up } of shape.glyphs) expect(Math.abs(up)).toBeLessThanOrEqual(0.45);
  });

  it("take no longer for a word without end than its length asks for", () => {
    const began = performance.now();
    const lines = broken("سلام".repeat(2500), 230);
    expect(lines.length).toBeGreaterThan(100);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
