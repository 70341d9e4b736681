import type { Feature } from "@/lib/coach/features";
import { type Component, components, type Label, labels } from "@/lib/coach/labels";

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

export type Model = Pick<Weights, "thresholds" | "bias" | "scale"> & {
  readonly weights: ReadonlyMap<string, Int8Array>;
};

/** How much the strongest label counts beside whether there is any. */
const STRONGEST = 0.6;

export function modelOf({ features, ...rest }: Weights): Model {
  const weights = new Map<string, Int8Array>();
  for (const line of features) {
    const [name = "", numbers = ""] = line.split("\t");
    weights.set(name, Int8Array.from(numbers.split(","), Number));
  }
  return { ...rest, weights };
}

export const columnOf = (name: Column) => columns.indexOf(name);

/** The features that the model knows, each once. */
export const known = ({ weights }: Model, features: readonly Feature[]) =>
  [...new Set(features.map(({ name }) => name))].filter((name) => weights.has(name));

/** How much speaks for each column, as log odds. */
export function scoresOf(model: Model, names: readonly string[]): number[] {
  const sums = new Float64Array(columns.length);
  for (const name of names) {
    const weights = model.weights.get(name) as Int8Array;
    for (let column = 0; column < sums.length; column++)
      sums[column] = (sums[column] ?? 0) + (weights[column] as number);
  }
  const size = Math.sqrt(Math.max(1, names.length)) * model.scale;
  return Array.from(sums, (sum, column) => sum / size + (model.bias[column] ?? 0));
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
