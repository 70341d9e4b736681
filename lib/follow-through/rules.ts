import type { Agreement, Stretch } from "@/lib/commitments/rules";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { Reason } from "@/lib/errors";
import { addDays, type Day, daysBetween, daysFrom, weekOf } from "@/lib/time/day";
import { dueDays } from "@/lib/time/recurrence";

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
/** Under so many due days the numbers say nothing yet. */
export const ENOUGH = 6;
const WINDOW = 28;
/** How many days ahead something that is due once appears. */
const ONCE_AHEAD = 7;

/**
 * Days within which something is due so many times: a single day, an ISO week as far as the terms hold in it, or all days up
 * to the one by which something is to be done. `on` is the day it is reckoned on.
 */
export type Period = { readonly from: Day; readonly to: Day; readonly on: Day; readonly due: number };

/**
 * Kept, partly, missed, not logged and due over the 28 days up to `today`; a week of a quota by its first day.
 * "Did not apply" and pauses are not due. A period that is not over counts as far as something was said of it, so that
 * nobody is behind on a day that still runs; and nothing counts twice, however often it was done.
 * `open` is the first day that is not over for everybody (`firstOpenDay`).
 */
export function fiveNumbers(agreement: Agreement, answers: Answers, today: Day, open: Day): FiveNumbers {
  const first = addDays(today, 1 - WINDOW);
  let [kept, partly, missed, due] = [0, 0, 0, 0];
  for (const period of periodsOf(agreement, answers)) {
    if (period.on < first || period.on > today) continue;
    const said = [...answers].filter(([day]) => period.from <= day && day <= period.to);
    const told = (status: FollowThroughStatus) => said.filter(([, said]) => said === status).length;
    const k = Math.min(told("kept"), period.due);
    const p = Math.min(told("partly"), period.due - k);
    const m = Math.min(told("missed"), period.due - k - p);
    kept += k;
    partly += p;
    missed += m;
    due += period.to < open ? period.due : k + p + m;
  }
  return { kept, partly, missed, notLogged: due - kept - partly - missed, due };
}

/** The day that four weeks are looked back from: today, or the last day on which anything held. */
export function lastDayOf({ stretches }: Agreement, today: Day): Day {
  const last = stretches.at(-1)?.to ?? today;
  return last < today ? last : today;
}

/** What is or was due, in its order. A day on which something was said counts, whatever pause was made of it afterwards. */
export function periodsOf(agreement: Agreement, answers: Answers): Period[] {
  return agreement.stretches.flatMap((stretch) =>
    periodsIn(
      stretch,
      (day) => {
        const said = answers.get(day);
        return said ? said !== "did_not_apply" : !isPaused(agreement, day);
      },
      answers,
    ),
  );
}

function periodsIn({ terms, from, to }: Stretch, counts: (day: Day) => boolean, answers: Answers): Period[] {
  const { often } = terms;
  const single = (day: Day): Period => ({ from: day, to: day, on: day, due: 1 });
  const answered = [...answers.keys()].filter((day) => from <= day && day <= to).sort();
  if (often.kind === "whenever") return answered.filter(counts).map(single);
  if (often.kind === "weekly") return weeksIn(from, to, often.times, counts);
  if (often.kind === "once") {
    const { by } = often;
    const said = answered.filter((day) => day <= by);
    const due = said.length > 0 ? said.some(counts) : by >= from && by <= to && counts(by);
    return due ? [{ from, to: by, on: said[0] ?? by, due: 1 }] : [];
  }
  return dueDays(often, from, to).filter(counts).map(single);
}

/** A week that holds only in part is due in part, rounded: three times a week is twice in five days and once in two. */
function weeksIn(from: Day, to: Day, times: number, counts: (day: Day) => boolean): Period[] {
  const weeks: Period[] = [];
  for (let first = from; first <= to; first = addDays(weekOf(first).to, 1)) {
    const last = weekOf(first).to < to ? weekOf(first).to : to;
    const due = Math.round((times * daysFrom(first, last).filter(counts).length) / 7);
    if (due > 0) weeks.push({ from: first, to: last, on: first, due });
  }
  return weeks;
}

const isPaused = ({ pauses }: Agreement, day: Day) => pauses.some(({ from, to }) => from <= day && day <= to);
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
  if (!stretch || isPaused(agreement, day)) return null;
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
    const done = [...others.keys()].some((said) => stretch.from <= said && said <= by);
    return !done && day <= by && daysBetween(day, by) <= ONCE_AHEAD ? { kind: "once", by } : null;
  }
  return dueDays(often, day, day).length > 0 ? { kind: "day" } : null;
}

/** Why nothing can be said of a day, or null. What was said can always be corrected. */
export function whyNotOn(agreement: Agreement, answers: Answers, day: Day): Reason | null {
  if (answers.has(day)) return null;
  const stretch = stretchOn(agreement, day);
  if (!stretch) return "not_in_force";
  if (isPaused(agreement, day)) return "was_paused";
  const { often } = stretch.terms;
  const named = often.kind === "daily" || often.kind === "weekdays";
  if (named && dueDays(often, day, day).length === 0) return "not_due_then";
  return often.kind === "once" && day > often.by ? "not_due_then" : null;
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
    if (stretchOn(agreement, day) && isPaused(agreement, day)) return { day, shows: "paused", canSay };
    if (!canSay) return { day, shows: "none", canSay };
    const often = stretchOn(agreement, day)?.terms.often.kind;
    const due = often === "daily" || often === "weekdays" || isLastDay(day);
    return { day, shows: due && day < open ? "not_logged" : "open", canSay };
  }

  /** What is due once is missing on its last day, where nothing was said before. */
  function isLastDay(day: Day): boolean {
    const stretch = stretchOn(agreement, day);
    if (stretch?.terms.often.kind !== "once" || stretch.terms.often.by !== day) return false;
    return ![...answers.keys()].some((said) => stretch.from <= said && said <= day);
  }
}
