import type { Glyph, GlyphRun } from "fontkit";
import type { Face } from "@/lib/paper/faces";

/** Glyphs in the order they are read; measures in ems. */
export type Shape = {
  readonly glyphs: readonly Placed[];
  readonly width: number;
};
export type Placed = {
  readonly glyph: Glyph;
  /** From where the shape begins, and from its baseline. */
  readonly x: number;
  readonly up: number;
  /** Stands for a character of which nothing is to be seen. */
  readonly hidden: boolean;
};

/** Words come back again and again; what is longer hardly does. */
const REMEMBERED = 24;
const MOST = 20_000;
const MISSING = 0;
/** They shape what is around them; some fonts draw them, as an editor might. */
const JOINERS = [0x200c, 0x200d];
/** Marks may be piled up without end: they stay on their own line. */
const HIGHEST = 0.45;

/** Sets text of one font and one direction. */
export class Shapes {
  readonly #known = new Map<Face, Map<string, Shape>>();
  #count = 0;

  of(face: Face, text: string, rightToLeft: boolean): Shape {
    if (text.length > REMEMBERED) return shaped(face, text, rightToLeft);
    const known = this.#ofFace(face);
    const key = (rightToLeft ? "<" : ">") + text;
    const before = known.get(key);
    if (before) return before;
    const shape = shaped(face, text, rightToLeft);
    if (this.#count++ < MOST) known.set(key, shape);
    return shape;
  }

  #ofFace(face: Face): Map<string, Shape> {
    const known = this.#known.get(face) ?? new Map<string, Shape>();
    this.#known.set(face, known);
    return known;
  }
}

function shaped({ font }: Face, text: string, rightToLeft: boolean): Shape {
  const em = font.unitsPerEm;
  const run = runOf(font, text, rightToLeft);
  const unseen = [MISSING, ...JOINERS.map((joiner) => font.glyphForCodePoint(joiner).id)];
  const within = (up: number) => Math.max(-HIGHEST, Math.min(HIGHEST, up / em));
  let width = 0;
  const glyphs: Placed[] = [];
  for (const [at, glyph] of run.glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[at] ?? {};
    const hidden = unseen.includes(glyph.id);
    glyphs.push({ glyph, x: width + xOffset / em, up: within(yOffset), hidden });
    if (!hidden) width += xAdvance / em;
  }
  // A mark whose letter is of another font, and that is not made to stand over what is before it, stands behind it.
  if (width === 0)
    width = glyphs.reduce(
      (most, { glyph, hidden }) => (hidden ? most : Math.max(most, glyph.bbox.maxX / em)),
      0,
    );
  // They come as they stand, from the left.
  return { glyphs: rightToLeft ? glyphs.reverse() : glyphs, width };
}

/** Sequences that no language has can lead into gaps of a font's tables: then marks stand where they stand by themselves. */
function runOf(font: Face["font"], text: string, rightToLeft: boolean): GlyphRun {
  const direction = rightToLeft ? "rtl" : "ltr";
  for (const features of [undefined, { mark: false, mkmk: false, curs: false, kern: false }]) {
    try {
      return font.layout(text, features, undefined, undefined, direction);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    }
  }
  return plainRun(font, text, rightToLeft);
}

/** One glyph for each character, unjoined. */
function plainRun(font: Face["font"], text: string, rightToLeft: boolean): GlyphRun {
  const glyphs = font.glyphsForString(text);
  if (rightToLeft) glyphs.reverse();
  const positions = glyphs.map(({ advanceWidth }) => ({
    ...{ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 },
  }));
  return { glyphs, positions } as unknown as GlyphRun;
}
