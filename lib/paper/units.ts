import type { Face, Faces, Order, Weight } from "@/lib/paper/faces";

/** The least that is drawn together: a character as it is read, or a part of one that no single font has. */
export type Unit = {
  readonly text: string;
  /** What is drawn for it: perhaps composed, a plain space, or nothing. */
  readonly shown: string;
  readonly face: Face | undefined;
  /** No font has it: its number is drawn instead, in small type. */
  readonly numbered: boolean;
  /** Whether a character begins with it. */
  readonly begins: boolean;
};

/** So many characters are remembered, and none that is longer than that. */
const MOST = 20_000;
const LONGEST = 32;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
/** Each of these is a character by itself. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const IGNORABLE_BUT_JOINERS = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
const WHITE = /^\s+$/;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}(?:\ufe0f|\u200d|\u20e3)/u;

/** Texts as units: each character is looked up once. */
export class Units {
  readonly #known = new Map<string, Map<string, readonly Unit[]>>();

  constructor(readonly faces: Faces) {}

  /** A line of text as units, in its own order. */
  of(text: string, weight: Weight): Unit[] {
    const order = this.faces.orderFor(text);
    const kind = `${weight}${order.name}`;
    const known = this.#known.get(kind) ?? new Map<string, readonly Unit[]>();
    this.#known.set(kind, known);
    const units: Unit[] = [];
    for (const character of PLAIN.test(text) ? text : charactersIn(text)) {
      let parts = known.get(character);
      if (!parts) {
        parts = this.#unitsOf(character, weight, order);
        if (known.size < MOST && character.length <= LONGEST) known.set(character, parts);
      }
      for (const part of parts) units.push(part);
    }
    return units;
  }

  #unitsOf(character: string, weight: Weight, order: Order): readonly Unit[] {
    const picture = EMOJI.test(character);
    const face = (shown: string) => this.faces.faceOf(shown, weight, order, picture);
    // A mark on a space stands by itself: programs pass over all that begins with one.
    const whole = /^\s/.test(character) ? undefined : wholeOf(character, face);
    return (whole === undefined ? [...character] : [character]).map((text, at) => {
      const shown = WHITE.test(text) ? " " : (whole ?? text.replace(IGNORABLE, ""));
      const known = shown === "" ? undefined : face(shown);
      const numbered = shown !== "" && !known;
      return {
        ...{ text, numbered, begins: at === 0 },
        shown: numbered ? numberOf(text) : shown,
        face: numbered ? this.faces.plain : known,
      };
    });
  }
}

/** A character as one font can draw all of it: with what joins its parts, or without. */
function wholeOf(character: string, face: (shown: string) => Face | undefined): string | undefined {
  const bare = character.replace(IGNORABLE, "").normalize();
  const joined = character.replace(IGNORABLE_BUT_JOINERS, "").normalize();
  return [joined, bare].find((shown) => shown === "" || face(shown));
}

function* charactersIn(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment;
}

/** "U+0E01 ", as Unicode writes it, with room for the next. */
const numberOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} `;
