/**
 * How a sentence may land with the person it hurt. Defensiveness with its forms and contempt after Gottman's four
 * horsemen; an apology traded for defence after Schumann (2018, Curr. Dir. Psychol. Sci. 27(2):74–78); denying the
 * feeling and turning the blame after Linehan's levels of validation and Freyd's DARVO.
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

/**
 * What an acknowledgement can be made of: the components of an apology that weigh most (Lewicki, Polin & Lount 2016,
 * Negot. Confl. Manag. Res. 9(2):177–196), and what shows that the other was heard (Linehan).
 */
export const components = ["ownership", "remorse", "empathy", "repair", "patience", "invitation"] as const;
export type Component = (typeof components)[number];
