import { agreedWhat, stepsTold, termsTold } from "@/components/export/record-reading";
import type { DocumentWords } from "@/components/export/words";
import type { ExportedCommitment, ExportedOffer } from "@/lib/export/schema";
import type { Cell } from "@/lib/web/csv";

export const agreedColumns = [
  ...["space", "id", "doer", "area", "cost", "day", "step"],
  ...["terms", "starts_on", "what", "why", "closing_note"],
] as const;
export const daysColumns = ["space", "id", "what", "day", "status", "volunteered", "written_on"] as const;

/** Every step of a commitment. */
export const agreedRows = (
  space: number,
  commitment: ExportedCommitment,
  present: boolean,
  words: DocumentWords,
): Cell[][] =>
  stepsTold(commitment, present, words).map(({ happened_on, told, terms, texts }) => [
    ...[space, commitment.id],
    ...whatOf(commitment, present, words),
    ...[happened_on, told],
    ...offered({ terms, texts }, words),
  ]);

/** What was offered and came to nothing. */
export const offerRows = (
  space: number,
  offer: ExportedOffer,
  present: boolean,
  words: DocumentWords,
): Cell[] => [
  ...[space, offer.commitment],
  ...whatOf(offer, present, words),
  ...[offer.offered_on, words.t("offers")],
  ...offered(offer, words),
];

/** What was said of each day, in turn. */
export const dayRows = (
  space: number,
  commitment: ExportedCommitment,
  { messages }: DocumentWords,
): Cell[][] =>
  commitment.days.map(({ day, status, volunteered, written_on }) => [
    ...[space, commitment.id, agreedWhat(commitment) ?? null, day],
    messages.follow_through.statuses[status],
    volunteered ? messages.follow_through.volunteered_told : null,
    written_on,
  ]);

const whatOf = (
  { doer, area, cost }: Pick<ExportedOffer, "doer" | "area" | "cost">,
  present: boolean,
  { t, messages }: DocumentWords,
): Cell[] => [
  doer && t(`doer.${doer}`, { present: String(present) }),
  area && messages.commitments.areas[area],
  cost && messages.commitments.costs[cost],
];

const offered = ({ terms, texts }: Pick<ExportedOffer, "terms" | "texts">, words: DocumentWords): Cell[] => [
  termsTold(terms, words) ?? null,
  terms?.starts_on ?? null,
  ...([texts.what, texts.why, texts.closing_note] as const).map((text) => text || null),
];
