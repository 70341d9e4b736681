import type { Sheets } from "@/lib/paper/sheet";

/** What is never divided: a line of text with the room before it, a row of cells, a drawing. */
export type Strip = {
  /** Left out at the top of a page. */
  readonly before: number;
  readonly height: number;
  /** Whether the next one has to stand on the same page. */
  readonly keep: boolean;
  paint(top: number): void;
  /** A vertical rule that runs along this strip and its neighbours with the same one. */
  readonly bar?: Bar;
};

/** Draws itself from there to there. */
export type Bar = (top: number, bottom: number) => void;

export type Place = { readonly page: number; readonly y: number };

/** What is repeated at the top of a page, once more than `after` strips stand before it; answers how high it is. */
export type Again = { readonly after: number; paint(top: number): number };

/** Puts strips under one another, page after page. */
export class Flow {
  #page = 0;
  #y: number;
  /** The bar being drawn on this page, and where it began. */
  #bar: { readonly bar: Bar; readonly top: number; bottom: number } | undefined;

  constructor(private readonly sheets: Sheets) {
    this.#y = sheets.top;
    sheets.to(0);
  }

  get place(): Place {
    return { page: this.#page, y: this.#y };
  }

  goTo({ page, y }: Place): void {
    this.#endBar();
    this.#page = page;
    this.#y = y;
    this.sheets.to(page);
  }

  /** Goes on at the top of the next page, where `done` strips stand before it. */
  turn(again?: Again, done = 0): void {
    this.#endBar();
    this.#page += 1;
    this.#y = this.sheets.top;
    this.sheets.to(this.#page);
    if (again && done > again.after) this.#y += again.paint(this.#y);
  }

  get atTop(): boolean {
    return this.#y === this.sheets.top;
  }

  fits(height: number): boolean {
    return this.#y + height <= this.sheets.bottom;
  }

  put(strips: readonly Strip[], again?: Again): void {
    for (let from = 0; from < strips.length; ) {
      const to = endOfGroup(strips, from);
      const group = strips.slice(from, to);
      if (!this.atTop && !this.fits(heightOf(group)) && this.#isToTurn(group)) this.turn(again, from);
      for (const [at, strip] of group.entries()) this.#putOne(strip, again, from + at);
      from = to;
    }
    this.#endBar();
  }

  /** What is too high for any page begins where it stands, if its beginning fits there. */
  #isToTurn(group: readonly Strip[]): boolean {
    const onePage = heightOf(group) <= this.sheets.bottom - this.sheets.top;
    return onePage || !this.fits(heightOf(group.slice(0, 4)));
  }

  #putOne({ before, height, paint, bar }: Strip, again: Again | undefined, done: number): void {
    if (!this.atTop && !this.fits(before + height)) this.turn(again, done);
    if (bar !== this.#bar?.bar) this.#endBar();
    if (!this.atTop) this.#y += before;
    paint(this.#y);
    if (bar) this.#bar ??= { bar, top: this.#y, bottom: this.#y };
    this.#y += height;
    if (this.#bar) this.#bar.bottom = this.#y;
  }

  #endBar(): void {
    if (this.#bar) this.#bar.bar(this.#bar.top, this.#bar.bottom);
    this.#bar = undefined;
  }
}

function endOfGroup(strips: readonly Strip[], from: number): number {
  let to = from;
  while (strips[to]?.keep) to += 1;
  return Math.min(to + 1, strips.length);
}

const heightOf = (strips: readonly Strip[]) =>
  strips.reduce((sum, { before, height }) => sum + before + height, 0);

/** How much has to fit before these can begin. */
export const beginningOf = (strips: readonly Strip[]) => heightOf(strips.slice(0, endOfGroup(strips, 0)));

/** All on one page: each with the next. */
export const together = (strips: readonly Strip[]): Strip[] =>
  strips.map((strip, at) => (at < strips.length - 1 ? { ...strip, keep: true } : strip));
