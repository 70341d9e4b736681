import type { Glyph } from "fontkit";
import type { Face } from "@/lib/paper/faces";
import type { Placed } from "@/lib/paper/lines";
import type { Shape } from "@/lib/paper/shapes";

/** A font in the file, as the library keeps it: its glyphs by their numbers there, each with its width and its text. */
export type Embedded = {
  readonly id: string;
  readonly font: Face["font"];
  readonly scale: number;
  readonly subset: { readonly glyphs: number[] };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): unknown;
};

/** Glyphs, and the text they stand for together. */
type Part = { text: string; glyphs: Shape["glyphs"][number][] };

/** The text of a glyph that only completes the one before it: readers pass it over. */
const NONE = "\u2060";
/** As much as a font in a file may hold is more than three times this; what is beyond is said beside the glyphs only. */
const MOST = 20_000;
const JOINERS = /[\u200c\u200d]/g;
/** Invisible formats at the end of a character, as a soft hyphen: some programs pass over all that ends so. */
const ENDING = /(?:(?=\p{Cf})\p{Default_Ignorable_Code_Point})+$/u;
/** What a reader takes for one glyph. */
const LONGEST = 200;

/** A line being written as operators. What can be read of its letters is the text, whatever they look like. */
export class Showing {
  operators = "";
  #shown = "";
  #font = "";
  /** Where what is shown so far ends; nowhere after a glyph that is not on the line. */
  #reached = Number.NaN;

  constructor(
    private readonly x: number,
    private readonly y: number,
    private readonly embed: (face: Face) => Embedded,
  ) {}

  /** A piece, letter by letter as it is read, each at its own place (ISO 32000-1, 14.8.2.3.3). */
  add(piece: Placed): void {
    const embedded = this.embed(piece.face);
    const font = `/${embedded.id} ${rounded(piece.size)} Tf `;
    if (font !== this.#font) {
      this.#flush();
      this.operators += font;
      this.#font = font;
      this.#reached = Number.NaN;
    }
    for (const part of partsOf(piece)) this.#part(part, piece, embedded);
  }

  /** Ends the line. */
  end(): string {
    this.#flush();
    return this.operators;
  }

  #part({ text: written, glyphs }: Part, piece: Placed, embedded: Embedded): void {
    const text = written.length === 1 ? written : legible(written, piece.turned);
    if (glyphs.length === 1 && text.length <= LONGEST) {
      this.#show(glyphs[0] as Part["glyphs"][number], text, piece, embedded);
      return;
    }
    const [first, ...others] = glyphs;
    if (!first) return;
    const read = text.length <= LONGEST ? text : NONE;
    const sayAll = !piece.turned || read === NONE;
    if (sayAll) this.#say(text);
    this.#show(first, read, piece, embedded);
    // Programs that put letters in order by where they stand would turn a text of several: here the first glyph has it.
    if (!sayAll) this.#say("");
    for (const placed of others) this.#show(placed, NONE, piece, embedded);
    this.#flush();
    this.operators += "EMC ";
  }

  #say(text: string): void {
    this.#flush();
    this.operators += `/Span <</ActualText <${utf16(text)}>>> BDC `;
  }

  #show(
    { glyph, x, up }: Part["glyphs"][number],
    text: string,
    { x: begun, size }: Placed,
    embedded: Embedded,
  ): void {
    const at = this.x + begun + x * size;
    if (up !== 0 || Number.isNaN(this.#reached)) {
      this.#flush();
      this.operators += `1 0 0 1 ${rounded(at)} ${rounded(this.y + up * size)} Tm `;
    } else if (Math.abs(at - this.#reached) > 0.005)
      this.#shown += `> ${rounded(((this.#reached - at) / size) * 1000)} <`;
    this.#shown += numberIn(embedded, glyph, text).toString(16).padStart(4, "0");
    this.#reached = up === 0 ? at + glyph.advanceWidth * embedded.scale * 0.001 * size : Number.NaN;
  }

  #flush(): void {
    if (this.#shown) this.operators += `[<${this.#shown}>] TJ `;
    this.#shown = "";
  }
}

/** A joiner among letters from right to left: programs that turn them back would put it before its letter. */
const legible = (text: string, turned: boolean) =>
  (turned ? text.replace(JOINERS, "") : text).replace(ENDING, "");

const numbers = new WeakMap<Embedded, Map<number, Map<string, number>>>();

/** The number of a glyph that stands for this text: one that stands for another text too has another number there. */
function numberIn(embedded: Embedded, glyph: Glyph, text: string): number {
  const { subset, widths, unicode, scale } = embedded;
  const ofFont = numbers.get(embedded) ?? new Map<number, Map<string, number>>();
  numbers.set(embedded, ofFont);
  const ofGlyph = ofFont.get(glyph.id) ?? new Map<string, number>();
  ofFont.set(glyph.id, ofGlyph);
  const before =
    ofGlyph.get(text) ?? (subset.glyphs.length < MOST ? undefined : ofGlyph.values().next().value);
  if (before !== undefined) return before;
  const number = subset.glyphs.push(glyph.id) - 1;
  widths[number] = glyph.advanceWidth * scale;
  unicode[number] = Array.from(text || NONE, (character) => character.codePointAt(0) ?? 0);
  ofGlyph.set(text, number);
  return number;
}

/** A piece in stretches of which it is known which glyphs stand for which text: as short as they can be. */
function partsOf({ shape, units }: Placed): Part[] {
  const parts: Part[] = [];
  let [awaited, at] = [0, 0];
  for (const { text, shown } of units) {
    const last = parts.at(-1);
    // What is behind a glyph of several characters, or is not seen, goes with what is before it.
    const part = last && (awaited < 0 || shown === "") ? last : { text: "", glyphs: [] };
    if (part !== last) parts.push(part);
    part.text += text;
    awaited += [...shown].length;
    for (; at < shape.glyphs.length; at += 1) {
      const placed = shape.glyphs[at] as Shape["glyphs"][number];
      const { length } = placed.glyph.codePoints;
      // One of no characters completes the one before it.
      if (awaited <= 0 && (length > 0 || part.glyphs.length === 0)) break;
      part.glyphs.push(placed);
      awaited -= length;
    }
  }
  parts.at(-1)?.glyphs.push(...shape.glyphs.slice(at));
  for (const part of parts) part.glyphs = part.glyphs.filter(({ hidden }) => !hidden);
  return parts.every(({ glyphs }) => glyphs.length > 0) ? parts : joined(parts);
}

/** A text to which no glyph is left goes with the one before it. */
function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  let waiting = "";
  for (const { text, glyphs } of parts) {
    const last = whole.at(-1);
    if (glyphs.length > 0) whole.push({ text: waiting + text, glyphs });
    else if (last) last.text += text;
    waiting = whole.length > 0 ? "" : waiting + text;
  }
  return whole;
}

export const rounded = (measure: number) => Math.round(measure * 1000) / 1000;

/** Hexadecimal UTF-16, as a PDF writes text. */
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex");
