import { isReview } from "@/lib/commitments/rules";
import type { EntryKind } from "@/lib/db/generated/enums";
import { agreedTurns } from "@/lib/export/rules";
import type { ExportedCommitment, ExportedEntry, ExportedFile, ExportedOffer } from "@/lib/export/schema";
import type { Day } from "@/lib/time/day";
import { isStored } from "@/lib/time/recurrence";

/** A space as the file has it. */
export type CopiedSpace = ExportedFile["spaces"][number];

/** Whether anything was ever written or agreed on in a space, or said of it: an empty one is not taken in. */
export const holdsSomething = (space: CopiedSpace): boolean =>
  space.would_like_to_guess ||
  space.role !== null ||
  space.corrections_reach_me !== null ||
  [
    space.entries,
    space.commitments,
    space.offers,
    space.reviews,
    space.sentences,
    space.agreements ?? [],
    space.review_times,
    space.starts_with,
    space.struggles_can_rest,
  ].some(({ length }) => length > 0);

/** What a file holds, in numbers: to be looked at before anything of it is taken in. */
export type Summary = {
  readonly name: string;
  readonly madeOn: string;
  readonly spaces: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly kinds: readonly { readonly kind: EntryKind; readonly count: number }[];
  readonly commitments: number;
  readonly offers: number;
  readonly reviews: number;
};

export function summaryOf(copy: ExportedFile): Summary {
  const spaces = copy.spaces.filter(holdsSomething);
  const entries = spaces.flatMap((space) => space.entries);
  const days = entries.map(({ happened_on }) => happened_on).sort();
  const counts = new Map<EntryKind, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const inAll = (of: (space: CopiedSpace) => { readonly length: number }) =>
    spaces.reduce((sum, space) => sum + of(space).length, 0);
  return {
    name: copy.me.name,
    madeOn: copy.made_on,
    spaces: spaces.length,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    kinds: [...counts].map(([kind, count]) => ({ kind, count })),
    commitments: inAll(({ commitments }) => commitments),
    offers: inAll(({ offers }) => offers),
    reviews: inAll(({ reviews }) => reviews),
  };
}

/**
 * Whether what a space says agrees with itself, as it does in every file that Keel wrote: what is named is there, nothing is
 * there twice, and of the other person's there is nothing but what both agreed on.
 */
export const holdsTogether = (space: CopiedSpace): boolean =>
  settingsHold(space) &&
  saidHolds(space) &&
  space.commitments.every(commitmentHolds) &&
  space.commitments.every(({ agreement }) => !agreement || isAgreedIn(space, agreement)) &&
  offersHold(space) &&
  space.entries.every(entryHolds) &&
  entriesHold(space);

const isAgreedIn = ({ agreements = [] }: CopiedSpace, named: string) =>
  agreements.some(({ id, turns }) => id === named && turns.some(({ agreed }) => agreed));

function settingsHold({ starts_with, corrections_reach_me: way, struggles_can_rest }: CopiedSpace): boolean {
  return (
    differ(starts_with, ({ kind }) => kind) &&
    differ(struggles_can_rest, String) &&
    (way === null || (way.way === "at_time") === (way.local_time !== null))
  );
}

function saidHolds({ sentences, agreements = [], review_times, reviews }: CopiedSpace): boolean {
  const turns = [...agreements.map(({ turns }) => turns), ...reviews.map(({ notes }) => notes)];
  return (
    [sentences, review_times, ...turns].every(turnsHold) &&
    differ(agreements, ({ id }) => id) &&
    differ(reviews, ({ id }) => id) &&
    reviews.filter(({ open }) => open).length <= 1 &&
    reviews.every(
      ({ open, stopped, guesses }) =>
        !(open && stopped) && (!guesses || Object.values(guesses).some((number) => number !== null)),
    )
  );
}

type Said = Omit<CopiedSpace["sentences"][number], "text">;
const turnsHold = (said: readonly Said[]) =>
  differ(said, ({ turn }) => turn) &&
  said.every(({ by, agreed, agreed_on }) => agreed || (by === "me" && !agreed_on));

function commitmentHolds({ steps, days, begun_by }: ExportedCommitment): boolean {
  const agreed = agreedTurns(steps);
  const [first] = steps;
  return (
    first?.step === "offered" &&
    first.by === begun_by &&
    agreed.has(steps.find(({ turn, terms }) => terms && agreed.has(turn))?.turn ?? 0) &&
    inOrder(steps.map(({ turn }) => turn)) &&
    steps.every(
      ({ turn, by, step, happened_on, returns_on, terms, texts }) =>
        (step === "paused") === (returns_on !== null) &&
        (returns_on === null || returns_on > happened_on) &&
        (!terms || (step === "offered" && termsHold(terms))) &&
        (by === "me" || agreed.has(turn) || (!terms && Object.keys(texts).length === 0)),
    ) &&
    differ(days, ({ day, turn }) => `${day}/${turn}`) &&
    days.every(({ day, written_on }) => written_on >= day)
  );
}

type Terms = NonNullable<ExportedOffer["terms"]>;
const termsHold = ({ rule, times, starts_on, review_on }: Terms) =>
  isReview(starts_on as Day, review_on as Day) && isStored({ rule, times });

/** What was offered and came to nothing always has its terms; of one that cannot be read any more nothing else is told. */
function offersHold({ offers, commitments }: CopiedSpace): boolean {
  const agreed = new Set(commitments.map(({ id }) => id));
  const told = new Map(offers.map((offer) => [offer.commitment, ofItsCommitment(offer)]));
  return (
    differ(commitments, ({ id }) => id) &&
    differ(offers, ({ commitment, turn }) => `${commitment}/${turn}`) &&
    offers.every(
      (offer) =>
        !agreed.has(offer.commitment) &&
        told.get(offer.commitment) === ofItsCommitment(offer) &&
        isReadable(offer) === (offer.offered_on !== null) &&
        offer.terms !== undefined &&
        termsHold(offer.terms),
    )
  );
}

const ofItsCommitment = ({ area, cost, doer }: ExportedOffer) => [area, cost, doer].join();

/** Whether the person could still read what they offered it in. */
export const isReadable = ({ area, cost, doer }: ExportedOffer) =>
  area !== null && cost !== null && doer !== null;

type Detail = Exclude<
  {
    [K in keyof ExportedEntry]-?: undefined extends ExportedEntry[K] ? K : never;
  }[keyof ExportedEntry],
  "became"
>;

/** What belongs to an entry, and to which kinds: an entry has that of its kind, and nothing else. */
const KINDS: Readonly<Record<Detail, readonly EntryKind[]>> = {
  check_ins: ["check_in"],
  shared_feeling: ["shared_feeling"],
  reply: ["reply"],
  felt_heard: ["felt_heard"],
  question_answer: ["question_answer"],
  struggle_part: ["struggle_part"],
  therapy_session: ["therapy_session"],
  therapy_part: ["session_agenda", "session_takeaway", "session_homework"],
  space_request: ["space"],
  remark: ["follow_through_note", "noticing"],
  correction: ["correction"],
  acknowledgement: ["acknowledgement"],
  acknowledgement_answer: ["acknowledgement_answer"],
  review_part: ["review_part"],
};
const details = Object.entries(KINDS) as [Detail, readonly EntryKind[]][];

function entryHolds(entry: ExportedEntry): boolean {
  const { kind, audience, words, check_ins = [], shared_feeling, remark } = entry;
  const isShown = audience === "partner";
  return (
    details.every(([detail, kinds]) => (entry[detail] !== undefined) === kinds.includes(kind)) &&
    (kind === "reply" || kind === "acknowledgement" || entry.became === undefined) &&
    (entry.written_on >= entry.happened_on || kind === "therapy_session" || kind === "trigger_day") &&
    differ(words, ({ field, version }) => `${field}/${version}`) &&
    differ(
      words.filter(({ stands }) => stands),
      ({ field }) => field,
    ) &&
    differ(check_ins, ({ version }) => version) &&
    (kind !== "check_in" || check_ins.filter(({ stands }) => stands).length === 1) &&
    [...words, ...check_ins].every(({ stands, superseded_on }) => !stands || superseded_on === null) &&
    words.every((one) => one.audience === "only_me" || (isShown && one.shown)) &&
    check_ins.every(({ stands, shown }) => !(stands && isShown) || shown) &&
    differ(shared_feeling?.parts ?? [], ({ feeling }) => feeling) &&
    (remark === undefined || (kind === "noticing") === (remark.perceived !== null))
  );
}

/** Entries beside each other, and beside what they name. What the other wrote is not in the file, and named all the same. */
function entriesHold({ entries, commitments, offers, reviews }: CopiedSpace): boolean {
  const agreed = new Set(commitments.map(({ id }) => id));
  const offered = new Set(offers.map(({ commitment }) => commitment));
  const sat = new Set(reviews.map(({ id }) => id));
  const ids = new Set(entries.map(({ id }) => id));
  const once = <T>(of: (entry: ExportedEntry) => T | undefined) =>
    differ(
      entries.map(of).filter((key) => key !== undefined),
      (key) => key,
    );
  return (
    ids.size === entries.length &&
    once(({ kind, happened_on }) => (kind === "check_in" ? happened_on : undefined)) &&
    once(({ reply }) => (reply?.needs_until ? reply.to : undefined)) &&
    once(({ felt_heard }) => felt_heard?.to) &&
    once(({ acknowledgement_answer }) => acknowledgement_answer?.to) &&
    once(({ struggle_part }) => struggle_part?.to) &&
    once(({ review_part: part }) => part && `${part.review}/${part.step}`) &&
    once(({ remark }) => (remark?.perceived ? `${remark.commitment}/${remark.day}` : undefined)) &&
    differ(
      entries.flatMap(({ became = [] }) => became),
      (id) => id,
    ) &&
    entries.every(
      ({ review_part, remark, reply, felt_heard, question_answer, acknowledgement_answer, became = [] }) =>
        (!review_part || sat.has(review_part.review)) &&
        (!remark || agreed.has(remark.commitment)) &&
        became.every((id) => agreed.has(id) || offered.has(id)) &&
        // Nobody answers themselves.
        [reply, felt_heard, question_answer, acknowledgement_answer].every(
          (answer) => !answer || !ids.has(answer.to),
        ),
    )
  );
}

function differ<T>(some: readonly T[], by: (one: T) => unknown): boolean {
  return new Set(some.map(by)).size === some.length;
}

const inOrder = (turns: readonly number[]) =>
  turns.every((turn, at) => at === 0 || turn > (turns[at - 1] ?? 0));
