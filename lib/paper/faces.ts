import * as fontkit from "fontkit";
import { unpacked } from "@/lib/paper/sfnt";

/** Reads a file of the font packages: "noto-sans/unicode.json". */
export type ReadFont = (path: string) => Uint8Array;

/** A font file that is in use; `key` names it among the others. */
export type Face = { readonly key: string; readonly font: fontkit.Font };

export type Weight = 400 | 600;

type File = {
  readonly path: Readonly<Record<Weight, string>>;
  readonly ranges: readonly (readonly [number, number])[];
};

type Family = {
  readonly name: string;
  /** Whether its semi-bold comes along too. */
  readonly strong?: true;
  /** Its files in order, where the list of what they hold is not needed: few, and loaded only after all others. */
  readonly whole?: readonly string[];
  /** The subsets that are its own script; the others repeat what another family has. */
  readonly own?: RegExp;
};

/** Where a character is looked for, one family after the other. */
export type Order = { readonly name: string; readonly families: readonly Family[] };

const NUMBERED = /^\[\d+\]$/;
const SANS: Family = { name: "noto-sans", strong: true };
const ARABIC: Family = { name: "noto-sans-arabic", strong: true, own: /^arabic$/ };
const HEBREW: Family = { name: "noto-sans-hebrew", strong: true, own: /^hebrew$/ };
const CHINESE: Family = { name: "noto-sans-sc", own: NUMBERED };
const JAPANESE: Family = { name: "noto-sans-jp", own: NUMBERED };
const KOREAN: Family = { name: "noto-sans-kr", own: NUMBERED };
const SYMBOLS: Family = { name: "noto-sans-symbols-2", own: /^(symbols|math|braille|mayan-numerals)$/ };
const MATH: Family = { name: "noto-sans-math", whole: ["latin"] };
const EMOJI: Family = { name: "noto-emoji", whole: ["emoji"] };

/** The fonts of a document: each file is read when the first text needs it. */
export class Faces {
  readonly #files = new Map<Family, readonly File[]>();
  readonly #faces = new Map<string, Face>();
  readonly #found = new Map<string, Face | undefined>();

  constructor(
    private readonly read: ReadFont,
    private readonly language: string,
  ) {}

  /** For what every font of letters has. */
  get plain(): Face {
    const face = this.faceOf("U", 400, IN_CHINESE, false);
    if (!face) throw new Error("There is no font of letters.");
    return face;
  }

  /** In which order Han characters are looked for: which of its forms is meant is told by what stands around them. */
  orderFor(text: string): Order {
    const japanese = /[\p{sc=Hira}\p{sc=Kana}]/u.test(text) || /^ja\b/.test(this.language);
    if (japanese) return IN_JAPANESE;
    return /\p{sc=Hang}/u.test(text) || /^ko\b/.test(this.language) ? IN_KOREAN : IN_CHINESE;
  }

  /** The font that has all of a character as it is read, base and marks; none if no font has. A picture is looked for among pictures first. */
  faceOf(character: string, weight: Weight, order: Order, picture: boolean): Face | undefined {
    const key = `${weight}${order.name}${picture}${character}`;
    if (this.#found.has(key)) return this.#found.get(key);
    const points = Array.from(character, (part) => part.codePointAt(0) ?? 0);
    const families = picture ? [EMOJI, ...order.families] : order.families;
    const face = this.#search(points, weight, families);
    this.#found.set(key, face);
    return face;
  }

  #search(points: readonly number[], weight: Weight, families: readonly Family[]): Face | undefined {
    const [first = 0] = points;
    for (const family of families)
      for (const file of this.#filesOf(family)) {
        if (!file.ranges.some(([from, to]) => from <= first && first <= to)) continue;
        const face = this.#faceIn(file.path[weight]);
        if (points.every((point) => face.font.hasGlyphForCodePoint(point))) return face;
      }
    return undefined;
  }

  #filesOf(family: Family): readonly File[] {
    const known = this.#files.get(family);
    if (known) return known;
    const files = this.#listed(family);
    this.#files.set(family, files);
    return files;
  }

  #listed({ name, strong, whole, own }: Family): readonly File[] {
    const pathOf = (subset: string, weight: Weight) =>
      `${name}/files/${name}-${subset}-${strong ? weight : 400}-normal.woff`;
    const pathsOf = (subset: string) => ({ 400: pathOf(subset, 400), 600: pathOf(subset, 600) });
    if (whole) return whole.map((subset) => ({ path: pathsOf(subset), ranges: [[0x300, 0x10ffff]] }));
    const held = JSON.parse(Buffer.from(this.read(`${name}/unicode.json`)).toString()) as Record<
      string,
      string
    >;
    return Object.entries(held)
      .filter(([subset]) => own?.test(subset) ?? true)
      .map(([subset, ranges]) => ({
        path: pathsOf(subset.replace(/[[\]]/g, "")),
        ranges: rangesIn(ranges),
      }))
      .reverse();
  }

  #faceIn(path: string): Face {
    const known = this.#faces.get(path);
    if (known) return known;
    const font = fontkit.create(unpacked(this.read(path)));
    if (!("layout" in font)) throw new Error(`${path} holds more than one font.`);
    showAll(font);
    const face = { key: path, font };
    this.#faces.set(path, face);
    return face;
  }
}

const orderOf = (...han: readonly Family[]): Order => ({
  name: han[0]?.name ?? "",
  families: [SANS, ARABIC, HEBREW, ...han, SYMBOLS, MATH, EMOJI],
});
const IN_CHINESE = orderOf(CHINESE, JAPANESE, KOREAN);
const IN_JAPANESE = orderOf(JAPANESE, CHINESE, KOREAN);
const IN_KOREAN = orderOf(KOREAN, CHINESE, JAPANESE);

/**
 * The library hides glyphs of invisible characters, and knows them by the first character each was ever used for: which
 * hides others too. What is not to be seen is left out before it gets there (units.ts).
 */
function showAll(font: fontkit.Font): void {
  const { _layoutEngine: engine } = font as unknown as { _layoutEngine: { hideDefaultIgnorables(): void } };
  engine.hideDefaultIgnorables = () => {};
}

/** "U+0000-00FF,U+0131" as pairs. */
function rangesIn(list: string): (readonly [number, number])[] {
  return list.split(",").map((range) => {
    const [from = "0", to = from] = range.trim().slice(2).split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
