import { groupBy } from "@/lib/group-by";
import type { Day } from "@/lib/time/day";

/** One saying of what holds between two people: proposed by one, and both's once the other agreed. */
export type Turn = {
  /** Which agreement it is a saying of. */
  readonly about: string;
  /** The name it is answered under. */
  readonly name: string;
  readonly mine: boolean;
  readonly text: string;
  readonly agreed: boolean;
  /** The day on which the other agreed. */
  readonly on: Day | null;
};

export type Agreement = {
  readonly id: string;
  /** What holds: the newest that both agreed on. Null where it is only proposed so far. */
  readonly holds: Turn | null;
  /** What held before, the newest first. */
  readonly earlier: readonly Turn[];
  /** What one of them proposes in its place, while the other has not agreed. */
  readonly proposal: Turn | null;
};

/** Agreements from their turns, each agreement's in order: what waits for an answer first, then the latest agreed on. */
export function agreementsFrom(turns: readonly Turn[]): Agreement[] {
  const all = [...groupBy(turns, ({ about }) => about)].map(([id, own]): Agreement => {
    const agreed = own.filter((turn) => turn.agreed).toReversed();
    const newest = own.at(-1);
    return {
      id,
      holds: agreed[0] ?? null,
      earlier: agreed.slice(1),
      proposal: newest && !newest.agreed ? newest : null,
    };
  });
  return all.toSorted(
    (one, other) =>
      Number(other.proposal !== null) - Number(one.proposal !== null) ||
      (other.holds?.on ?? "").localeCompare(one.holds?.on ?? "") ||
      one.id.localeCompare(other.id),
  );
}

/**
 * How an agreement read on a day: as both had said last by then. Days are where each of them lives, so what was agreed on
 * that very day may seem to come after it: then it is as they said first. Null where nothing was agreed on.
 */
export const asItRead = ({ holds, earlier }: Agreement, day: Day): Turn | null =>
  (holds && [holds, ...earlier].find(({ on }) => !on || on <= day)) ?? earlier.at(-1) ?? holds;

/** How words stand among all that was said of the same thing: both say them now, both said them before, or one proposes them. */
export type Standing = "holds" | "held" | "proposed";

/** The standing of each, where they are given in their order. */
export function withStanding<T extends Pick<Turn, "agreed">>(
  turns: readonly T[],
): (T & { readonly standing: Standing })[] {
  const holds = turns.findLast(({ agreed }) => agreed);
  return turns.map((turn) => ({
    ...turn,
    standing: turn === holds ? "holds" : turn.agreed ? "held" : "proposed",
  }));
}

const ONE_LINE = 70;
/** An agreement in one line, to be chosen from a list. */
export const shortened = (text: string) =>
  text.length > ONE_LINE ? `${text.slice(0, ONE_LINE).trimEnd()} …` : text;
