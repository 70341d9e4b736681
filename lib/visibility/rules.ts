import type { Audience, EntryKind } from "@/lib/db/generated/enums";
import type { Day } from "@/lib/time/day";

/**
 * Who sees an entry, as a person chooses it: numbers and words apart, words never wider than numbers.
 * `numbers`: the partner reads numbers, feelings and need; `numbers_and_words`: the words too.
 */
export const shownChoices = ["only_me", "numbers", "numbers_and_words"] as const;
export type Shown = (typeof shownChoices)[number];

export type Audiences = { readonly numbers: Audience; readonly words: Audience };

/** The two audiences that a choice stands for. */
export const audiencesOf = (shown: Shown): Audiences => ({
  numbers: shown === "only_me" ? "only_me" : "partner",
  words: shown === "numbers_and_words" ? "partner" : "only_me",
});

/** The choice that two audiences stand for. */
export function shownBy({ numbers, words }: Audiences): Shown {
  if (numbers === "only_me") return "only_me";
  return words === "partner" ? "numbers_and_words" : "numbers";
}

/** What has no numbers is shown whole or not at all. */
export const wholeChoices = ["only_me", "numbers_and_words"] as const satisfies readonly Shown[];

/** Of two choices, the one that shows less. */
export const narrower = (one: Shown, other: Shown): Shown =>
  shownChoices.indexOf(one) < shownChoices.indexOf(other) ? one : other;

/**
 * Until when a version was read that was changed while it was hidden: for as long as it stays hidden the day is open,
 * because the day of a hidden edit would tell that there was one. A column needs a day; this one is never shown.
 */
export const UNTIL_SHOWN_AGAIN = "2199-12-31" as Day;

/** A choice where an entry is written: the three, or to keep it for now and be asked again in a day. It is never shown by itself. */
export const choices = [...shownChoices, "later"] as const;
export type Choice = (typeof choices)[number];
export const shownNow = (choice: Choice): Shown => (choice === "later" ? "only_me" : choice);

/** Whether a choice shows more than another. */
export const widens = (from: Shown, to: Shown): boolean =>
  shownChoices.indexOf(to) > shownChoices.indexOf(from);

/** The kinds whose forms begin with a choice. Whatever is shown by the button it is sent with begins with none. */
export const startingKinds = [
  "check_in",
  "felt_heard",
  "follow_through_note",
  "noticing",
] as const satisfies readonly EntryKind[];
export type StartingKind = (typeof startingKinds)[number];

/** What can be chosen of a kind: what has no numbers is shown whole or not at all. */
export const choicesOf = (kind: EntryKind): readonly Shown[] =>
  kind === "check_in" ? shownChoices : wholeChoices;

type Side = { readonly id: string; readonly coupleId: string; readonly partnerId: string | null };

/** The other side of a page, on which the viewer's own is their partner's; null without a partner. It opens nothing by itself. */
export const partnersSide = ({ id, coupleId, partnerId }: Side): Side | null =>
  partnerId ? { id: partnerId, coupleId, partnerId: id } : null;
