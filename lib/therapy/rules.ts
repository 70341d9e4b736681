import type { PartKind, TherapyPartView, TherapySessionView } from "@/lib/entries/rules";
import type { Day } from "@/lib/time/day";

export type ByTime = {
  /** Today's and later ones, the nearest first. */
  readonly ahead: readonly TherapySessionView[];
  /** The latest first. */
  readonly past: readonly TherapySessionView[];
};

/** A session is ahead until its day is over. */
export function byTime(sessions: readonly TherapySessionView[], today: Day): ByTime {
  const inOrder = sessions.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)));
  return {
    ahead: inOrder.filter(({ day }) => day >= today),
    past: inOrder.filter(({ day }) => day < today).reverse(),
  };
}

/** One without a time comes before those of its day that have one. */
const momentOf = ({ day, localTime }: TherapySessionView) => `${day} ${localTime ?? ""}`;

export type PartsByKind = Readonly<Record<PartKind, readonly TherapyPartView[]>>;

/** What each said, one's own first, in the order it came. */
export function partsByKind(parts: readonly TherapyPartView[]): PartsByKind {
  const of = (kind: PartKind) =>
    parts.filter((part) => part.kind === kind).toSorted((a, b) => Number(b.mine) - Number(a.mine));
  return {
    session_agenda: of("session_agenda"),
    session_takeaway: of("session_takeaway"),
    session_homework: of("session_homework"),
  };
}

/** What is marked to be brought to a session, by `markOf`. */
export type Marked = ReadonlySet<string>;
export const markOf = ({ mine, id }: { readonly mine: boolean; readonly id: string }) =>
  `${mine ? "mine" : "theirs"}/${id}`;
