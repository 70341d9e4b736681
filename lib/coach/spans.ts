import type { Label } from "@/lib/coach/labels";
import { columnOf, type Known, type Model, weightOf } from "@/lib/coach/model";
import type { Span } from "@/lib/coach/rules";
import type { Sentence, Word } from "@/lib/coach/words";

const AT_MOST = 2;
/** A second place is shown where it speaks for a label nearly as much as the first. */
const NEARLY = 0.6;
const BREAK = /^([,;:()]|--)$/;

/** The places of a text that speak most for a label: the clauses whose features do, in one run for each sentence. */
export function spansOf(model: Model, label: Label, sentences: readonly Sentence[], known: Known): Span[] {
  const speaks = weightOfWords(model, label, known);
  const runs = sentences.map((sentence) => strongestRun(clausesOf(sentence, speaks)));
  const found = runs.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  const most = found[0]?.weight ?? 0;
  const shown = found.filter(({ weight }) => weight >= NEARLY * most).slice(0, AT_MOST);
  // Where no place stands out it is the text as a whole.
  const whole = { from: sentences[0]?.from ?? 0, to: sentences.at(-1)?.to ?? 0 };
  return (shown.length > 0 ? shown : [whole])
    .map(({ from, to }) => ({ from, to }))
    .toSorted((one, other) => one.from - other.from);
}

/** How much each word does for a label, where each feature is shared out over the words it was seen in. */
function weightOfWords(model: Model, label: Label, known: Known) {
  const [itself, any] = [columnOf(label), columnOf("any")];
  const speaks = new Map<Word, number>();
  for (const [row, seen] of known) {
    const weight = (weightOf(model, row, itself) + weightOf(model, row, any)) / seen.length;
    if (weight === 0) continue;
    for (const words of seen)
      for (const word of words) speaks.set(word, (speaks.get(word) ?? 0) + weight / words.length);
  }
  return speaks;
}

type Run = Span & { readonly weight: number };

function clausesOf({ words, quoted }: Sentence, speaks: ReadonlyMap<Word, number>): Run[] {
  const clauses: Word[][] = [[]];
  for (const word of words) {
    if (!BREAK.test(word.plain)) clauses.at(-1)?.push(word);
    else if (clauses.at(-1)?.length) clauses.push([]);
  }
  const sum = (all: readonly Word[]) => all.reduce((weight, word) => weight + (speaks.get(word) ?? 0), 0);
  return clauses.flatMap((clause) => {
    const [first, last] = [clause[0], clause.at(-1)];
    if (!(first && last)) return [];
    const inside = quoted.flat().filter(({ from }) => from >= first.from && from < last.to);
    return [{ from: first.from, to: last.to, weight: sum([...clause, ...inside]) }];
  });
}

/** The neighbouring clauses that weigh most together. */
function strongestRun(clauses: readonly Run[]): Run {
  let best: Run = { from: 0, to: 0, weight: 0 };
  let here: Run | null = null;
  for (const clause of clauses) {
    here =
      here && here.weight > 0
        ? { from: here.from, to: clause.to, weight: here.weight + clause.weight }
        : clause;
    if (here.weight > best.weight) best = here;
  }
  return best;
}
