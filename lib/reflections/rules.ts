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
