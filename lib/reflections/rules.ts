import type { Day } from "@/lib/time/day";

/** Pages of one's own, and the kinds of what is written on each. What is written there is shown to nobody but one by one. */
export const pages = {
  to_do: ["mine_to_do"],
  worries: ["worry"],
  decisions: ["decision_note"],
  touched: ["touched_safety", "touched_certainty", "touched_team", "touched_worth", "touched_loss"],
  triggers: ["trigger_day", "trigger_place"],
} as const;
export type ReflectionPage = keyof typeof pages;
export type ReflectionKind = (typeof pages)[ReflectionPage][number];

export const reflectionKinds: readonly ReflectionKind[] = Object.values(pages).flat();
export const isReflectionKind = (kind: string): kind is ReflectionKind =>
  reflectionKinds.some((one) => one === kind);

/** What brings it back. Shown, the other can think of it beforehand. */
export const triggerKinds = pages.triggers;

/** When a day comes again, or first: on its own date where that is to come, else on its next anniversary. A leap day comes on the 28th. */
export function nextOn(day: Day, today: Day): Day {
  if (day >= today) return day;
  const year = Number(today.slice(0, 4));
  const [soon = today, later = today] = [year, year + 1].map((one) => anniversary(day, one));
  return soon >= today ? soon : later;
}

function anniversary(day: Day, year: number): Day {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const date = day.slice(5) === "02-29" && !isLeap ? "02-28" : day.slice(5);
  return `${String(year).padStart(4, "0")}-${date}` as Day;
}
