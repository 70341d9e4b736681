import type { Draft } from "@/lib/drafts/rules";
import type { StrugglePartView, StruggleView } from "@/lib/entries/rules";

/** Who has said that a struggle can rest for them. */
export type Rest = { readonly mine: boolean; readonly theirs: boolean };

/** A struggle with what each says of their own part, as far as the reader may know, and the reader's half typed one. */
export type Struggle = {
  readonly struggle: StruggleView;
  readonly ownPart: StrugglePartView | null;
  readonly theirPart: StrugglePartView | null;
  readonly rest: Rest;
  readonly draft: Draft | null;
};

/** One alone puts nothing to rest, and one alone takes it up again. */
export const rests = ({ mine, theirs }: Rest): boolean => mine && theirs;

export type ByStanding = {
  readonly open: readonly Struggle[];
  readonly resting: readonly Struggle[];
  /** Kept by the reader for themselves: there is nobody to put it to rest with. */
  readonly kept: readonly Struggle[];
};

/** Each in the order it came. */
export function byStanding(struggles: readonly Struggle[]): ByStanding {
  const listed = struggles.filter(({ struggle }) => struggle.shown !== "only_me");
  return {
    open: listed.filter(({ rest }) => !rests(rest)),
    resting: listed.filter(({ rest }) => rests(rest)),
    kept: struggles.filter(({ struggle }) => struggle.shown === "only_me"),
  };
}
