import type { Agreement, Stretch } from "@/lib/commitments/rules";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { Reason } from "@/lib/errors";
import { addDays, type Day, daysBetween, daysFrom, weekOf } from "@/lib/time/day";
import { dueDays, type Often } from "@/lib/time/recurrence";

/** What can be said of a day, in the order it is offered. */
export const statuses = [
  "kept",
  "partly",
  "missed",
  "did_not_apply",
] as const satisfies FollowThroughStatus[];

/** What the doer says of each day, as it stands. */
export type Answers = ReadonlyMap<Day, FollowThroughStatus>;

/** Over the last four weeks. `due` is the sum of the other four. */
export type FiveNumbers = {
  readonly kept: number;
  readonly partly: number;
  readonly missed: number;
  readonly notLogged: number;
  readonly due: number;
};
/** What can become of something that was due, in its order. */
export const tallied = ["kept", "partly", "missed", "notLogged"] as const;
/** Under so many due days the numbers say nothing yet. */
export const ENOUGH = 6;
const WINDOW = 28;
/** How many days ahead something that is due once appears. */
const ONCE_AHEAD = 7;

/**
 * Days within which something is due so many times: a single day, an ISO week as far as a quota holds in it, or all days up
 * to the one by which something is to be done. `on` is the day it is reckoned on.
 */
export type Period = { readonly from: Day; readonly to: Day; readonly on: Day; readonly due: number };

/**
 * Kept, partly, missed, not logged and due over the 28 days up to `today`; a week of a quota by its first day, what is due
 * once by the day it was said last. What the other has said of a day that has not begun for the viewer counts already.
 * "Did not apply" and pauses are not due. A period that is not over counts as far as something was said of it, so that
 * nobody is behind on a day that still runs; and nothing counts twice, however often it was done.
 * `open` is the first day that is not over for everybody (`firstOpenDay`).
 */
export function fiveNumbers(agreement: Agreement, answers: Answers, today: Day, open: Day): FiveNumbers {
  const first = addDays(today, 1 - WINDOW);
  return sumOf(talliesOf(agreement, answers, open).filter(({ on }) => on >= first));
}

/** What became of each period, by the day it is reckoned on. Periods are told as in `fiveNumbers`. */
export function talliesOf(agreement: Agreement, answers: Answers, open: Day): (FiveNumbers & { on: Day })[] {
  const said = [...answers].sort(([one], [other]) => one.localeCompare(other));
  return periodsOf(agreement, answers).map((period) => {
    const within = said.slice(firstFrom(said, period.from), firstFrom(said, addDays(period.to, 1)));
    const told = (status: FollowThroughStatus) => within.filter(([, said]) => said === status).length;
    const kept = Math.min(told("kept"), period.due);
    const partly = Math.min(told("partly"), period.due - kept);
    const missed = Math.min(told("missed"), period.due - kept - partly);
    const due = period.to < open ? period.due : kept + partly + missed;
    return { on: period.on, kept, partly, missed, notLogged: due - kept - partly - missed, due };
  });
}

/** Where the days from one on begin among days in their order. */
function firstFrom(said: readonly (readonly [Day, FollowThroughStatus])[], day: Day): number {
  let [low, high] = [0, said.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((said[middle]?.[0] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const sumOf = (tallies: readonly FiveNumbers[]): FiveNumbers => {
  const of = (one: keyof FiveNumbers) => tallies.reduce((sum, tally) => sum + tally[one], 0);
  return {
    kept: of("kept"),
    partly: of("partly"),
    missed: of("missed"),
    notLogged: of("notLogged"),
    due: of("due"),
  };
};

/** The day that four weeks are looked back from: today, or the last day on which anything held. */
export function lastDayOf({ stretches }: Agreement, today: Day): Day {
  const last = stretches.at(-1)?.to ?? today;
  return last < today ? last : today;
}

/** What is or was due, in its order. A day on which something was said counts, whatever pause was made of it afterwards. */
export function periodsOf(agreement: Agreement, answers: Answers): Period[] {
  const counts = (day: Day) => {
    const said = answers.get(day);
    return said ? said !== "did_not_apply" : isAsked(agreement, day);
  };
  return runsIn(agreement).flatMap((run) => periodsIn(run, counts, answers));
}

/** Stretches that follow one another and are reckoned together. */
type Run = [Stretch, ...Stretch[]];

/** A quota runs on where it is renewed or changed in the middle of a week, and what is due once where its day stays. */
function runsIn({ stretches }: Agreement): Run[] {
  const runs: Run[] = [];
  for (const stretch of stretches) {
    const run = runs.at(-1);
    if (run && runsOn(run[0].terms.often, stretch.terms.often)) run.push(stretch);
    else runs.push([stretch]);
  }
  return runs;
}

const runsOn = (before: Often, next: Often) =>
  before.kind === "weekly"
    ? next.kind === "weekly"
    : before.kind === "once" && next.kind === "once" && before.by === next.by;

function periodsIn(run: Run, counts: (day: Day) => boolean, answers: Answers): Period[] {
  const [{ terms, from }] = run;
  const { often } = terms;
  const to = run.at(-1)?.to ?? from;
  const single = (day: Day): Period => ({ from: day, to: day, on: day, due: 1 });
  const answered = [...answers.keys()].filter((day) => from <= day && day <= to).sort();
  if (often.kind === "weekly") return weeksIn(run, from, to, counts, answers);
  if (often.kind === "whenever") return answered.filter(counts).map(single);
  if (often.kind === "once") {
    const { by } = often;
    const said = answered.filter((day) => day <= by);
    const on =
      said.length > 0 ? said.filter(counts).at(-1) : by >= from && by <= to && counts(by) ? by : null;
    return on ? [{ from, to: by < to ? by : to, on, due: 1 }] : [];
  }
  return dueDays(often, from, to).filter(counts).map(single);
}

/**
 * A week that holds only in part is due in part, rounded: three times a week is twice in five days and once in two. What was
 * kept counts all the same, up to what a whole week asks for: a pause in its middle takes nothing of it away.
 */
function weeksIn(run: Run, from: Day, to: Day, counts: (day: Day) => boolean, answers: Answers): Period[] {
  const weeks: Period[] = [];
  for (let first = from; first <= to; first = addDays(weekOf(first).to, 1)) {
    const last = weekOf(first).to < to ? weekOf(first).to : to;
    const days = daysFrom(first, last);
    const times = (day: Day) => timesOn(run, day);
    const asked = days.filter(counts).reduce((sum, day) => sum + times(day), 0) / 7;
    const kept = days.filter((day) => answers.get(day) === "kept").length;
    const due = Math.max(Math.round(asked), Math.min(kept, Math.max(...days.map(times))));
    if (due > 0) weeks.push({ from: first, to: last, on: first, due });
  }
  return weeks;
}

/** How many times a week a quota asks for on a day. */
function timesOn(run: Run, day: Day): number {
  const often = run.find(({ from, to }) => from <= day && day <= to)?.terms.often;
  return often?.kind === "weekly" ? often.times : 0;
}

const isPaused = ({ pauses }: Agreement, day: Day) => pauses.some(({ from, to }) => from <= day && day <= to);
const isAsked = (agreement: Agreement, day: Day) => !isPaused(agreement, day) && day !== agreement.endedOn;
const stretchOn = ({ stretches }: Agreement, day: Day) =>
  stretches.find(({ from, to }) => from <= day && day <= to);

/** What a day asks for: that day, so many times in its week (of which some are noted on other days), once by a day, or nothing by itself. */
export type Asked =
  | { readonly kind: "day" }
  | { readonly kind: "week"; readonly times: number; readonly noted: number }
  | { readonly kind: "once"; readonly by: Day }
  | { readonly kind: "whenever" };

/** What is asked on a day, or null where nothing is. What was said of that day itself does not change it. */
export function askedOn(agreement: Agreement, answers: Answers, day: Day): Asked | null {
  const stretch = stretchOn(agreement, day);
  if (!stretch || !isAsked(agreement, day)) return null;
  const { often } = stretch.terms;
  const others = new Map([...answers].filter(([said]) => said !== day));
  if (often.kind === "whenever") return { kind: "whenever" };
  if (often.kind === "weekly") {
    const week = periodsOf(agreement, others).find(({ from, to }) => from <= day && day <= to);
    if (!week) return null;
    const within = [...others].filter(([said]) => week.from <= said && said <= week.to);
    const noted = within.filter(([, status]) => status !== "did_not_apply").length;
    return noted < week.due ? { kind: "week", times: week.due, noted } : null;
  }
  if (often.kind === "once") {
    const { by } = often;
    return !wasSaid(agreement, others, stretch, by) && day <= by && daysBetween(day, by) <= ONCE_AHEAD
      ? { kind: "once", by }
      : null;
  }
  return dueDays(often, day, day).length > 0 ? { kind: "day" } : null;
}

/** Whether something was said already of what is due once by a day. */
const wasSaid = (agreement: Agreement, answers: Answers, stretch: Stretch, by: Day) => {
  const run = runsIn(agreement).find((stretches) => stretches.includes(stretch)) ?? [stretch];
  return [...answers.keys()].some((said) => run[0].from <= said && said <= by);
};

/** Why nothing can be said of a day, or null. What was said can always be corrected. */
export function whyNotOn(agreement: Agreement, answers: Answers, day: Day): Reason | null {
  if (answers.has(day)) return null;
  const stretch = stretchOn(agreement, day);
  if (!stretch || day === agreement.endedOn) return "not_in_force";
  if (isPaused(agreement, day)) return "was_paused";
  const { often } = stretch.terms;
  const named = often.kind === "daily" || often.kind === "weekdays";
  if (named && dueDays(often, day, day).length === 0) return "not_due_then";
  return often.kind === "once" && day > often.by ? "not_due_then" : null;
}

/** Whether a pause takes a day that would have asked for something. */
function restsOn(agreement: Agreement, day: Day): boolean {
  const often = stretchOn(agreement, day)?.terms.often;
  if (!often || !isPaused(agreement, day)) return false;
  return often.kind === "weekdays" ? dueDays(often, day, day).length > 0 : true;
}

/** One day in the picture of four weeks. `open` is a day of a quota on which nothing has to be, or one that still runs. */
export type PictureDay = {
  readonly day: Day;
  readonly shows: FollowThroughStatus | "not_logged" | "paused" | "open" | "none";
  /** Whether the doer can say something of it, or correct it. */
  readonly canSay: boolean;
};

/** The weeks that the 28 days up to `today` lie in, Monday to Sunday. Days outside them show nothing. */
export function pictureOf(agreement: Agreement, answers: Answers, today: Day, open: Day): PictureDay[][] {
  const first = addDays(today, 1 - WINDOW);
  const weeks: PictureDay[][] = [];
  for (let monday = weekOf(first).from; monday <= today; monday = addDays(monday, 7))
    weeks.push(daysFrom(monday, addDays(monday, 6)).map((day) => pictured(day)));
  return weeks;

  function pictured(day: Day): PictureDay {
    if (day < first || day > today) return { day, shows: "none", canSay: false };
    const said = answers.get(day);
    const canSay = whyNotOn(agreement, answers, day) === null;
    if (said) return { day, shows: said, canSay };
    if (restsOn(agreement, day)) return { day, shows: "paused", canSay };
    if (!canSay) return { day, shows: "none", canSay };
    const often = stretchOn(agreement, day)?.terms.often.kind;
    const due = often === "daily" || often === "weekdays" || isLastDay(day);
    return { day, shows: due && day < open ? "not_logged" : "open", canSay };
  }

  /** What is due once is missing on its last day, where nothing was said before. */
  function isLastDay(day: Day): boolean {
    const stretch = stretchOn(agreement, day);
    if (stretch?.terms.often.kind !== "once" || stretch.terms.often.by !== day) return false;
    return !wasSaid(agreement, answers, stretch, day);
  }
}
