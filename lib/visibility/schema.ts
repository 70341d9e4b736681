import { z } from "zod";

/**
 * Who sees an entry, as a person chooses it: numbers and words apart, words never wider than numbers.
 * `numbers`: the partner reads numbers, feelings and need; `numbers_and_words`: the words too.
 */
export const shownChoices = ["only_me", "numbers", "numbers_and_words"] as const;
export const shown = z.enum(shownChoices, { error: "shown" });
export type Shown = z.infer<typeof shown>;
