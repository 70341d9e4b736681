import { type Way, walkFeatures } from "@/lib/coach/features";
import { type Component, components, type Label, labels } from "@/lib/coach/labels";
import type { Sentence, Word } from "@/lib/coach/words";

/** What a model was taught to tell: each label, whether there is any, and each component. */
export const columns = [...labels, "any", ...components] as const;
export type Column = (typeof columns)[number];

/** What lib/coach/weights.json holds. Whoever reads a line sees what a feature speaks for and against, and how much. */
export type Weights = {
  /** By how much the numbers below are larger than the weights they stand for. */
  readonly scale: number;
  readonly columns: readonly string[];
  readonly bias: readonly number[];
  /** From where on a text is marked, another label is given beside the strongest one, and a component is recognised. */
  readonly thresholds: { readonly mark: number; readonly another: number } & Readonly<
    Record<Component, number>
  >;
  /** A feature, a tab, and a number for each column; nothing where it is 0. */
  readonly features: readonly string[];
};

/** Where the tokens that a feature's name begins with lead; `row`: where they are all of it. */
type Branch = { row?: number; next?: Map<string, Branch> };

/** The weights of each feature stand in a row of one table, a column each. Rows are found token by token. */
export type Model = Pick<Weights, "thresholds" | "bias" | "scale"> & {
  readonly root: Readonly<Branch>;
  readonly table: Int8Array;
};

/** How much the strongest label counts beside whether there is any. */
const STRONGEST = 0.6;

export function modelOf({ features, ...rest }: Weights): Model {
  const root: Branch = {};
  const table = new Int8Array(features.length * columns.length);
  for (const [row, line] of features.entries()) {
    const [name = "", numbers = ""] = line.split("\t");
    let branch = root;
    for (const token of name.split(" ")) {
      branch.next ??= new Map();
      const on = branch.next.get(token) ?? {};
      branch.next.set(token, on);
      branch = on;
    }
    branch.row = row;
    for (const [column, number] of numbers.split(",").entries())
      table[row * columns.length + column] = Number(number);
  }
  return { ...rest, root, table };
}

export const columnOf = (name: Column) => columns.indexOf(name);

const into = ({ root }: Model): Way<Readonly<Branch>> => ({
  start: root,
  on: ({ next }, token) => next?.get(token),
});

export const isKnown = ({ root }: Model, stem: string) => root.next?.get(stem)?.row !== undefined;

/** What a model knows of a text: the row of each feature, and the words of each time it was seen. */
export type Known = ReadonlyMap<number, readonly (readonly Word[])[]>;

export function knownIn(model: Model, sentences: readonly Sentence[]): Known {
  const known = new Map<number, (readonly Word[])[]>();
  walkFeatures(into(model), sentences, ({ row }, words) => {
    if (row === undefined) return;
    const seen = known.get(row);
    if (seen) seen.push(words);
    else known.set(row, [words]);
  });
  return known;
}

/** How much a row speaks for a column; `scale` times as much as in log odds. */
export const weightOf = ({ table }: Model, row: number, column: number): number =>
  table[row * columns.length + column] ?? 0;

/** How much speaks for each column, as log odds. Each feature that is known counts once. */
export function scoresOf({ table, bias, scale }: Model, known: Known): number[] {
  const sums = new Float64Array(columns.length);
  for (const row of known.keys())
    for (let column = 0; column < sums.length; column++)
      sums[column] = (sums[column] as number) + (table[row * columns.length + column] as number);
  const size = Math.sqrt(Math.max(1, known.size)) * scale;
  return Array.from(sums, (sum, column) => sum / size + (bias[column] ?? 0));
}

export const marked = (scores: readonly number[]) =>
  (scores[columnOf("any")] ?? 0) + STRONGEST * Math.max(...labels.map((_, column) => scores[column] ?? 0));

/** The labels of a text by its scores, the strongest first: none, or the strongest and what is likely enough beside it. */
export function labelsBy(scores: readonly number[], { mark, another }: Weights["thresholds"]): Label[] {
  if (marked(scores) <= mark) return [];
  const score = (label: Label) => scores[columnOf(label)] ?? 0;
  const [strongest, ...others] = labels.toSorted((one, other) => score(other) - score(one));
  return [strongest as Label, ...others.filter((label) => score(label) > another)];
}

export const componentsBy = (scores: readonly number[], thresholds: Weights["thresholds"]): Component[] =>
  components.filter((component) => (scores[columnOf(component)] ?? 0) > thresholds[component]);
