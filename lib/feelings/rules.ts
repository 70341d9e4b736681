/** What a person may want back when they show a feeling, in the order it is offered. */
export const wishes = ["to_be_heard", "comfort", "an_answer", "space", "nothing"] as const;

/** Perceived partner responsiveness (Reis, Clark & Holmes 2004), in the words it is asked in here. */
export const heardParts = ["understood", "accepted", "cared_for"] as const;
export const heardAnswers = ["yes", "partly", "not_yet"] as const;

/**
 * The six levels of validation (Linehan 1997). For what was broken between two people the fourth and fifth carry the
 * weight: that it makes sense after what happened, and that anyone would feel so.
 */
export const levels = ["present", "reflect", "unspoken", "history", "anyone", "equals"] as const;

/** How strong a feeling is, where a number is given. */
export const INTENSITY = { least: 1, most: 10 } as const;
