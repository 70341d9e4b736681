import { stemmer } from "stemmer";

/** A word as the coach reads it, and where it stands in the text: from, and up to but not including to. */
export type Word = {
  readonly from: number;
  readonly to: number;
  readonly plain: string;
  /** Its stem, or the punctuation mark itself. */
  readonly stem: string;
  /** The kind of word it is, where that says more than the word: whose, a time, a relative, a number. */
  readonly kind: string;
};

/** Words between one full stop and the next, with what is quoted in them set apart. */
export type Sentence = {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
  readonly quoted: readonly (readonly Word[])[];
  readonly asks: boolean;
};

/** How a phone writes it. */
const SHORT: Record<string, string> = {
  u: "you",
  ur: "your",
  im: "i am",
  ive: "i have",
  ill: "i will",
  dont: "do not",
  doesnt: "does not",
  didnt: "did not",
  cant: "can not",
  cannot: "can not",
  couldnt: "could not",
  wont: "will not",
  wouldnt: "would not",
  shouldnt: "should not",
  wasnt: "was not",
  werent: "were not",
  isnt: "is not",
  aint: "is not",
  arent: "are not",
  havent: "have not",
  hasnt: "has not",
  youre: "you are",
  youve: "you have",
  youd: "you would",
  youll: "you will",
  theyre: "they are",
  thats: "that is",
  whats: "what is",
  theres: "there is",
  shes: "she is",
  hes: "he is",
  cuz: "because",
  bc: "because",
  cos: "because",
  coz: "because",
  gonna: "going to",
  wanna: "want to",
  gotta: "got to",
  ima: "i am going to",
  imma: "i am going to",
  idk: "i do not know",
  kinda: "kind of",
  n: "and",
  ppl: "people",
  pls: "please",
  plz: "please",
  rn: "right now",
  tho: "though",
  thru: "through",
  sry: "sorry",
  srry: "sorry",
};
const WHOLE: Record<string, string> = {
  "can't": "can not",
  "won't": "will not",
  "shan't": "shall not",
  "ain't": "is not",
  "let's": "let us",
};
const IS = /^(it|that|he|she|what|there|who|where|how|here)'s$/;
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, " not"],
  [/'re$/, " are"],
  [/'m$/, " am"],
  [/'ve$/, " have"],
  [/'ll$/, " will"],
  [/'d$/, " would"],
  [/'s$/, " 's"],
];

const NUMBER =
  /^(\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)$/;
const KINDS: readonly (readonly [string, RegExp])[] = [
  ["ME", /^(my|mine|me|i|myself)$/],
  ["YOU", /^(you|your|yours|yourself)$/],
  ["WE", /^(we|us|our|ours|ourselves)$/],
  [
    "TIME",
    /^(day|week|month|year|night|hour|minute|decade|weekend|christmas|easter|summer|spring|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)s?$/,
  ],
  [
    "KIN",
    /^(mum|mom|mother|dad|father|sister|brother|kid|kids|child|children|son|daughter|boy|boys|girl|girls|nan|gran|aunt|uncle|family|parents)$/,
  ],
  ["NOT", /^(not|never|no|nothing|nobody|none|neither|nor|without|hardly)$/],
];

// Quotation marks of any kind, and apostrophes only where they open and close.
const QUOTED =
  /["“”„«»]([^"“”„«»]{2,200})["“”„«»]|(?<![\p{L}\d])['‘]((?:[^'‘’]|(?<=\p{L})['’](?=\p{L})){2,200})['’](?![\p{L}\d])/gu;
const PIECES =
  /\d+(?:[.,:]\d+)*|\p{L}+(?:['’‛′`´]\p{L}+)*|(?<end>[.!?…]+|\n+)|[‐-―]+|--+|(?<=\s)-(?=\s)|[,;:()]/gu;
const DASH = /^[‐-―-]+$/;
const LONG_WORD = 6;

/** One spelling for what is written in two ways, without accents, and contractions opened. */
function opened(piece: string): string[] {
  // Most are nothing but these.
  if (/^[a-z]+$/.test(piece)) return written(piece);
  if (DASH.test(piece)) return ["--"];
  const plain = piece
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[’‛′`´]/g, "'")
    .toLowerCase();
  if (Object.hasOwn(WHOLE, plain)) return (WHOLE[plain] as string).split(" ");
  if (IS.test(plain)) return [plain.slice(0, -2), "is"];
  const end = ENDS.find(([form]) => form.test(plain));
  const words = end ? plain.replace(...end).split(" ") : [plain];
  return words.flatMap(written);
}

const written = (word: string): string[] =>
  Object.hasOwn(SHORT, word) ? (SHORT[word] as string).split(" ") : [spelled(word)];

const spelled = (word: string) =>
  word.length < LONG_WORD ? word : word.replace(/is(e|es|ed|ing|ation)$/, "iz$1").replace(/our/, "or");

function wordsOf(piece: string, from: number): Word[] {
  const to = from + piece.length;
  return opened(piece).map((plain) => {
    if (NUMBER.test(plain)) return { from, to, plain, stem: "#", kind: "#" };
    const stem = stemmer(plain);
    return { from, to, plain, stem, kind: KINDS.find(([, form]) => form.test(plain))?.[0] ?? stem };
  });
}

/** What stands in a sentence for what is quoted in it. */
export const QUOTATION = "QUOTED";

/** The sentences of a text. Words in quotation marks are one word of it, and are given by themselves. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let quoted: Word[][] = [];
  const close = (mark: string) => {
    const [first, last] = [words[0], words.at(-1)];
    if (first && last)
      sentences.push({ from: first.from, to: last.to, words, quoted, asks: mark.includes("?") });
    words = [];
    quoted = [];
  };
  const read = (from: number, to: number) => {
    for (const piece of text.slice(from, to).matchAll(PIECES)) {
      const at = from + piece.index;
      const mark = piece.groups?.end;
      if (mark === undefined) words.push(...wordsOf(piece[0], at));
      else {
        if (!mark.startsWith("\n") && words.length > 0)
          words.push({ from: at, to: at + mark.length, plain: mark, stem: mark, kind: mark });
        if (
          mark.startsWith("\n") ||
          /^[\s"”’')»]*(\s|$)/.test(text.slice(at + mark.length, at + mark.length + 3))
        )
          close(mark);
      }
    }
  };
  let read_to = 0;
  for (const quotation of text.matchAll(QUOTED)) {
    read(read_to, quotation.index);
    read_to = quotation.index + quotation[0].length;
    words.push({ from: quotation.index, to: read_to, plain: QUOTATION, stem: QUOTATION, kind: QUOTATION });
    quoted.push(
      [...quotation[0].matchAll(PIECES)].flatMap((piece) => wordsOf(piece[0], quotation.index + piece.index)),
    );
    if (/[.!?…]["”’'»]$/.test(quotation[0])) close(quotation[0].at(-2) as string);
  }
  read(read_to, text.length);
  close("");
  return sentences;
}
