import { isAnnotationKind } from "@/lib/annotations/rules";
import { isAnnounced } from "@/lib/announcements/rules";
import { blank, contentFrom, dimensions, numbersOf } from "@/lib/check-ins/rules";
import type { EntryKind, PacketKind, PacketPortion } from "@/lib/db/generated/enums";
import type { EntryView } from "@/lib/entries/rules";
import { isPartKind } from "@/lib/entries/rules";
import type { FiveNumbers } from "@/lib/follow-through/rules";
import { groupBy } from "@/lib/group-by";
import { isReflectionKind } from "@/lib/reflections/rules";
import { addDays, type Day, daysBetween, numberOf } from "@/lib/time/day";
import {
  daysFelt,
  ENOUGH,
  type FeelingsRow,
  type Given,
  givenOf,
  type HeardRow,
  type heardAnswers,
  type heardParts,
  isEnoughIn,
  type NeedRow,
  type NumbersRow,
  type StrengthRow,
} from "@/lib/trends/rules";

/** The longest range: three years, and the day on which they end. */
export const LONGEST = 1_096;

/** What can be put in or taken out at once, in its order. */
export const groups = [
  "numbers",
  "words",
  "feelings",
  "questions",
  "days",
  "struggles",
  "corrections",
  "acknowledgements",
  "reviews",
  "marked_days",
  "sessions",
  "own_pages",
] as const;
export type Group = (typeof groups)[number];

const GROUP_OF: Partial<Record<EntryKind, Group>> = {
  shared_feeling: "feelings",
  reply: "feelings",
  felt_heard: "feelings",
  question: "questions",
  question_answer: "questions",
  struggle: "struggles",
  struggle_part: "struggles",
  correction: "corrections",
  acknowledgement: "acknowledgements",
  acknowledgement_answer: "acknowledgements",
  review_part: "reviews",
  therapy_session: "sessions",
};

/** Pages of one's own are put in piece by piece: at once goes in only what the other can read already. */
export const isPutInWhole = (group: Group) => group !== "own_pages";

function groupOf(kind: EntryKind, portion: PacketPortion): Group {
  if (kind === "check_in") return portion;
  if (isAnnotationKind(kind)) return "marked_days";
  if (isReflectionKind(kind)) return "own_pages";
  return GROUP_OF[kind] ?? (isPartKind(kind) ? "sessions" : "days");
}

/** An entry's row, as far as choosing needs it. */
export type Found = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly day: Day;
  /** Whether the other can read the entry, and all of its words; null where it has none. */
  readonly numbersShown: boolean;
  readonly wordsShown: boolean | null;
  /** Whether its author marked it to be brought to a session. */
  readonly marked: boolean;
};

/** Something of one's own that can be put in. */
export type Candidate = {
  readonly entry: string;
  readonly portion: PacketPortion;
  readonly kind: EntryKind;
  readonly group: Group;
  readonly day: Day;
  /** Whether the other can read it already. */
  readonly shown: boolean;
  readonly marked: boolean;
};

/** A check-in can be put in by its numbers, its words, or both; everything else is whole. */
export function candidatesOf({ id, kind, day, numbersShown, wordsShown, marked }: Found): Candidate[] {
  const portions: PacketPortion[] =
    kind !== "check_in" ? ["words"] : wordsShown === null ? ["numbers"] : ["numbers", "words"];
  // What is announced is read where it is opened, and nowhere else.
  const isShown = (portion: PacketPortion) =>
    !isAnnounced(kind) && numbersShown && (portion === "numbers" || wordsShown !== false);
  return portions.map((portion) => ({
    entry: id,
    portion,
    kind,
    group: groupOf(kind, portion),
    day,
    shown: isShown(portion),
    marked,
  }));
}

/**
 * What a part begins with: the numbers, what was marked and what is on an agenda; where two bring it, of that what the other
 * can read already. The rest is put in by hand.
 */
export const beginsWith = (candidates: readonly Candidate[], joint: boolean) =>
  candidates.filter(
    ({ portion, kind, shown, marked }) =>
      (portion === "numbers" || marked || kind === "session_agenda") && (shown || !joint),
  );

/** How much of a group is in. */
export type GroupCount = {
  readonly group: Group;
  readonly all: number;
  readonly shown: number;
  readonly chosen: number;
};

export const itemOf = ({ entry, portion }: { readonly entry: string; readonly portion: PacketPortion }) =>
  `${portion}_${entry}`;

/** By group, without those that have nothing. */
export function countsOf(candidates: readonly Candidate[], chosen: ReadonlySet<string>): GroupCount[] {
  const byGroup = groupBy(candidates, ({ group }) => group);
  return groups.flatMap((group) => {
    const of = byGroup.get(group);
    return of
      ? {
          group,
          all: of.length,
          shown: of.filter(({ shown }) => shown).length,
          chosen: of.filter((one) => chosen.has(itemOf(one))).length,
        }
      : [];
  });
}

/** What an entry says, without whose it is and who sees it: as it stands at the moment of consent. */
export type Snapshot = { readonly [Property in string]: unknown } & Pick<EntryView, "id" | "kind" | "day">;

/** Whether the other can read so much of an entry at this moment. What is announced is read where it is opened, and nowhere else. */
export function isShown({ kind, shown }: EntryView, portion: PacketPortion): boolean {
  if (isAnnounced(kind) || shown === "only_me") return false;
  return kind !== "check_in" || portion === "numbers" || shown === "numbers_and_words";
}

/** The portion of an entry that is put in. */
export function snapshotOf(entry: EntryView, portion: PacketPortion): Snapshot {
  const { mine: _mine, here: _here, shown: _shown, ...whole } = entry;
  if (whole.kind !== "check_in") return whole;
  const { content } = whole;
  const { note, own_feeling } = content;
  return {
    ...whole,
    earlier: [],
    content: portion === "numbers" ? { ...blank, ...numbersOf(content) } : { ...blank, note, own_feeling },
  };
}

/** One item as it lies in a packet. */
export type Item = { readonly portion: PacketPortion; readonly shown: boolean; readonly snapshot: Snapshot };

/** Entries again, as their reader is shown them, in the order of their days. */
export function entriesFrom(items: readonly Item[], mine: boolean): EntryView[] {
  return [...groupBy(items, ({ snapshot }) => snapshot.id).values()]
    .map((portions) => entryFrom(portions, mine))
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}

function entryFrom(portions: readonly Item[], mine: boolean): EntryView {
  const [first] = portions;
  const whole = { ...first?.snapshot, mine, here: true, shown: shownOf(portions) } as EntryView;
  if (whole.kind !== "check_in") return whole;
  const contentOf = (portion: PacketPortion) => {
    const found = portions.find((one) => one.portion === portion)?.snapshot as typeof whole | undefined;
    return found?.content;
  };
  const words = contentOf("words");
  const texts = words
    ? [
        { field: "note", text: words.note },
        { field: "own_feeling", text: words.own_feeling },
      ]
    : [];
  return { ...whole, content: contentFrom(contentOf("numbers"), texts) };
}

/** To whoever put it in: how much of it the other can read. */
function shownOf(portions: readonly Item[]) {
  const shown = portions.filter((one) => one.shown);
  if (shown.length === 0) return "only_me";
  return shown.length === portions.length ? "numbers_and_words" : "numbers";
}

/** A commitment of somebody's own over the days of a packet. */
export type CommitmentKept = { readonly what: string; readonly numbers: FiveNumbers };

/** What one person puts in, as it is read. */
export type PartContent = {
  readonly entries: readonly EntryView[];
  /** Null where they put none in. */
  readonly commitments: readonly CommitmentKept[] | null;
};

/** The mean of a number over the days of a packet, and its swing: one sample standard deviation. */
export type Spread = { readonly days: number; readonly mean: number; readonly deviation: number };

export type Dimension = (typeof dimensions)[number];
export type Asked = { readonly of: string; readonly times: number };
export type PartSummary = {
  /** Days of which there are numbers. */
  readonly days: number;
  /** Null where there are not as many numbers as a swing needs (`ENOUGH.band`). */
  readonly spreads: Readonly<Record<Dimension, Spread | null>>;
  readonly heard: Readonly<
    Record<(typeof heardParts)[number], Readonly<Record<(typeof heardAnswers)[number], number>>>
  >;
  /** What was wanted back where pain was shown, and what was needed most, the most frequent first. */
  readonly wishes: readonly Asked[];
  readonly needs: readonly Asked[];
};

export function summaryOf({ entries }: PartContent): PartSummary {
  const numbers = numbersIn(entries);
  const heard = heardIn(entries);
  const spread = (dimension: Dimension) => spreadOf(givenOf(numbers, dimension));
  const answers = (part: (typeof heardParts)[number]) => {
    const count = (answer: (typeof heardAnswers)[number]) =>
      heard.filter((row) => row[part] === answer).length;
    return { yes: count("yes"), partly: count("partly"), not_yet: count("not_yet") };
  };
  const wishes = entries.flatMap((entry) => (entry.kind === "shared_feeling" ? entry.wish : []));
  const needs = needsIn(entries).flatMap(({ need }) => need ?? []);
  return {
    days: numbers.length,
    spreads: {
      trust: spread("trust"),
      safety: spread("safety"),
      closeness: spread("closeness"),
      love: spread("love"),
      pain: spread("pain"),
    },
    heard: {
      understood: answers("understood"),
      accepted: answers("accepted"),
      cared_for: answers("cared_for"),
    },
    wishes: timesOf(wishes),
    needs: timesOf(needs),
  };
}

/** Of whole numbers, so that no order of them makes another spread. */
export function spreadOf(given: readonly Given[]): Spread | null {
  if (!isEnoughIn(given, ENOUGH.band)) return null;
  const count = given.length;
  const sum = given.reduce((all, { value }) => all + value, 0);
  const squares = given.reduce((all, { value }) => all + value * value, 0);
  return {
    days: count,
    mean: sum / count,
    deviation: Math.sqrt((count * squares - sum * sum) / (count * (count - 1))),
  };
}

const timesOf = (said: readonly string[]): Asked[] =>
  mostFirst([...groupBy(said, (of) => of)].map(([of, all]) => ({ of, times: all.length })));

const mostFirst = (asked: readonly Asked[]): Asked[] =>
  asked.toSorted((a, b) => b.times - a.times || a.of.localeCompare(b.of));

/** Fewer than a line needs make no picture of feelings or of being heard: a sentence tells them. */
export const isEnoughToDraw = (times: number) => times >= ENOUGH.line.numbers;

/** On how many days a feeling was named, and which on how many, the most frequent first. */
export type FeltSummary = { readonly days: number; readonly feelings: readonly Asked[] };

export function feltIn(entries: readonly EntryView[]): FeltSummary {
  const checkIns = feelingsIn(entries);
  const strengths = strengthsIn(entries);
  const named = [...checkIns.filter(({ feelings }) => feelings.length > 0), ...strengths];
  return {
    days: new Set(named.map(({ day }) => day)).size,
    feelings: mostFirst([...daysFelt(checkIns, strengths)].map(([of, times]) => ({ of, times }))),
  };
}

const checkInsIn = (entries: readonly EntryView[]) =>
  entries.flatMap((entry) =>
    entry.kind === "check_in" ? { day: numberOf(entry.day), ...entry.content } : [],
  );

/** Those of which a number was given. */
export const numbersIn = (entries: readonly EntryView[]): NumbersRow[] =>
  checkInsIn(entries).filter(hasNumber);
const hasNumber = (row: NumbersRow) => dimensions.some((dimension) => row[dimension] !== null);
/** Those in which something was chosen: where words alone were put in, nothing is known of any feeling. */
export const feelingsIn = (entries: readonly EntryView[]): FeelingsRow[] =>
  checkInsIn(entries).filter((row) => row.feelings.length > 0 || row.need !== null || hasNumber(row));
/** How strong feelings were where pain was shown: of several on a day, the strongest. */
export function strengthsIn(entries: readonly EntryView[]): StrengthRow[] {
  const shown = entries.flatMap((entry) =>
    entry.kind === "shared_feeling" ? entry.parts.map((part) => ({ day: numberOf(entry.day), ...part })) : [],
  );
  const strongest = (rows: readonly StrengthRow[]) =>
    rows.toSorted((a, b) => (b.intensity ?? 0) - (a.intensity ?? 0)).slice(0, 1);
  return [...groupBy(shown, ({ day, feeling }) => `${day}/${feeling}`).values()].flatMap(strongest);
}
export const needsIn = (entries: readonly EntryView[]): NeedRow[] => checkInsIn(entries);
export const heardIn = (entries: readonly EntryView[]): HeardRow[] =>
  entries.flatMap((entry) =>
    entry.kind === "felt_heard"
      ? {
          day: numberOf(entry.day),
          understood: entry.understood,
          accepted: entry.accepted,
          cared_for: entry.caredFor,
        }
      : [],
  );

/** Whether anything is in it that pictures are made of. */
export const isPictured = (entries: readonly EntryView[]) =>
  numbersIn(entries).length > 0 || feltIn(entries).days > 0 || heardIn(entries).length > 0;

/** Days, both included, of which there is nothing. */
export type Gap = { readonly from: Day; readonly to: Day };
/** Shorter ones are told by the days themselves. */
const GAP = 7;

/** A day and what each voice put in of it, in their order, or a stretch of days of which none put anything in. */
export type Told = { readonly day: Day; readonly of: readonly (readonly EntryView[])[] } | Gap;

type Entries = Pick<PartContent, "entries">;

/** What is told of a packet day by day, of all but check-ins that are numbers alone: those are in the pictures. */
export function toldOf(voices: readonly Entries[], { from, to }: Gap): Told[] {
  const byDay = voices.map(({ entries }) => groupBy(entries.filter(isTold), ({ day }) => day));
  const days = [...new Set(byDay.flatMap((of) => [...of.keys()]))].sort();
  const told: Told[] = [];
  let before = addDays(from, -1);
  for (const day of days) {
    told.push(...gapBetween(before, day));
    told.push({ day, of: byDay.map((of) => of.get(day) ?? []) });
    before = day;
  }
  return [...told, ...gapBetween(before, addDays(to, 1))];
}

function gapBetween(before: Day, after: Day): Gap[] {
  return daysBetween(before, after) - 1 >= GAP ? [{ from: addDays(before, 1), to: addDays(after, -1) }] : [];
}

const isTold = (entry: EntryView) =>
  entry.kind !== "check_in" || entry.content.note !== "" || entry.content.own_feeling !== "";

type Parts = {
  readonly kind: PacketKind;
  readonly parts: readonly { readonly mine: boolean; readonly consentedOn: Day | null }[];
};

/** Whether everybody whose it is has agreed to their part. */
export const isComplete = ({ kind, parts }: Parts) =>
  parts.filter(({ consentedOn }) => consentedOn !== null).length === (kind === "joint" ? 2 : 1);

/** What the file of a packet is called: nothing of what it is. */
export const paperName = ({ to }: { readonly to: Day }) => `notes-${to}.pdf`;
