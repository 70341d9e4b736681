import type {
  Acknowledgement,
  AcknowledgementAnswer,
  CheckIn,
  Commitment,
  CommitmentEvent,
  CommitmentRemark,
  CommitmentTerms,
  CommitmentWords,
  Entry,
  EntryWords,
  FeelingPart,
  FeltHeard,
  FollowThrough,
  QuestionAnswer,
  Reply,
  ReviewPart,
  SharedFeeling,
  SpaceRequest,
  StrugglePart,
  TherapyPart,
  TherapySession,
} from "@/lib/db/generated/client";
import type { CommitmentStep, ReachWay } from "@/lib/db/generated/enums";
import { inReadingOrder } from "@/lib/drafts/rules";
import {
  type ExportedCommitment,
  type ExportedEntry,
  type ExportedOffer,
  type ExportFormat,
  type Part,
  SCHEMA,
  VERSION,
} from "@/lib/export/schema";
import { groupBy } from "@/lib/group-by";
import { fromColumn } from "@/lib/time/day";
import { UNTIL_SHOWN_AGAIN } from "@/lib/visibility/rules";

/** The steps whose offer both agreed on: an offer stands until it is answered, taken back, or another takes its place. */
export function agreedTurns(
  steps: readonly { readonly turn: number; readonly step: CommitmentStep }[],
): ReadonlySet<number> {
  const agreed = new Set<number>();
  let offered: number | null = null;
  for (const { turn, step } of steps) {
    if (step === "paused" || step === "resumed") continue;
    if (step === "accepted" && offered !== null) agreed.add(offered);
    offered = step === "offered" || step === "ending_offered" ? turn : null;
  }
  return agreed;
}

/** What belongs to an entry, of whatever kind it is. */
export type Details = {
  readonly words: readonly (Omit<EntryWords, "ciphertext"> & { readonly text: string })[];
  readonly checkIns: readonly CheckIn[];
  readonly feeling: SharedFeeling | undefined;
  readonly parts: readonly FeelingPart[];
  readonly reply: Reply | undefined;
  readonly heard: FeltHeard | undefined;
  readonly answer: QuestionAnswer | undefined;
  readonly struggled: StrugglePart | undefined;
  readonly session: TherapySession | undefined;
  readonly forSession: TherapyPart | undefined;
  readonly space: SpaceRequest | undefined;
  readonly backLater: boolean;
  readonly remark: CommitmentRemark | undefined;
  readonly announced: { readonly way: ReachWay } | undefined;
  readonly acknowledged: Acknowledgement | undefined;
  readonly received: AcknowledgementAnswer | undefined;
  readonly part: ReviewPart | undefined;
  readonly became: readonly string[];
};

export function exportedEntry(entry: Entry, details: Details): ExportedEntry {
  const {
    words,
    checkIns,
    feeling,
    parts,
    reply,
    heard,
    answer,
    struggled,
    session,
    forSession,
    space,
    remark,
    announced,
    acknowledged,
    received,
    part,
    became,
  } = details;
  return {
    id: entry.id,
    kind: entry.kind,
    happened_on: fromColumn(entry.happenedOn),
    written_on: fromColumn(entry.writtenOn),
    time_zone: entry.timeZone,
    audience: entry.audience,
    words: inReadingOrder(inOrder(words)).map((row) => ({
      field: row.field,
      ...standingOf(row),
      audience: row.audience,
      text: row.text,
    })),
    ...(checkIns.length > 0 && {
      check_ins: inOrder(checkIns).map((row) => {
        const { trust, safety, closeness, love, pain, feelings, need } = row;
        return { ...standingOf(row), trust, safety, closeness, love, pain, feelings, need };
      }),
    }),
    ...(feeling && {
      shared_feeling: {
        wish: feeling.wish,
        parts: parts.map(({ feeling: felt, intensity }) => ({ feeling: felt, intensity })),
      },
    }),
    ...(reply && {
      reply: { to: reply.toEntryId, needs_until: reply.needsUntil?.toISOString() ?? null },
    }),
    ...(heard && {
      felt_heard: {
        to: heard.toEntryId,
        understood: heard.understood,
        accepted: heard.accepted,
        cared_for: heard.caredFor,
      },
    }),
    ...(answer && { question_answer: { to: answer.toEntryId, standing: answer.standing } }),
    ...(struggled && { struggle_part: { to: struggled.toEntryId } }),
    ...(session && { therapy_session: { kind: session.kind, local_time: session.localTime } }),
    ...(forSession && { therapy_part: { to: forSession.toEntryId, kind: forSession.kind } }),
    ...(space && {
      space_request: { until: space.until.toISOString(), over: space.over, back_later: details.backLater },
    }),
    ...(remark && {
      remark: { commitment: remark.commitmentId, day: fromColumn(remark.day), perceived: remark.perceived },
    }),
    ...(announced && entry.kind === "correction" && { correction: { way: announced.way } }),
    ...(acknowledged && {
      acknowledgement: {
        statement: acknowledged.statementId,
        version: acknowledged.place,
        agreement: acknowledged.agreementId,
        way: announced?.way ?? null,
      },
    }),
    ...(received && { acknowledgement_answer: { to: received.toEntryId, received: received.received } }),
    ...(part && { review_part: { review: part.reviewId, step: part.step, number: part.number } }),
    ...(became.length > 0 && { became: [...became] }),
  };
}

type Version = { readonly version: number; readonly supersededOn: Date | null; readonly shown: boolean };

/** Versions after one another. */
const inOrder = <T extends Version>(rows: readonly T[]) => rows.toSorted((a, b) => a.version - b.version);

/** The day of a change that was made while nobody could see it stays open. */
function standingOf({ version, supersededOn, shown }: Version) {
  const until = supersededOn && fromColumn(supersededOn);
  return {
    version,
    stands: until === null,
    superseded_on: until === UNTIL_SHOWN_AGAIN ? null : until,
    shown,
  };
}

/** Everything of a space's commitments that the person may read. */
export type RecordRows = {
  readonly commitments: readonly Commitment[];
  readonly events: readonly CommitmentEvent[];
  readonly terms: readonly CommitmentTerms[];
  readonly words: readonly (Omit<CommitmentWords, "ciphertext"> & { readonly text: string })[];
  readonly days: readonly FollowThrough[];
};

/**
 * What both agreed on, oldest first, and what the person offered that came to nothing: they keep that, also where its
 * commitment cannot be read any more. What the other offered and was not agreed on is the other's.
 */
export function exportedRecord(
  me: string,
  rows: RecordRows,
): { readonly commitments: ExportedCommitment[]; readonly offers: ExportedOffer[] } {
  const by = (authorId: string) => (authorId === me ? "me" : "other");
  const events = groupBy(rows.events, ofCommitment);
  const terms = groupBy(rows.terms, ofCommitment);
  const words = groupBy(rows.words, ofCommitment);
  const days = groupBy(rows.days, ofCommitment);
  const accepted = rows.commitments.filter((row) => row.accepted);
  const offered = (commitment: string, turn: number) => {
    const step = terms.get(commitment)?.find((row) => row.turn === turn);
    const texts = (words.get(commitment) ?? []).filter((row) => row.turn === turn);
    return {
      ...(step && { terms: termsOf(step) }),
      texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])),
    };
  };

  const commitments = accepted.map(
    ({ id, area, cost, doerId, authorId, ended, agreementId }): ExportedCommitment => {
      const steps = events.get(id) ?? [];
      const agreed = agreedTurns(steps);
      return {
        ...{ id, area, cost, doer: by(doerId), begun_by: by(authorId), ended },
        agreement: agreementId,
        steps: steps.map(({ turn, authorId: taker, step, happenedOn, returnsOn }) => ({
          ...{ turn, by: by(taker), step },
          happened_on: fromColumn(happenedOn),
          returns_on: returnsOn && fromColumn(returnsOn),
          ...(taker === me || agreed.has(turn) ? offered(id, turn) : { texts: {} }),
        })),
        days: (days.get(id) ?? []).map(({ day, turn, status, volunteered, writtenOn }) => ({
          ...{ day: fromColumn(day), turn, status, volunteered },
          written_on: fromColumn(writtenOn),
        })),
      };
    },
  );

  const isAccepted = new Set(accepted.map(({ id }) => id));
  const own = rows.terms.filter((row) => row.authorId === me && !isAccepted.has(row.commitmentId));
  const offers = own.map(({ commitmentId, turn }): ExportedOffer => {
    const of = rows.commitments.find(({ id }) => id === commitmentId);
    const step = events.get(commitmentId)?.find((event) => event.turn === turn);
    return {
      ...{ commitment: commitmentId, turn, offered_on: step ? fromColumn(step.happenedOn) : null },
      ...{ area: of?.area ?? null, cost: of?.cost ?? null, doer: of ? by(of.doerId) : null },
      ...offered(commitmentId, turn),
    };
  });
  return { commitments: commitments.toSorted((a, b) => begunOn(a).localeCompare(begunOn(b))), offers };
}

const ofCommitment = ({ commitmentId }: { readonly commitmentId: string }) => commitmentId;
const begunOn = ({ steps: [first], id }: ExportedCommitment) => `${first?.happened_on}/${id}`;

const termsOf = ({ rule, times, startsOn, reviewOn }: CommitmentTerms) => ({
  rule,
  times,
  starts_on: fromColumn(startsOn),
  review_on: fromColumn(reviewOn),
});

/** `export-2026-11-22.json`: it says nothing of whose it is, or of what. Tables are several files in one. */
export const fileName = (madeOn: string, format: ExportFormat) =>
  `export-${madeOn}.${format === "csv" ? "zip" : format}`;

/** The parts as one JSON text (`exportFile` in the schema), an entry a line. */
export async function* asJson(parts: AsyncIterable<Part>): AsyncGenerator<string> {
  let spaces = 0;
  let entries = 0;
  for await (const part of parts) {
    if (part.is === "person") {
      const head = {
        $schema: SCHEMA,
        format: "keel-export",
        version: VERSION,
        made_on: part.madeOn,
        me: part.person,
      };
      yield `${JSON.stringify(head).slice(0, -1)},"spaces":[`;
    } else if (part.is === "space") {
      entries = 0;
      yield `${spaces++ > 0 ? "," : ""}\n${JSON.stringify(part.space).slice(0, -1)},"entries":[`;
    } else if (part.is === "entries")
      yield part.entries.map((entry) => `${entries++ > 0 ? "," : ""}\n${JSON.stringify(entry)}`).join("");
    else yield `],"commitments":${JSON.stringify(part.commitments)},"offers":${JSON.stringify(part.offers)}}`;
  }
  yield "]}\n";
}
