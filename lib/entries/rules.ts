import { type AnnotationKind, isAnnotationKind } from "@/lib/annotations/rules";
import type { Content } from "@/lib/check-ins/schema";
import type {
  Feeling,
  Heard,
  Perceived,
  ReachWay,
  Received,
  ReviewStep,
  SessionKind,
  Standing,
  Wish,
  WordsField,
} from "@/lib/db/generated/enums";
import type { ReflectionKind } from "@/lib/reflections/rules";
import type { Day } from "@/lib/time/day";
import type { Shown } from "@/lib/visibility/rules";

/** An earlier version that the partner could read, and the day a later one took its place. */
export type Earlier = { readonly key: string; readonly until: Day; readonly content: Content };

/** What every entry tells the viewer: theirs whole, their partner's as far as it is shown. */
export type Seen = {
  readonly id: string;
  readonly mine: boolean;
  /** Written in the space the viewer is in now; elsewhere it can only be read, copied and deleted. */
  readonly here: boolean;
  readonly day: Day;
  readonly filledInLater: boolean;
  readonly shown: Shown;
};

/** Words as they stand, by what they are. */
export type Texts = Readonly<Partial<Record<WordsField, string>>>;

/** The entry that another one answers, by whose it is. */
export type Answered = { readonly mine: boolean; readonly id: string };

export type CheckInView = Seen & {
  readonly kind: "check_in";
  readonly content: Content;
  readonly earlier: readonly Earlier[];
};
export type SharedFeelingView = Seen & {
  readonly kind: "shared_feeling";
  readonly texts: Texts;
  readonly wish: Wish;
  /** Intensity 1–10, null where no number was given. */
  readonly parts: readonly { readonly feeling: Feeling; readonly intensity: number | null }[];
};
export type ReplyView = Seen & {
  readonly kind: "reply";
  readonly texts: Texts;
  readonly to: Answered;
  /** The moment until which its writer needs to answer well, in ISO 8601; null for an answer. */
  readonly needsUntil: string | null;
};
export type FeltHeardView = Seen & {
  readonly kind: "felt_heard";
  readonly texts: Texts;
  readonly to: Answered;
  readonly understood: Heard | null;
  readonly accepted: Heard | null;
  readonly caredFor: Heard | null;
};
export type QuestionAnswerView = Seen & {
  readonly kind: "question_answer";
  readonly texts: Texts;
  readonly to: Answered;
  readonly standing: Standing;
};
/** That somebody asked for space. Until when is told while it lasts (lib/space) and stays out of the record: it tells when it was asked. */
export type SpaceView = Seen & { readonly kind: "space" };
/** On a day of a commitment: the doer's words, or what the other noticed. */
export type RemarkView = Seen & {
  readonly kind: "follow_through_note" | "noticing";
  readonly texts: Texts;
  readonly commitment: string;
  /** The day of the commitment; the entry's own may be earlier, where the other is ahead of its writer. */
  readonly of: Day;
  /** Of a noticing alone. */
  readonly perceived: Perceived | null;
};
/** The other's is announced and nothing more: what it says is read where it is opened (lib/announcements). */
export type CorrectionView = Seen & {
  readonly kind: "correction";
  readonly texts: Texts;
  readonly way: ReachWay;
};
/** One version of a statement of responsibility. The other's is announced and nothing more, as a correction is. */
export type AcknowledgementView = Seen & {
  readonly kind: "acknowledgement";
  readonly texts: Texts;
  /** The same of all versions of one statement. */
  readonly statement: string;
  /** The agreement that it names as broken, or null. */
  readonly agreement: string | null;
  /** How it reaches the other; null while it was never given. */
  readonly way: ReachWay | null;
};
/** What its reader says of an acknowledgement, and what is missing in it. */
export type AcknowledgementAnswerView = Seen & {
  readonly kind: "acknowledgement_answer";
  readonly texts: Texts;
  readonly to: Answered;
  readonly received: Received;
};
export type QuestionView = Seen & { readonly kind: "question"; readonly texts: Texts };
export type StruggleView = Seen & { readonly kind: "struggle"; readonly texts: Texts };
/** What its author says of their own part in a struggle, whoever named it. */
export type StrugglePartView = Seen & {
  readonly kind: "struggle_part";
  readonly texts: Texts;
  readonly to: Answered;
};
/** A session of therapy; its words say with whom or where, and may be left out. */
export type TherapySessionView = Seen & {
  readonly kind: "therapy_session";
  readonly texts: Texts;
  readonly session: SessionKind;
  /** HH:MM on the clock of wherever it is, or null. */
  readonly localTime: string | null;
};
/** What is said for a session: before it, after it, and until the next. */
export const partKinds = ["session_agenda", "session_takeaway", "session_homework"] as const;
export type PartKind = (typeof partKinds)[number];
export const isPartKind = (kind: string): kind is PartKind => partKinds.some((one) => one === kind);

/** What its author brings to a session, takes from it, or does until the next. */
export type TherapyPartView = Seen & {
  readonly kind: PartKind;
  readonly texts: Texts;
  readonly to: Answered;
  readonly session: SessionKind;
};
/** On a page of one's own (lib/reflections). */
export type ReflectionView = Seen & { readonly kind: ReflectionKind; readonly texts: Texts };
export type CareView = Seen & { readonly kind: "from_my_day" | "caring_act"; readonly texts: Texts };
/** What somebody said in a step of a review: words, a number of how they come in, or both. */
export type ReviewPartView = Seen & {
  readonly kind: "review_part";
  readonly texts: Texts;
  readonly review: string;
  readonly step: ReviewStep;
  /** 0–10, or null. */
  readonly number: number | null;
};
/** A mark on a day; its words may be empty where its kind says it all. */
export type AnnotationView = Seen & { readonly kind: AnnotationKind; readonly texts: Texts };
export type EntryView =
  | CheckInView
  | SharedFeelingView
  | ReplyView
  | FeltHeardView
  | QuestionAnswerView
  | SpaceView
  | QuestionView
  | StruggleView
  | StrugglePartView
  | TherapySessionView
  | TherapyPartView
  | CareView
  | ReflectionView
  | AnnotationView
  | ReviewPartView
  | RemarkView
  | CorrectionView
  | AcknowledgementView
  | AcknowledgementAnswerView;

/** What an entry says in words, by what they are. */
export const textsOf = (entry: EntryView): Texts => {
  if (entry.kind === "check_in") return { note: entry.content.note, own_feeling: entry.content.own_feeling };
  return entry.kind === "space" ? {} : entry.texts;
};

export const isTherapyPart = (entry: EntryView): entry is TherapyPartView => isPartKind(entry.kind);

/**
 * Whether its author can show it by choosing so: an acknowledgement is given on its own page, and what somebody said of one
 * is said anew to be shown, or its day would tell since when they have read it. What is meant for the therapist's room, or is
 * of a session of one's own, is shown to nobody here.
 */
export function canBeShown(entry: EntryView): boolean {
  if (entry.kind === "correction" || entry.kind === "acknowledgement")
    return entry.way !== null && entry.way !== "with_therapist";
  if (entry.kind === "acknowledgement_answer") return entry.shown !== "only_me";
  if (entry.kind === "therapy_session" || isTherapyPart(entry)) return entry.session === "couple";
  return true;
}

export const isAnnotation = (entry: EntryView): entry is AnnotationView => isAnnotationKind(entry.kind);
