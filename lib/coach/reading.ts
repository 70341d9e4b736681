import { isAboutDying } from "@/lib/coach/crisis";
import { type Component, components, type Label, labels } from "@/lib/coach/labels";
import { componentsBy, isKnown, knownIn, labelsBy, type Model, modelOf, scoresOf } from "@/lib/coach/model";
import type { Span } from "@/lib/coach/rules";
import { spansOf } from "@/lib/coach/spans";
import weights from "@/lib/coach/weights.json";
import { QUOTATION, type Sentence, sentencesOf } from "@/lib/coach/words";

export type Suggestion = { readonly label: Label; readonly spans: readonly Span[] };

/** What there is to say of one text (Advice in lib/coach/rules says what each means). */
export type Reading =
  | { readonly says: "nothing"; readonly there: readonly Component[] }
  | { readonly says: "help" }
  | { readonly says: "frightening"; readonly spans: readonly Span[] }
  | { readonly says: "suggestions"; readonly suggestions: readonly Suggestion[] };

/** Longer than this no draft is read; in UTF-16 code units. */
const LONGEST = 5_000;
/** A text is read some sentences at a time, as long as those it was taught on. */
const AT_A_TIME = 4;
/** What is not English has few of the words that were taught. */
const ENGLISH = 0.6;
const AT_MOST = 2;

let taught: Model | undefined;
const model = () => {
  taught ??= modelOf(weights);
  return taught;
};

/** The labels a draft has, for measuring the coach. What a person sees is what `read` says. */
export const labelsOf = (text: string): Label[] => {
  const passages = passagesOf(text.length > LONGEST ? [] : sentencesOf(text));
  const given = new Set(passages.flatMap(({ scores }) => labelsBy(scores, model().thresholds)));
  return labels.filter((label) => given.has(label));
};

/**
 * Reads a draft of at most 5,000 characters; of anything else, or in another language, it says nothing, but that help is
 * there. Never throws.
 */
export function read(text: string): Reading {
  const all = sentencesOf(text);
  if (isAboutDying(all)) return { says: "help" };
  const passages = passagesOf(text.length > LONGEST ? [] : all);
  const found = new Map<Label, Span[]>();
  for (const { sentences, known, scores } of passages)
    for (const label of labelsBy(scores, model().thresholds).slice(0, AT_MOST))
      found.set(label, [...(found.get(label) ?? []), ...spansOf(model(), label, sentences, known)]);
  const frightening = found.get("threat");
  if (frightening) return { says: "frightening", spans: frightening };
  if (found.size > 0)
    return { says: "suggestions", suggestions: [...found].map(([label, spans]) => ({ label, spans })) };
  const there = new Set(passages.flatMap(({ scores }) => componentsBy(scores, model().thresholds)));
  return { says: "nothing", there: components.filter((component) => there.has(component)) };
}

function passagesOf(sentences: readonly Sentence[]) {
  if (!isEnglish(sentences)) return [];
  return inPassages(sentences).map((some) => {
    const known = knownIn(model(), some);
    return { sentences: some, known, scores: scoresOf(model(), known) };
  });
}

/** As few passages as there can be, of about the same length. */
function inPassages(sentences: readonly Sentence[]) {
  const count = Math.ceil(sentences.length / AT_A_TIME);
  const size = Math.ceil(sentences.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => sentences.slice(at * size, (at + 1) * size));
}

function isEnglish(sentences: readonly Sentence[]) {
  const words = sentences
    .flatMap((sentence) => sentence.words)
    .filter(({ plain }) => /^\p{L}/u.test(plain) && plain !== QUOTATION);
  return (
    words.length > 1 && words.filter(({ stem }) => isKnown(model(), stem)).length >= ENGLISH * words.length
  );
}
