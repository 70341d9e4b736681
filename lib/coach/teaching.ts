import { byName, walkFeatures } from "@/lib/coach/features";
import { type Component, components, type Label } from "@/lib/coach/labels";
import { type Column, columns, labelsBy, marked, type Weights } from "@/lib/coach/model";
import { sentencesOf } from "@/lib/coach/words";

/** A text and what is to be learned from it; the style is who wrote it, or how. */
export type Lesson = {
  readonly text: string;
  readonly labels: readonly Label[];
  readonly positive: readonly Component[];
  readonly style: string;
};

const ROUNDS = 15;
const RATE = 0.5;
const DECAY = 0.005;
/** What is there weighs more than what is not: each label is in few of the texts. */
const THERE = 3;
const SCALE = 20;
const LARGEST = 127;
/** A feature is learned from two texts on, and a long one from three. */
const OFTEN = 2;
const OFTEN_LONG = 3;

/** How many of the texts without a label may be marked, in a style that was not taught. */
const FALSE_ALARMS = 0.065;
const ANOTHER = -1.5;

type Sheet = { readonly places: Int32Array; readonly value: number };
type Line = { readonly weights: Float64Array; readonly bias: number };

/** The features of each lesson, by their number in one vocabulary. */
export function sheetsOf(lessons: readonly Lesson[]) {
  const seen = lessons.map(({ text }) => {
    const names = new Set<string>();
    walkFeatures(byName, sentencesOf(text), (name) => names.add(name));
    return [...names];
  });
  return (taught: (lesson: Lesson) => boolean) => {
    const counts = new Map<string, number>();
    for (const [at, names] of seen.entries())
      if (taught(lessons[at] as Lesson))
        for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const names = [...counts]
      .filter(([name, count]) => count >= (isLong(name) ? OFTEN_LONG : OFTEN))
      .map(([name]) => name);
    const numbers = new Map(names.toSorted().map((name, number) => [name, number]));
    const sheets = seen.map((one) => {
      const places = Int32Array.from(one.flatMap((name) => numbers.get(name) ?? []));
      return { places, value: 1 / Math.sqrt(Math.max(1, places.length)) };
    });
    return { names: [...numbers.keys()], sheets };
  };
}

const isLong = (name: string) => name.includes(" _ ") || name.split(" ").length > 2;

const holds = ({ labels: given, positive }: Lesson, column: Column) =>
  column === "any" ? given.length > 0 : [...given, ...positive].includes(column);

/**
 * Logistic regression by AdaGrad (Duchi, Hazan & Singer 2011, J. Mach. Learn. Res. 12:2121–2159), in an order that is
 * the same each time.
 */
export function learn(sheets: readonly Sheet[], right: readonly boolean[], size: number): Line {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  let bias = 0;
  let square = 1e-8;
  const order = [...sheets.keys()];
  const next = chance();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, next);
    for (const at of order) {
      const { places, value } = sheets[at] as Sheet;
      const expected = 1 / (1 + Math.exp(-sumOf(weights, places) * value - bias));
      const slope = right[at] ? (expected - 1) * THERE : expected;
      square += slope * slope;
      bias -= (RATE * slope) / Math.sqrt(square);
      for (const place of places) {
        const weight = weights[place] as number;
        const step = slope * value + DECAY * weight;
        const grown = (squares[place] as number) + step * step;
        squares[place] = grown;
        weights[place] = weight - (RATE * step) / Math.sqrt(grown);
      }
    }
  }
  return { weights, bias };
}

function sumOf(weights: Float64Array, places: Int32Array) {
  let sum = 0;
  for (const place of places) sum += weights[place] as number;
  return sum;
}

/** A linear congruential generator: the same numbers on every machine. */
function chance() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}

function shuffle(order: number[], next: () => number) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * last);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}

const rounded = (weight: number) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight * SCALE)));

/** What a model says of a style it was not taught, for each style and each of its texts, in the order of the lessons. */
function unseen(lessons: readonly Lesson[], sheets: ReturnType<typeof sheetsOf>): number[][] {
  const scores: number[][] = lessons.map(() => []);
  for (const style of new Set(lessons.map((lesson) => lesson.style))) {
    const others = lessons.filter((lesson) => lesson.style !== style);
    const taught = sheets((lesson) => lesson.style !== style);
    const theirs = taught.sheets.filter((_, at) => lessons[at]?.style !== style);
    for (const column of columns) {
      const line = learn(
        theirs,
        others.map((lesson) => holds(lesson, column)),
        taught.names.length,
      );
      for (const [at, lesson] of lessons.entries()) {
        const { places, value } = taught.sheets[at] as Sheet;
        if (lesson.style === style) scores[at]?.push(sumOf(line.weights, places) * value + line.bias);
      }
    }
  }
  return scores;
}

/** The threshold that tells a component best: by F1, over styles that were not taught. */
function bestFor(component: Component, lessons: readonly Lesson[], scores: readonly number[][]) {
  const column = columns.indexOf(component);
  const ranked = lessons
    .map((lesson, at) => ({ right: lesson.positive.includes(component), score: scores[at]?.[column] ?? 0 }))
    .toSorted((one, other) => other.score - one.score);
  const there = ranked.filter(({ right }) => right).length;
  let found = 0;
  let best = { f1: 0, score: 0 };
  for (const [at, { right, score }] of ranked.entries()) {
    if (right) found++;
    const f1 = (2 * found) / (at + 1 + there);
    if (f1 > best.f1) best = { f1, score };
  }
  return { ...best, component };
}

/** Teaches a model, and says how it did on styles that were left out. Some seconds for each thousand texts. */
export function teach(lessons: readonly Lesson[]) {
  const sheets = sheetsOf(lessons);
  const scores = unseen(lessons, sheets);
  const clean = lessons.flatMap((lesson, at) =>
    lesson.labels.length === 0 ? [marked(scores[at] ?? [])] : [],
  );
  const mark = clean.toSorted((one, other) => other - one)[Math.floor(FALSE_ALARMS * clean.length)] ?? 0;
  const best = components.map((component) => bestFor(component, lessons, scores));
  const thresholds = {
    mark: shortened(mark, Math.ceil),
    another: ANOTHER,
    ...(Object.fromEntries(
      best.map(({ component, score }) => [component, shortened(score, Math.floor)]),
    ) as Record<Component, number>),
  };
  const { names, sheets: all } = sheets(() => true);
  const lines = columns.map((column) =>
    learn(
      all,
      lessons.map((lesson) => holds(lesson, column)),
      names.length,
    ),
  );
  const weights: Weights = {
    scale: SCALE,
    columns,
    bias: lines.map(({ bias }) => shortened(bias)),
    thresholds,
    features: names.map((name, number) => {
      const numbers = lines.map((line) => rounded(line.weights[number] as number) || "");
      return `${name}\t${numbers.join(",")}`;
    }),
  };
  const told = scores.map((one) => labelsBy(one, thresholds));
  return { weights, told, components: best };
}

/** To three digits: up where only what is above it counts, down where it counts itself. */
const shortened = (number: number, way: (number: number) => number = Math.round) =>
  way(number * 1_000) / 1_000;
