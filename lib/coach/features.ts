import type { Sentence, Word } from "@/lib/coach/words";

/** Something that is in a text or is not, and the words it was seen in. */
export type Feature = { readonly name: string; readonly words: readonly Word[] };

/** How far apart two words may stand and still be seen together. */
const REACH = 4;

/**
 * What a model looks at: words, pairs and threes of them, once as stems and once as kinds, pairs with others between
 * them, how sentences begin, and what is quoted, all of it by itself.
 */
export function featuresOf(sentences: readonly Sentence[]): Feature[] {
  const features: Feature[] = [];
  const see = (name: string, words: readonly Word[]) => features.push({ name, words });

  const seeWords = (words: readonly Word[], mark: string) => {
    const stems = ["^", ...words.map(({ stem }) => stem), "$"];
    const kinds = ["^", ...words.map(({ kind }) => kind), "$"];
    const between = (from: number, to: number) => words.slice(Math.max(0, from - 1), to);
    for (let at = 0; at < stems.length; at++) {
      see(mark + stems[at], between(at, at));
      if (kinds[at] !== stems[at]) see(`${mark}:${kinds[at]}`, between(at, at));
      for (let long = 2; long <= 3 && at + long <= stems.length; long++) {
        const run = stems.slice(at, at + long).join(" ");
        const same = kinds.slice(at, at + long).join(" ");
        see(mark + run, between(at, at + long - 1));
        if (same !== run) see(`${mark}:${same}`, between(at, at + long - 1));
      }
      for (let far = 2; far <= REACH && at + far < stems.length; far++)
        see(`${mark}${stems[at]} _ ${stems[at + far]}`, [...between(at, at), ...between(at + far, at + far)]);
    }
    return kinds;
  };

  for (const [place, { words, quoted, asks }] of sentences.entries()) {
    const [, first, second = "$"] = seeWords(words, "");
    const start = words.slice(0, 2);
    if (place === 0) see(`first ${first} ${second}`, start);
    else see(`then ${first} ${second}`, start);
    if (place === sentences.length - 1) see(`last ${first}`, start);
    if (asks) see(`asks ${first} ${second}`, start);
    for (const saying of quoted) seeWords(saying, "quoted ");
  }
  see(`sentences ${Math.min(sentences.length, 6)}`, []);
  return features;
}
