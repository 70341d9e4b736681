/** For how many days a link may open what it opens. */
export const DAYS = ["1", "3", "7"] as const;

/** Words that go with a link: 11 bits each, beside the 256 of its address. */
export const CODE_WORDS = 4;

type Lasting = { readonly madeAt: Date; readonly days: number };

export const endsAt = ({ madeAt, days }: Lasting) => new Date(madeAt.getTime() + days * 24 * 60 * 60_000);

/** That a link was opened, and whether what it opens was saved as a document. */
export type Visit = { readonly openedAt: Date; readonly savedAt: Date | null };

/** A link as its author sees it, with when it was opened, the latest first. */
export type LinkView = {
  readonly id: string;
  readonly forWhom: string;
  readonly endsAt: Date;
  /** Whether it opens anything at this moment. */
  readonly open: boolean;
  readonly visits: readonly Visit[];
};
