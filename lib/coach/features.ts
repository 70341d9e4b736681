import type { Sentence, Word } from "@/lib/coach/words";

/** How features are met, token by token: how they are named, or where they are looked up. */
export type Way<Place> = {
  readonly start: Place;
  /** Undefined where nothing goes on so. */
  readonly on: (from: Place, token: string) => Place | undefined;
};

/** Under the names that weights are kept by. */
export const byName: Way<string> = {
  start: "",
  on: (name, token) => (name === "" ? token : `${name} ${token}`),
};

/** How many words are seen as one. */
const LONGEST = 3;
/** How far apart two words may stand and still be seen together. */
const REACH = 4;

/**
 * What a model looks at: words, pairs and threes of them, once as stems and once as kinds, pairs with others between
 * them, how sentences begin, and what is quoted, all of it by itself. `see` is told of all that the way leads to, and of
 * the words it is in.
 */
export function walkFeatures<Place>(
  { start, on }: Way<Place>,
  sentences: readonly Sentence[],
  see: (feature: Place, words: readonly Word[]) => void,
): void {
  const next = (from: Place | undefined, token: string) => (from === undefined ? undefined : on(from, token));

  const seeWords = (words: readonly Word[], from: Place | undefined) => {
    const stems = ["^", ...words.map(({ stem }) => stem), "$"];
    const kinds = ["^", ...words.map(({ kind }) => kind), "$"];
    const between = (first: number, last: number) => words.slice(Math.max(0, first - 1), last);
    for (const [at, begins] of stems.entries()) {
      let [asStems, asKinds, differ] = [from, from, false];
      for (let last = at; last < at + LONGEST && last < stems.length; last++) {
        const [stem = "", kind = ""] = [stems[last], kinds[last]];
        asStems = next(asStems, stem);
        asKinds = next(asKinds, last === at ? `:${kind}` : kind);
        differ ||= kind !== stem;
        if (asStems !== undefined) see(asStems, between(at, last));
        if (differ && asKinds !== undefined) see(asKinds, between(at, last));
      }
      const apart = next(next(from, begins), "_");
      for (let far = at + 2; far <= at + REACH && far < stems.length; far++) {
        const pair = next(apart, stems[far] as string);
        if (pair !== undefined) see(pair, [...between(at, at), ...between(far, far)]);
      }
    }
    return kinds;
  };

  const seeOnce = (words: readonly Word[], ...tokens: readonly string[]) => {
    const feature = tokens.reduce<Place | undefined>(next, start);
    if (feature !== undefined) see(feature, words);
  };
  for (const [place, { words, quoted, asks }] of sentences.entries()) {
    const [, first = "$", second = "$"] = seeWords(words, start);
    const begin = words.slice(0, 2);
    seeOnce(begin, place === 0 ? "first" : "then", first, second);
    if (place === sentences.length - 1) seeOnce(begin, "last", first);
    if (asks) seeOnce(begin, "asks", first, second);
    for (const saying of quoted) seeWords(saying, next(start, "quoted"));
  }
  seeOnce([], "sentences", String(Math.min(sentences.length, 6)));
}
