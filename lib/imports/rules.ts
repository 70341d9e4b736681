import { randomUUID } from "node:crypto";
import type { CopiedSpace } from "@/lib/copies/rules";
import { isReadable } from "@/lib/copies/rules";
import { places } from "@/lib/crypto/places";
import type { Place } from "@/lib/crypto/sealing";
import type * as db from "@/lib/db/generated/client";
import { AgreedOn, type CommitmentWordsField } from "@/lib/db/generated/enums";
import type { ExportedCommitment, ExportedEntry, ExportedOffer } from "@/lib/export/schema";
import { groupBy } from "@/lib/group-by";
import { type Day, toColumn } from "@/lib/time/day";
import { UNTIL_SHOWN_AGAIN } from "@/lib/visibility/rules";

/** Columns that name a person. Postgres fills them in: the viewer where a part says so, and else nobody there is. */
type Person = "authorId" | "toAuthorId" | "doerId" | "writerId";
type Row<T> = Omit<T, "coupleId" | "sharedBy" | "speakerId" | Person>;
/** Some rows of a table, and the columns in which they name the viewer. */
export type Part<R = object> = { readonly mine: readonly Person[]; readonly rows: readonly R[] };

/** What a space of a copy becomes, by table: all that `app.import_space` knows (prisma/policies/22-imports.sql). */
export type Rows = {
  readonly member_roles: readonly Part<Row<db.MemberRole>>[];
  readonly sharing_defaults: readonly Part<Row<db.SharingDefault>>[];
  readonly reach_choices: readonly Part<Row<db.ReachChoice>>[];
  readonly gap_choices: readonly Part<Row<db.GapChoice>>[];
  readonly agreed_words: readonly Part<Row<db.AgreedWords>>[];
  readonly reviews: readonly Part<Row<db.Review>>[];
  readonly gap_answers: readonly Part<Row<db.GapAnswer>>[];
  readonly commitments: readonly Part<Row<db.Commitment>>[];
  readonly commitment_events: readonly Part<Row<db.CommitmentEvent>>[];
  readonly commitment_terms: readonly Part<Row<db.CommitmentTerms>>[];
  readonly mutual_words: readonly Part<Row<db.CommitmentWords>>[];
  readonly follow_throughs: readonly Part<Row<db.FollowThrough>>[];
  readonly entries: readonly Part<Row<db.Entry>>[];
  readonly entry_words: readonly Part<Row<db.EntryWords>>[];
  readonly check_ins: readonly Part<Row<db.CheckIn>>[];
  readonly shared_feelings: readonly Part<Row<db.SharedFeeling>>[];
  readonly feeling_parts: readonly Part<Row<db.FeelingPart>>[];
  readonly replies: readonly Part<Row<db.Reply>>[];
  readonly felt_heard: readonly Part<Row<db.FeltHeard>>[];
  readonly question_answers: readonly Part<Row<db.QuestionAnswer>>[];
  readonly struggle_parts: readonly Part<Row<db.StrugglePart>>[];
  readonly struggle_rests: readonly Part<Row<db.StruggleRest>>[];
  readonly therapy_sessions: readonly Part<Row<db.TherapySession>>[];
  readonly therapy_parts: readonly Part<Row<db.TherapyPart>>[];
  readonly space_requests: readonly Part<Row<db.SpaceRequest>>[];
  readonly space_returns: readonly Part<Row<db.SpaceReturn>>[];
  readonly commitment_remarks: readonly Part<Row<db.CommitmentRemark>>[];
  readonly commitment_sources: readonly Part<Row<db.CommitmentSource>>[];
  readonly announcements: readonly Part<Row<db.Announcement>>[];
  readonly acknowledgements: readonly Part<Row<db.Acknowledgement>>[];
  readonly acknowledgement_answers: readonly Part<Row<db.AcknowledgementAnswer>>[];
  readonly review_parts: readonly Part<Row<db.ReviewPart>>[];
};

/** Who takes in what, where to, and how words are sealed there. */
export type Taking = {
  readonly me: string;
  readonly coupleId: string;
  readonly seal: (text: string, place: Place) => Uint8Array<ArrayBuffer>;
};

/**
 * The rows that a space of a copy becomes. What the viewer wrote is theirs again. What both agreed on is the viewer's copy of
 * it, in which the other is nobody. Ids are new, in the order of those before: a file is taken in beside what it came from.
 */
export function rowsOf(copied: CopiedSpace, taking: Taking): Rows {
  const space = withNewIds(copied);
  return {
    ...settingsOf(space),
    ...saidOf(space, taking),
    ...agreedOf(space, taking),
    ...entriesOf(space, taking),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same with other ids: what is ordered by them stays in its order, and what names one names it still. */
function withNewIds<T>(whole: T): T {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part === "string" && UUID.test(part)) found.add(part.toLowerCase());
    else if (typeof part === "object" && part !== null) for (const one of Object.values(part)) look(one);
  };
  look(whole);
  const made = Array.from(found, () => randomUUID()).sort();
  const renamed = new Map([...found].sort().map((id, at) => [id, made[at] ?? id]));
  const rename = (part: unknown, key = ""): unknown => {
    // A text is nobody's id, whatever it looks like.
    if (typeof part === "string") return key === "text" ? part : (renamed.get(part.toLowerCase()) ?? part);
    if (Array.isArray(part)) return part.map((one) => rename(one, key));
    if (typeof part !== "object" || part === null) return part;
    if (key === "texts") return part;
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, rename(one, name)]));
  };
  return rename(whole) as T;
}

const own = <R>(rows: readonly R[]): Part<R>[] => [{ mine: ["authorId"], rows }];

/** Rows in parts, by the columns in which each names the viewer. */
function parted<T, R>(
  some: readonly T[],
  mine: (one: T) => Readonly<Partial<Record<Person, boolean>>>,
  row: (one: T) => R,
): Part<R>[] {
  const columns = (one: T) =>
    Object.entries(mine(one)).flatMap(([column, is]) => (is ? [column as Person] : []));
  const parts = groupBy(some, (one) => columns(one).join());
  return [...parts.values()].flatMap((part) => {
    const [first] = part;
    return first === undefined ? [] : [{ mine: columns(first), rows: part.map(row) }];
  });
}

const settingsOf = (space: CopiedSpace) => ({
  member_roles: own(space.role ? [space.role] : []),
  sharing_defaults: own(space.starts_with),
  reach_choices: own(
    space.corrections_reach_me
      ? [{ way: space.corrections_reach_me.way, localTime: space.corrections_reach_me.local_time }]
      : [],
  ),
  gap_choices: own(space.would_like_to_guess ? [{}] : []),
});

/** What both said together, or one proposed, and the reviews they sat down for. */
function saidOf(space: CopiedSpace, { coupleId, seal }: Taking) {
  const said = [
    ...space.sentences.map((one) => ({ ...one, subject: AgreedOn.space_sentence, aboutId: coupleId })),
    ...(space.agreements ?? []).flatMap(({ id, turns }) =>
      turns.map((one) => ({ ...one, subject: AgreedOn.agreement, aboutId: id })),
    ),
    ...space.review_times.map((one) => ({
      ...one,
      text: JSON.stringify(one.text),
      ...{ subject: AgreedOn.review_time, aboutId: coupleId },
    })),
    ...space.reviews.flatMap(({ id, notes }) =>
      notes.map((one) => ({ ...one, subject: AgreedOn.review_note, aboutId: id })),
    ),
  ];
  return {
    agreed_words: parted(
      said,
      ({ by }) => ({ authorId: by === "me" }),
      ({ subject, aboutId, turn, agreed, agreed_on, text }) => ({
        ...{ subject, aboutId, turn, agreed, agreedOn: agreed_on ? column(agreed_on) : null },
        ciphertext: seal(text, places.agreedWords({ coupleId, subject, aboutId, turn })),
      }),
    ),
    reviews: own(
      space.reviews.map(({ id, opened_on, open, stopped, step, guesses }) => ({
        ...{ id, openedOn: column(opened_on), open: open || null, stopped, step },
        ...{ turn: 0, since: null, saysBack: 0, spoken: 0, withGap: guesses !== null, guessed: false },
      })),
    ),
    gap_answers: own(
      space.reviews.flatMap(({ id, guesses }) =>
        guesses
          ? [
              {
                reviewId: id,
                ...{ pain: guesses.pain, closeness: guesses.closeness },
                ...{ guessedPain: guesses.guessed_pain, guessedCloseness: guesses.guessed_closeness },
              },
            ]
          : [],
      ),
    ),
  };
}

type Step = Omit<ExportedCommitment["steps"][number], "texts"> & {
  readonly commitment: string;
  readonly texts: Readonly<Partial<Record<CommitmentWordsField, string>>>;
};

/** What both agreed on, as the viewer's copy of it, and what the viewer offered that came to nothing. */
function agreedOf({ commitments, offers }: CopiedSpace, { coupleId, seal }: Taking) {
  const steps: Step[] = [
    ...commitments.flatMap(({ id, steps }) => steps.map((step) => ({ ...step, commitment: id }))),
    ...offers.map(stepOf),
  ];
  const mine = ({ by }: Step) => ({ authorId: by === "me" });
  const texts = steps.flatMap((step) =>
    Object.entries(step.texts).map(([field, text]) => ({
      ...step,
      field: field as CommitmentWordsField,
      text,
    })),
  );
  return {
    commitments: [...parted(commitments, peopleOf, commitmentOf), ...offeredOf(offers)],
    commitment_events: parted(steps, mine, ({ commitment, turn, step, happened_on, returns_on }) => ({
      ...{ commitmentId: commitment, turn, step, happenedOn: column(happened_on) },
      returnsOn: returns_on === null ? null : column(returns_on),
    })),
    commitment_terms: parted(
      steps.flatMap(({ terms, ...step }) => (terms ? [{ ...step, terms }] : [])),
      mine,
      ({ commitment, turn, terms }) => ({
        ...{ commitmentId: commitment, turn, rule: terms.rule, times: terms.times },
        ...{ startsOn: column(terms.starts_on), reviewOn: column(terms.review_on), takenBack: false },
      }),
    ),
    mutual_words: parted(texts, mine, ({ commitment, turn, field, text }) => ({
      ...{ commitmentId: commitment, turn, field, takenBack: false },
      ciphertext: seal(text, places.mutualWords({ coupleId, commitmentId: commitment, turn, field })),
    })),
    follow_throughs: commitments.flatMap(({ id, doer, days }) =>
      parted(
        days,
        () => ({ authorId: doer === "me" }),
        ({ day, turn, status, volunteered, written_on }) => ({
          ...{ commitmentId: id, day: column(day), turn, status, volunteered },
          writtenOn: column(written_on),
        }),
      ),
    ),
  };
}

const peopleOf = ({ begun_by, doer }: ExportedCommitment) => ({
  ...{ authorId: begun_by === "me", writerId: begun_by === "me" },
  doerId: doer === "me",
});

const commitmentOf = ({ id, area, cost, steps, ended, agreement = null }: ExportedCommitment) => ({
  ...{ id, area, cost, ended, turn: steps.at(-1)?.turn ?? 0, agreementId: agreement },
  ...{ accepted: true, awaits: null },
});

/** Of what could not be read any more nothing is known but one's own offer: nobody reads it here either, and a place is kept for it. */
function offeredOf(offers: readonly ExportedOffer[]) {
  const newest = new Map(offers.map((offer) => [offer.commitment, offer]));
  return parted(
    [...newest.values()],
    (offer) => ({ authorId: true, doerId: offer.doer !== "other", writerId: isReadable(offer) }),
    ({ commitment, turn, area, cost }) => ({
      ...{ id: commitment, turn, area: area ?? "honesty", cost: cost ?? "low", agreementId: null },
      ...{ accepted: false, ended: false, awaits: null },
    }),
  );
}

const stepOf = ({ commitment, turn, offered_on, terms, texts }: ExportedOffer): Step => ({
  ...{ commitment, turn, by: "me", step: "offered", returns_on: null, texts },
  happened_on: offered_on ?? terms?.starts_on ?? "",
  ...(terms && { terms }),
});

/** What the viewer wrote, with all that belongs to it. */
function entriesOf(space: CopiedSpace, { me, coupleId, seal }: Taking) {
  const { entries } = space;
  const mine = new Set(entries.map(({ id }) => id));
  const to = (of: { readonly to: string }) => ({ authorId: true, toAuthorId: mine.has(of.to) });
  const nth = counting();
  const having = <K extends keyof ExportedEntry, R>(
    key: K,
    row: (of: NonNullable<ExportedEntry[K]>, entryId: string, entry: ExportedEntry) => R,
  ) => entries.flatMap((entry) => (entry[key] === undefined ? [] : [row(entry[key], entry.id, entry)]));
  return {
    entries: own(
      entries.map(({ id, kind, happened_on, written_on, time_zone, audience }) => ({
        ...{ id, kind, timeZone: time_zone, audience },
        ...{ happenedOn: column(happened_on), writtenOn: column(written_on) },
      })),
    ),
    entry_words: own(
      entries.flatMap(({ id: entryId, words }) =>
        words.map(({ field, audience, text, ...of }) => {
          const key = { entryId, field, version: of.version };
          const ciphertext = seal(text, places.entryWords({ coupleId, authorId: me, ...key }));
          return { ...key, audience, ...standing(of), ciphertext };
        }),
      ),
    ),
    check_ins: own(
      having("check_ins", (versions, entryId) =>
        versions.map(({ version, trust, safety, closeness, love, pain, feelings, need, ...of }) => ({
          ...{ entryId, version, trust, safety, closeness, love, pain, feelings, need },
          ...standing(of),
        })),
      ).flat(),
    ),
    shared_feelings: own(
      having("shared_feeling", ({ wish }, entryId, entry) => ({
        ...{ entryId, wish, place: nth(`shared/${entry.happened_on}`) },
      })),
    ),
    feeling_parts: own(
      having("shared_feeling", ({ parts }, entryId) => parts.map((part) => ({ entryId, ...part }))).flat(),
    ),
    replies: own(
      having("reply", ({ to, needs_until }, entryId) => ({
        ...{ entryId, toEntryId: to, needsUntil: needs_until === null ? null : new Date(needs_until) },
        place: nth(`replied/${to}`),
      })),
    ),
    felt_heard: own(
      having("felt_heard", ({ to, understood, accepted, cared_for }, entryId) => ({
        ...{ entryId, toEntryId: to, understood, accepted, caredFor: cared_for },
      })),
    ),
    question_answers: own(
      having("question_answer", ({ to, standing }, entryId) => ({
        ...{ entryId, toEntryId: to, standing, place: nth(`answered/${to}`) },
      })),
    ),
    struggle_parts: parted(
      having("struggle_part", (of, entryId) => ({ ...of, entryId })),
      to,
      ({ entryId, to }) => ({ entryId, toEntryId: to }),
    ),
    struggle_rests: parted(
      space.struggles_can_rest.map((to) => ({ to })),
      to,
      ({ to }) => ({ toEntryId: to }),
    ),
    therapy_sessions: own(
      having("therapy_session", ({ kind, local_time }, entryId) => ({
        entryId,
        kind,
        localTime: local_time,
      })),
    ),
    therapy_parts: parted(
      having("therapy_part", (of, entryId) => ({ ...of, entryId })),
      to,
      ({ entryId, to, kind }) => ({ entryId, toEntryId: to, kind }),
    ),
    space_requests: own(
      having("space_request", ({ until, over }, entryId) => ({ entryId, until: new Date(until), over })),
    ),
    space_returns: own(
      having("space_request", ({ back_later }, entryId) => (back_later ? [{ entryId }] : [])).flat(),
    ),
    commitment_remarks: own(
      having("remark", ({ commitment, day, perceived }, entryId) => ({
        ...{ entryId, commitmentId: commitment, day: column(day), perceived },
      })),
    ),
    commitment_sources: own(
      having("became", (all, entryId) => all.map((commitmentId) => ({ commitmentId, entryId }))).flat(),
    ),
    // To nobody any more.
    announcements: own([
      ...having("correction", ({ way }, entryId) => ({ entryId, way, reachesAt: null })),
      ...having("acknowledgement", ({ way }, entryId) =>
        way ? [{ entryId, way, reachesAt: null }] : [],
      ).flat(),
    ]),
    acknowledgements: own(
      having("acknowledgement", ({ statement, version, agreement }, entryId) => ({
        ...{ entryId, statementId: statement, agreementId: agreement, place: version },
      })),
    ),
    acknowledgement_answers: own(
      having("acknowledgement_answer", ({ to, received }, entryId) => ({ entryId, toEntryId: to, received })),
    ),
    review_parts: own(
      having("review_part", ({ review, step, number }, entryId) => ({
        entryId,
        reviewId: review,
        step,
        number,
      })),
    ),
  };
}

/** Counts what is counted under one name, from 1. */
function counting() {
  const counts = new Map<string, number>();
  return (name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}

type Version = { readonly stands: boolean; readonly superseded_on: string | null; readonly shown: boolean };

/** The day of a change that was made while nobody could see it is open in the file; a column needs a day. */
const standing = ({ stands, superseded_on, shown }: Version) => ({
  shown,
  supersededOn: stands ? null : column(superseded_on ?? UNTIL_SHOWN_AGAIN),
});

/** The file's days were looked at when it was read. */
const column = (day: string) => toColumn(day as Day);
