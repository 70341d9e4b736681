/** What the one who was asked can say, in the order it is offered. */
export const standings = ["answered", "with_therapist", "not_yet"] as const;
