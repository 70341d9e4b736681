import bidiOf from "bidi-js";
import LineBreaker from "linebreak";
import type { Face, Weight } from "@/lib/paper/faces";
import type { Shape, Shapes } from "@/lib/paper/shapes";
import type { Unit, Units } from "@/lib/paper/units";

export type Setting = { readonly units: Units; readonly shapes: Shapes };
export type Type = { readonly size: number; readonly weight: Weight };

/** One line, ready to be drawn. */
export type Line = {
  /** What stands in it, in the order it is read. */
  readonly text: string;
  /** What is drawn, in that order too, each at its own place. */
  readonly pieces: readonly Placed[];
  /** In points, without the spaces it ends with. */
  readonly width: number;
  readonly rightToLeft: boolean;
};
export type Piece = {
  readonly face: Face;
  readonly shape: Shape;
  readonly size: number;
  readonly width: number;
  readonly level: number;
  /** Whether it is read from right to left. */
  readonly turned: boolean;
  readonly units: readonly Unit[];
};
/** `x` is from where the line begins. */
export type Placed = Piece & { readonly x: number };

const bidi = bidiOf();
/** Characters of scripts that run from right to left, and what sets a direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const NUMBERED = 0.6;
/** No line holds more units than this, whatever they measure: so a text without end stays as quick as any. */
const MOST = 512;

/** A text as lines that are not wider than `width`, in points. */
export function linesOf(text: string, type: Type, width: number, setting: Setting): Line[] {
  return text.split("\n").flatMap((line) => new Broken(line, type, width, setting).lines());
}

/** One line that is as wide as it is. */
export function lineOf(text: string, type: Type, setting: Setting): Line {
  const [line] = linesOf(text.replaceAll("\n", " "), type, Number.POSITIVE_INFINITY, setting);
  if (!line) throw new Error("A text has no line.");
  return line;
}

/** One line of the writer's being broken into lines of the page. */
class Broken {
  readonly #units: readonly Unit[];
  /** Where each unit ends, in code units. */
  readonly #ends: Uint32Array;
  readonly #levels: Uint8Array | undefined;
  readonly #base: number;
  readonly #lines: Line[] = [];
  /** The line that is being filled: where it began, and what is in it. */
  #from = 0;
  #pieces: Piece[] = [];
  #filled = 0;
  /** The spaces it would end with. */
  #spaces: Piece[] = [];

  constructor(
    private readonly text: string,
    private readonly type: Type,
    private readonly width: number,
    private readonly setting: Setting,
  ) {
    this.#units = setting.units.of(text, type.weight);
    this.#ends = new Uint32Array(this.#units.length);
    let end = 0;
    for (const [at, unit] of this.#units.entries()) {
      end += unit.text.length;
      this.#ends[at] = end;
    }
    const embedded = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, "auto") : undefined;
    this.#levels = embedded?.levels;
    this.#base = embedded?.paragraphs[0]?.level ?? 0;
  }

  lines(): readonly Line[] {
    let from = 0;
    for (const to of this.#breaks()) {
      this.#add(from, to);
      from = to;
    }
    this.#end(this.#units.length);
    return this.#lines;
  }

  /** Where a line may end, by units. */
  *#breaks(): Generator<number> {
    const breaker = new LineBreaker(this.text);
    let at = 0;
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      while (at < this.#units.length && (this.#ends[at] ?? 0) <= next.position) at += 1;
      // A break inside what is read as one character is none.
      if (this.#ends[at - 1] === next.position) yield at;
    }
    if (at < this.#units.length) yield this.#units.length;
  }

  /** Puts a stretch without a break inside on this line, on the next, or over several where it is too long for one. */
  #add(from: number, to: number): void {
    let end = to;
    while (end > from && this.#units[end - 1]?.shown === " ") end -= 1;
    let begin = from;
    let pieces = this.#short(begin, end);
    if (!pieces || this.#filled + sum(this.#spaces) + sum(pieces) > this.width) {
      if (this.#pieces.length > 0) this.#end(from);
      // Indented further than a line is wide.
      else this.#spaces = [];
    }
    while (!pieces || sum(pieces) > this.width) {
      const until = this.#mostFrom(begin, end);
      this.#take(this.#piecesOf(begin, until));
      if (until === end) {
        pieces = [];
        break;
      }
      this.#end(until);
      begin = until;
      pieces = this.#short(begin, end);
    }
    this.#take(pieces);
    if (end < to) this.#spaces.push(...this.#piecesOf(end, to));
  }

  /** Units as pieces, unless they are more than a line ever holds. */
  #short(from: number, to: number): Piece[] | undefined {
    return to - from <= MOST || this.width === Number.POSITIVE_INFINITY
      ? this.#piecesOf(from, to)
      : undefined;
  }

  /** The end of as many units as fit on a line, one character at least. */
  #mostFrom(from: number, to: number): number {
    const ends: number[] = [];
    for (let at = from + 1; at <= Math.min(to, from + MOST); at += 1)
      if (at === to || this.#units[at]?.begins) ends.push(at);
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (sum(this.#piecesOf(from, ends[middle] ?? to)) <= this.width) low = middle;
      else high = middle - 1;
    }
    // Letters that join can take less room than fewer of them.
    while (low > 0 && sum(this.#piecesOf(from, ends[low] ?? to)) > this.width) low -= 1;
    return ends[low] ?? to;
  }

  #take(pieces: readonly Piece[]): void {
    if (pieces.length === 0) return;
    this.#filled += sum(this.#spaces) + sum(pieces);
    this.#pieces.push(...this.#spaces, ...pieces);
    this.#spaces = [];
  }

  #end(to: number): void {
    const rightToLeft = this.#base % 2 === 1;
    this.#lines.push({
      text: this.#units.slice(this.#from, to).reduce((text, unit) => text + unit.text, ""),
      // A space at the end keeps two words apart for whoever reads the file letter by letter.
      pieces: [...placed(this.#pieces), ...this.#lastSpace(rightToLeft)],
      width: this.#filled,
      rightToLeft,
    });
    this.#from = to;
    this.#pieces = [];
    this.#spaces = [];
    this.#filled = 0;
  }

  #lastSpace(rightToLeft: boolean): readonly Placed[] {
    const [first] = this.#spaces;
    if (!first) return [];
    const shape = this.setting.shapes.of(first.face, " ", false);
    const width = shape.width * first.size;
    const units = this.#spaces.flatMap((piece) => piece.units);
    return [{ ...first, shape, width, units, x: rightToLeft ? -width : this.#filled }];
  }

  /** Units as runs of one font and one direction. */
  #piecesOf(from: number, to: number): Piece[] {
    const pieces: Piece[] = [];
    for (let at = from; at < to; ) {
      const begin = at;
      const first = this.#units[begin] as Unit;
      const level = this.#levelOf(begin);
      const turned = level % 2 === 1 && !first.numbered;
      let { face } = first;
      let shown = "";
      for (; at < to; at += 1) {
        const unit = this.#units[at] as Unit;
        // What is not seen goes with its neighbours.
        const same = unit.face === face || !unit.face || !face;
        if (!same || unit.numbered !== first.numbered || this.#levelOf(at) !== level) break;
        face ??= unit.face;
        shown += turned ? mirrored(unit) : unit.shown;
      }
      face ??= this.setting.units.faces.plain;
      const shape = this.setting.shapes.of(face, shown, turned);
      const size = this.type.size * (first.numbered ? NUMBERED : 1);
      const units = this.#units.slice(begin, at);
      pieces.push({ face, shape, size, level, turned, width: shape.width * size, units });
    }
    return pieces;
  }

  #levelOf(unit: number): number {
    return this.#levels?.[(this.#ends[unit] ?? 0) - 1] ?? 0;
  }
}

function sum(pieces: readonly Piece[]): number {
  let width = 0;
  for (const piece of pieces) width += piece.width;
  return width;
}

/** A bracket that opens to the right opens to the left where one reads so. */
const mirrored = ({ shown, face }: Unit) =>
  shown.replace(/./gu, (character) => {
    const other = bidi.getMirroredCharacter(character);
    return other && face?.font.hasGlyphForCodePoint(other.codePointAt(0) ?? 0) ? other : character;
  });

function placed(pieces: readonly Piece[]): Placed[] {
  if (pieces.every(({ level }) => level === 0)) {
    let from = 0;
    return pieces.map((piece) => {
      from += piece.width;
      return { ...piece, x: from - piece.width };
    });
  }
  const places = new Map<Piece, number>();
  let x = 0;
  for (const piece of inSight(pieces)) {
    places.set(piece, x);
    x += piece.width;
  }
  return pieces.map((piece) => ({ ...piece, x: places.get(piece) ?? 0 }));
}

/** From left to right (UAX #9, rule L2): from the highest level down, each stretch of it is turned. */
function inSight(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const highest = order.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level -= 1)
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  return order;
}
