import type { dimensions } from "@/lib/check-ins/rules";
import type { Feeling, Heard, Need } from "@/lib/db/generated/enums";
import { type Day, type DayNumber, monthsBefore, numberOf } from "@/lib/time/day";

/** A number somebody gave on a day, 0–10. One a day: what was not given is not there, and is no nought. */
export type Given = { readonly day: DayNumber; readonly value: number };

/** Both days included. */
export type Span = { readonly from: DayNumber; readonly to: DayNumber };

export const ranges = ["4w", "3m", "6m", "12m", "all"] as const;
export type Range = (typeof ranges)[number];

/** The days a picture is of. `first`: the first day there is anything of, or null. */
export function spanOf(range: Range, today: Day, first: DayNumber | null): Span {
  const to = numberOf(today);
  if (range === "4w") return { from: to - 27, to };
  if (range === "all") return { from: Math.min(first ?? to, to - 27), to };
  const months = { "3m": 3, "6m": 6, "12m": 12 }[range];
  return { from: numberOf(monthsBefore(today, months)) + 1, to };
}

/** How many numbers a line, a band and a sentence need, and of how many days. */
export const ENOUGH = {
  line: { numbers: 4, of: 7 },
  band: { numbers: 10, of: 28 },
  words: { numbers: 14, of: 28 },
} as const;

/** The longest six months. Beyond them a picture is drawn by week. */
const DRAWN_BY_DAY = 184;
export const isByWeek = ({ from, to }: Span) => to - from + 1 > DRAWN_BY_DAY;

/** How far before a span numbers count for it. */
export const reachOf = ({ from, to }: Span): Span => ({ from: from + 1 - ENOUGH.band.of, to });

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber) => (((day + 3) % 7) + 7) % 7;
export const sundayOf = (day: DayNumber) => day + 6 - weekdayOf(day);

/**
 * A day, or an ISO week named by its Sunday. `value`: what was given on that very day, null by week. `mean`: of the seven days
 * up to it. `swing`: one standard deviation on either side of the mean of the twenty-eight days up to it, within 0–10. Each
 * is null where too little was given.
 */
export type Moment = {
  readonly day: DayNumber;
  readonly value: number | null;
  readonly mean: number | null;
  readonly swing: { readonly low: number; readonly high: number } | null;
};

/** The days a picture has something on: each of them, or the Sundays of the weeks that are over within the span. */
export const momentsIn = ({ from, to }: Span, byWeek = isByWeek({ from, to })): DayNumber[] => {
  const [first, step] = byWeek ? [sundayOf(from), 7] : [from, 1];
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, at) => first + at * step,
  );
};

/**
 * What was given day by day, the line and the band over a span. `given`: in any order, with the numbers of `reachOf(span)`. The
 * swing is the sample standard deviation: it is day-to-day variability, and not the mean, that lower trust was found to go with
 * (Campbell, Simpson, Boldry & Rubin 2010).
 */
export function courseOf(given: readonly Given[], span: Span): Moment[] {
  const { from, to } = reachOf(span);
  const byWeek = isByWeek(span);
  const days = dayByDay(given, { from, to });
  return momentsIn(span, byWeek).map((day) => {
    const value = days[day - from] ?? NONE;
    const week = within(days, day - from, ENOUGH.line.of);
    const month = within(days, day - from, ENOUGH.band.of);
    return {
      day,
      value: byWeek || value === NONE ? null : value,
      mean: week.count >= ENOUGH.line.numbers ? meanOf(week) : null,
      swing: month.count >= ENOUGH.band.numbers ? swingOf(month) : null,
    };
  });
}

/** Where nothing was given. */
const NONE = -1;

/** A number for each day of a span. */
function dayByDay(given: readonly Given[], { from, to }: Span): Int8Array {
  const days = new Int8Array(to - from + 1).fill(NONE);
  for (const { day, value } of given) if (from <= day && day <= to) days[day - from] = value;
  return days;
}

/** Sums of whole numbers: they are exact, so that no order of them makes another picture. */
type Sums = { readonly count: number; readonly sum: number; readonly squares: number };

/** What was given on so many days up to one, which is counted from the first. */
function within(days: Int8Array, last: number, many: number): Sums {
  let [count, sum, squares] = [0, 0, 0];
  for (let at = Math.max(0, last + 1 - many); at <= last; at++) {
    const value = days[at] ?? NONE;
    if (value === NONE) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  return { count, sum, squares };
}

const meanOf = ({ count, sum }: Sums) => sum / count;

function swingOf({ count, sum, squares }: Sums): { low: number; high: number } {
  // The difference of whole numbers first: it is exact, and never under nought.
  const deviation = Math.sqrt((count * squares - sum * sum) / (count * (count - 1)));
  const mean = sum / count;
  return { low: Math.max(0, mean - deviation), high: Math.min(10, mean + deviation) };
}

/**
 * What can be said of numbers in a sentence. `usual`: the one that was given on more than half of the days, where there is one;
 * `half`: the two between which the middle half lies (the quartiles, each a number that was given).
 */
export type Summary = {
  readonly days: number;
  readonly usual: number | null;
  readonly half: readonly [number, number];
  readonly least: number;
  readonly most: number;
};

/** Null where there is not enough yet to say anything: never fourteen numbers within twenty-eight days. */
export function summaryOf(given: readonly Given[]): Summary | null {
  if (!isEnoughIn(given, ENOUGH.words)) return null;
  const values = new Int32Array(given.map(({ value }) => value)).sort();
  const at = (place: number) => values[place] as number;
  const last = values.length - 1;
  const median = at(Math.floor(last / 2));
  const isUsual = values.filter((value) => value === median).length * 2 > values.length;
  return {
    days: values.length,
    usual: isUsual ? median : null,
    half: [at(Math.floor(last / 4)), at(Math.ceil((3 * last) / 4))],
    least: at(0),
    most: at(last),
  };
}

/** Whether so many numbers were given within so many days, at any time. */
export function isEnoughIn(
  given: readonly Given[],
  { numbers, of }: { readonly numbers: number; readonly of: number },
): boolean {
  const days = new Int32Array(given.map(({ day }) => day)).sort();
  return days.some((day, at) => {
    const last = days[at + numbers - 1];
    return last !== undefined && last - day < of;
  });
}

/** Those of a span. */
export const during = <Dated extends { readonly day: DayNumber }>(
  dated: readonly Dated[],
  { from, to }: Span,
) => dated.filter(({ day }) => from <= day && day <= to);

/** What became of something that was due, by the day it is reckoned on. */
export type Tally = {
  readonly day: DayNumber;
  readonly kept: number;
  readonly partly: number;
  readonly missed: number;
  readonly notLogged: number;
  readonly due: number;
};

/** The numbers of a check-in: one a day. */
export type NumbersRow = { readonly day: DayNumber } & {
  readonly [dimension in (typeof dimensions)[number]]: number | null;
};

/** The feelings that were chosen in one. */
export type FeelingsRow = { readonly day: DayNumber; readonly feelings: readonly Feeling[] };

/** What was needed most by one. */
export type NeedRow = { readonly day: DayNumber; readonly need: Need | null };

/** How strong a feeling was on a day on which it was shown, 1–10; null where no number was given. */
export type StrengthRow = {
  readonly day: DayNumber;
  readonly feeling: Feeling;
  readonly intensity: number | null;
};

/** Whether somebody felt heard, as they said it on a day. */
export type HeardRow = {
  readonly day: DayNumber;
  readonly understood: Heard | null;
  readonly accepted: Heard | null;
  readonly cared_for: Heard | null;
};

/** What a picture shows of one of the two. */
export type Of<Rows> = { readonly mine: boolean; readonly rows: readonly Rows[] };

/** Of one number, what was given. */
export function givenOf(rows: readonly NumbersRow[], dimension: (typeof dimensions)[number]): Given[] {
  const given: Given[] = [];
  for (const row of rows) {
    const value = row[dimension];
    if (value !== null) given.push({ day: row.day, value });
  }
  return given;
}

/** Whole weeks, Monday to Sunday, that the days of a span lie in. */
export const wholeWeeksOf = ({ from, to }: Span): Span => ({ from: sundayOf(from) - 6, to: sundayOf(to) });

/** What was counted in each week of a span, by its Sunday: as many sums as there are parts, in their order. */
export type Week = { readonly day: DayNumber; readonly counts: readonly number[] };

export function weeksOf<Part extends string>(
  rows: readonly ({ readonly day: DayNumber } & Readonly<Record<Part, number>>)[],
  parts: readonly Part[],
  span: Span,
): Week[] {
  const sums = new Map(momentsIn(wholeWeeksOf(span), true).map((sunday) => [sunday, parts.map(() => 0)]));
  for (const row of during(rows, span)) {
    const week = sums.get(sundayOf(row.day));
    for (const [at, part] of parts.entries()) if (week) week[at] = (week[at] ?? 0) + row[part];
  }
  return [...sums].map(([day, counts]) => ({ day, counts }));
}

/** The most that was counted in any week. */
export const highest = (weeks: readonly Week[]) =>
  Math.max(0, ...weeks.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));

/** What is said of feeling heard (perceived partner responsiveness, Reis), and the answers there are. */
export const heardParts = ["understood", "accepted", "cared_for"] as const;
export const heardAnswers = ["yes", "partly", "not_yet"] as const satisfies Heard[];

/** One part of feeling heard, as something to count: each answer is one. */
export const answersTo = (rows: readonly HeardRow[], part: (typeof heardParts)[number]) =>
  rows.flatMap(({ day, [part]: answer }) =>
    answer === null
      ? []
      : {
          day,
          yes: Number(answer === "yes"),
          partly: Number(answer === "partly"),
          not_yet: Number(answer === "not_yet"),
        },
  );

/** One person's answers: of each part, how often each was given, and in which weeks. */
export const heardOf = (rows: readonly HeardRow[], span: Span) =>
  heardParts.map((part) => {
    const given = answersTo(rows, part);
    return {
      part,
      counts: heardAnswers.map((answer) => given.filter((one) => one[answer] === 1).length),
      weeks: weeksOf(given, heardAnswers, span),
    };
  });

/**
 * How much of a feeling a day or week has: 0 it was chosen, without a number; 1–3 how strong it was said to be (up to 3, up to 6,
 * above) or, by week, on how many days it was there (up to 2, up to 4, above).
 */
export type Level = 0 | 1 | 2 | 3;

export type FeltMoment = {
  readonly day: DayNumber;
  /** Whether there is a check-in: without one nothing is said of any feeling. */
  readonly asked: boolean;
  /** What was there, and what it is drawn as; `number`: its strength, or of a week the days, or null. */
  readonly felt: ReadonlyMap<Feeling, { readonly level: Level; readonly number: number | null }>;
};

/** The days that each feeling was there on, and how strong it was said to be, or null. */
type Felt = ReadonlyMap<Feeling, ReadonlyMap<DayNumber, number | null>>;

function feltOn(checkIns: readonly FeelingsRow[], strengths: readonly StrengthRow[]): Felt {
  const all = new Map<Feeling, Map<DayNumber, number | null>>();
  const add = (feeling: Feeling, day: DayNumber, number: number | null) => {
    const days = all.get(feeling);
    if (days) days.set(day, number);
    else all.set(feeling, new Map([[day, number]]));
  };
  for (const { day, feelings } of checkIns) for (const feeling of feelings) add(feeling, day, null);
  for (const { day, feeling, intensity } of strengths) add(feeling, day, intensity);
  return all;
}

/** Feelings day by day, or week by week where a picture is drawn so. */
export function feltOf(
  checkIns: readonly FeelingsRow[],
  strengths: readonly StrengthRow[],
  span: Span,
): FeltMoment[] {
  const byWeek = isByWeek(span);
  const moments = momentsIn(byWeek ? wholeWeeksOf(span) : span, byWeek).map((day) => ({
    day,
    asked: false,
    felt: new Map<Feeling, { level: Level; number: number | null }>(),
  }));
  const [first = span.from] = moments.map(({ day }) => day);
  const momentOf = (day: DayNumber) => moments[byWeek ? (sundayOf(day) - first) / 7 : day - first];
  const inSpan = during(checkIns, span);
  for (const { day } of inSpan) {
    const moment = momentOf(day);
    if (moment) moment.asked = true;
  }
  for (const [feeling, days] of feltOn(inSpan, during(strengths, span)))
    for (const [day, given] of days) {
      const felt = momentOf(day)?.felt;
      const number = byWeek ? (felt?.get(feeling)?.number ?? 0) + 1 : given;
      felt?.set(feeling, { level: byWeek ? share(number ?? 0) : strength(number), number });
    }
  return moments;
}

const strength = (number: number | null): Level =>
  number === null ? 0 : number <= 3 ? 1 : number <= 6 ? 2 : 3;
const share = (days: number): Level => (days <= 2 ? 1 : days <= 4 ? 2 : 3);

/** On how many days each feeling was there, where it was. */
export const daysFelt = (
  checkIns: readonly FeelingsRow[],
  strengths: readonly StrengthRow[],
): ReadonlyMap<Feeling, number> =>
  new Map([...feltOn(checkIns, strengths)].map(([feeling, days]) => [feeling, days.size]));

/** How strong one feeling was said to be. */
export const strengthOf = (rows: readonly StrengthRow[], of: Feeling): Given[] =>
  rows.flatMap(({ day, feeling, intensity }) =>
    feeling === of && intensity !== null ? { day, value: intensity } : [],
  );

/** A month by its first day and its ISO weeks; null where a week's day is of another month. */
export type Month = { readonly first: DayNumber; readonly weeks: readonly (readonly (DayNumber | null)[])[] };

export const monthsOf = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, month) => {
    const first = firstOf(year * 12 + month);
    const next = firstOf(year * 12 + month + 1);
    const monday = first - weekdayOf(first);
    const weeks = Array.from({ length: Math.ceil((next - monday) / 7) }, (_, week) =>
      Array.from({ length: 7 }, (_, at) => {
        const day = monday + week * 7 + at;
        return first <= day && day < next ? day : null;
      }),
    );
    return { first, weeks };
  });

/** The whole of a year. */
export const yearSpan = (year: number): Span => ({
  from: firstOf(year * 12),
  to: firstOf(year * 12 + 12) - 1,
});

/** The first day of a month; months are counted from January of the year 0. */
export const firstOf = (month: number): DayNumber =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
