/**
 * How something that is written to somebody who was betrayed may land. After Gottman's four horsemen, Schumann 2018 (defensive
 * answers), Lewicki, Polin & Lount 2016 (the parts of an apology) and Freyd (DARVO); one text can have several, or none.
 */
export const labels = [
  "minimizing",
  "justifying",
  "blame-shifting",
  "conditional-apology",
  "pressuring",
  "invalidating",
  "contempt",
  "self-pity",
  "threat",
] as const;
export type Label = (typeof labels)[number];

/** What helps, wherever it stands: acknowledgment of responsibility, regret, understanding, an offer of repair, no hurry, a question. */
export const components = ["ownership", "remorse", "empathy", "repair", "patience", "invitation"] as const;
export type Component = (typeof components)[number];
