import fc from "fast-check";
import type { CopiedSpace } from "@/lib/copies/rules";
import { holdsTogether, isReadable } from "@/lib/copies/rules";
import * as enums from "@/lib/db/generated/enums";
import { WORDS } from "@/lib/drafts/rules";
import type { ExportedCommitment, ExportedEntry, ExportedFile, ExportedOffer } from "@/lib/export/schema";
import { SCHEMA, VERSION } from "@/lib/export/schema";
import { addDays, type Day } from "@/lib/time/day";
import { day } from "@/tests/support/people";

/** Any file that Keel can have written, over all kinds; how large a space is at most. */
export const anyCopy = (most = 25): fc.Arbitrary<ExportedFile> =>
  fc.array(anySpace(most), { minLength: 1, maxLength: 3 }).map((spaces) => ({
    $schema: SCHEMA,
    format: "keel-export",
    version: VERSION,
    made_on: "2026-11-23",
    me: {
      ...{ name: "Gus", email: "gus@example.org", time_zone: "Europe/Berlin", recovery_by_mail: true },
      ...{ notice_read_on: null, reminders: [], devices: [], passkeys: [], drafts: [] },
    },
    spaces: spaces.map((space, at) => ({
      ...space,
      id: idOf("space", at),
      present: at === spaces.length - 1,
    })),
  }));

const oneOf = <T>(of: Readonly<Record<string, T>>) => fc.constantFrom(...Object.values(of));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const number = orNull(fc.integer({ min: 0, max: 10 }));
const anyDay = fc.nat(500).map((n) => addDays(day("2025-01-01"), n));
const later = fc.nat(40);
const aClock = fc.constantFrom("00:00", "07:30", "23:59");
const aText = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }) },
  fc.constantFrom(
    '"me"',
    "\\x00ff",
    "=1+1",
    "a\nb",
    "{}",
    idOf("text", 1),
    "𝒲 👩‍👧 e\u0301",
    "w".repeat(10_000),
  ),
);

/** The same every time, and in no order: 36 characters of what it is and the how manieth. */
function idOf(what: string, nth: number): string {
  let hash = 2_166_136_261;
  for (const sign of `${what}/${nth}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  const hex = (number: number, length: number) =>
    (number >>> 0).toString(16).padStart(length, "0").slice(-length);
  return `${hex(Math.imul(hash, 2_654_435_761), 8)}-${hex(what.length, 4)}-4000-8000-${hex(nth, 4)}${hex(hash, 8)}`;
}

const audience = oneOf(enums.Audience);
const choice = fc.record({ kind: oneOf(enums.EntryKind), numbers: audience, words: audience });
const inTurn = <T>(text: fc.Arbitrary<T>) =>
  fc
    .array(
      fc.record({
        by: fc.constantFrom("me" as const, "other" as const),
        agreed: fc.boolean(),
        agreed_on: orNull(anyDay),
        text,
      }),
      { maxLength: 3 },
    )
    .map((all) =>
      all.map((one, at) => {
        const agreed = one.agreed || one.by === "other";
        return { ...one, agreed, agreed_on: agreed ? one.agreed_on : null, turn: at + 1 };
      }),
    );

const anyReview = fc
  .record({
    opened_on: anyDay,
    ...{ open: fc.boolean(), stopped: fc.boolean(), step: oneOf(enums.ReviewStep), notes: inTurn(aText) },
    guesses: orNull(
      fc.record({ pain: number, closeness: number, guessed_pain: number, guessed_closeness: number }),
    ),
  })
  .map((review) => ({
    ...review,
    stopped: review.stopped && !review.open,
    guesses: review.guesses && { ...review.guesses, pain: review.guesses.pain ?? 0 },
  }));

const anyTerms = fc
  .record({
    starts: anyDay,
    days: fc.integer({ min: 1, max: 90 }),
    often: fc.constantFrom(
      { rule: null, times: null },
      { rule: "FREQ=DAILY", times: null },
      { rule: "FREQ=WEEKLY;BYDAY=MO,TH", times: null },
      { rule: "FREQ=WEEKLY;WKST=MO", times: 3 },
      { rule: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29;COUNT=1", times: null },
    ),
  })
  .map(({ starts, days, often }) => ({ ...often, starts_on: starts, review_on: addDays(starts, days) }));

const whose = fc.constantFrom("me" as const, "other" as const);
const andThen = fc.constantFrom(
  ...(["paused", "resumed", "changed", "withdrawn", "declined", "ended", "ended_together"] as const),
);
type AndThen = typeof andThen extends fc.Arbitrary<infer T> ? T : never;
type Step = ExportedCommitment["steps"][number];
const otherThan = (who: "me" | "other") => (who === "me" ? "other" : "me");

const anyCommitment = fc
  .record({
    ...{ area: oneOf(enums.Area), cost: oneOf(enums.Cost), doer: whose, begun_by: whose, starts: anyDay },
    ...{
      what: aText,
      why: orNull(aText),
      terms: anyTerms,
      went: fc.array(fc.tuple(andThen, whose), { maxLength: 4 }),
    },
    said: fc.array(
      fc.record({
        ...{ on: anyDay, status: oneOf(enums.FollowThroughStatus), volunteered: fc.boolean(), later },
        turn: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(
    ({
      area,
      cost,
      doer,
      begun_by,
      starts,
      what,
      why,
      terms,
      went,
      said,
    }): Omit<ExportedCommitment, "id"> => {
      const texts = { what, ...(why !== null && { why }) };
      const steps: Step[] = [];
      const take = (by: "me" | "other", step: Step["step"], more: Partial<Step> = {}) =>
        steps.push({
          ...{ turn: steps.length + 1, by, step, returns_on: null, texts: {} },
          happened_on: addDays(starts, steps.length),
          ...more,
        });
      take(begun_by, "offered", { terms, texts });
      take(otherThan(begun_by), "accepted");
      for (const [what, by] of went) follows[what](by, take, { terms, texts, starts });
      const days = said.map(({ on, later, ...one }) => ({ ...one, day: on, written_on: addDays(on, later) }));
      return {
        ...{ area, cost, doer, begun_by, steps, days: sorted(uniqueBy(days, keyOfDay), keyOfDay) },
        ended: went.some(([what]) => what.startsWith("ended")),
      };
    },
  );

const keyOfDay = ({ day, turn }: { readonly day: string; readonly turn: number }) => `${day}/${turn}`;

type Take = (by: "me" | "other", step: Step["step"], more?: Partial<Step>) => unknown;
type About = { readonly terms: Step["terms"]; readonly texts: Step["texts"]; readonly starts: Day };
/** Of what the other offered and was not agreed on nothing is in a file. */
const follows: Readonly<Record<AndThen, (by: "me" | "other", take: Take, about: About) => unknown>> = {
  paused: (by, take, { starts }) => take(by, "paused", { returns_on: addDays(starts, 30) }),
  resumed: (by, take) => take(by, "resumed"),
  changed: (by, take, { terms, texts }) => {
    take(by, "offered", { terms, texts });
    take(otherThan(by), "accepted");
  },
  declined: (by, take, { terms, texts }) => {
    take(by, "offered", by === "me" ? { terms, texts } : {});
    take(otherThan(by), "declined");
  },
  withdrawn: (by, take, { terms, texts }) => {
    take(by, "offered", by === "me" ? { terms, texts } : {});
    take(by, "withdrawn");
  },
  ended: (by, take) => take(by, "ended"),
  ended_together: (by, take, { texts }) => {
    take(by, "ending_offered", { texts: { closing_note: texts.what ?? "" } });
    take(otherThan(by), "accepted");
  },
};

const anyOffer = fc
  .record({
    ...{ readable: fc.boolean(), area: oneOf(enums.Area), cost: oneOf(enums.Cost), doer: whose },
    turns: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    ...{ terms: anyTerms, what: aText, on: anyDay },
  })
  .map(({ readable, area, cost, doer, turns, terms, what, on }) =>
    turns
      .toSorted((a, b) => a - b)
      .map(
        (turn): Omit<ExportedOffer, "commitment"> => ({
          ...{ turn, terms, texts: { what } },
          ...(readable
            ? { offered_on: addDays(on, turn), area, cost, doer }
            : { offered_on: null, area: null, cost: null, doer: null }),
        }),
      ),
  );

const versions = <T>(of: fc.Arbitrary<T>) =>
  fc
    .array(fc.record({ of, shown: fc.boolean(), until: orNull(anyDay) }), { minLength: 1, maxLength: 3 })
    .map((all) =>
      all.map(({ of, shown, until }, at) => ({
        ...of,
        ...{ version: at + 1, shown, stands: at === all.length - 1 },
        superseded_on: at === all.length - 1 ? null : until,
      })),
    );
const anyWords = versions(fc.record({ text: aText, audience }));
const anyNumbers = versions(
  fc.record({
    ...{ trust: number, safety: number, closeness: number, love: number, pain: number },
    feelings: fc.uniqueArray(oneOf(enums.Feeling), { maxLength: 4 }),
    need: orNull(oneOf(enums.Need)),
  }),
);
const FIELDS: Partial<Record<enums.EntryKind, readonly enums.WordsField[]>> = {
  check_in: ["own_feeling", "note"],
  shared_feeling: ["own_feeling", "note"],
  reply: ["note", "promise"],
  felt_heard: ["would_help"],
  correction: ["said", "is_true", "will_do"],
  acknowledgement: ["did", "broke", "cost_you", "regret", "will_do"],
  acknowledgement_answer: ["missing"],
};

const anyEntry = fc.record({
  ...{ kind: oneOf(enums.EntryKind), on: anyDay, later, audience, to: fc.nat(30), pick: fc.nat(30) },
  zone: fc.constantFrom("Europe/Berlin", "Pacific/Apia", "UTC", "America/Argentina/Buenos_Aires"),
  texts: fc.array(anyWords, { maxLength: 3 }),
  numbers: anyNumbers,
  parts: fc.uniqueArray(oneOf(enums.Feeling), { maxLength: 4 }),
  ...{ intensity: orNull(fc.integer({ min: 1, max: 10 })), number, wish: oneOf(enums.Wish) },
  ...{
    heard: orNull(oneOf(enums.Heard)),
    standing: oneOf(enums.Standing),
    session: oneOf(enums.SessionKind),
  },
  ...{ at: orNull(aClock), moment: orNull(anyDay), over: fc.boolean(), back_later: fc.boolean() },
  ...{
    perceived: oneOf(enums.Perceived),
    way: oneOf(enums.ReachWay),
    received: oneOf(enums.Received),
    step: oneOf(enums.ReviewStep),
  },
});
type AnyEntry = typeof anyEntry extends fc.Arbitrary<infer T> ? T : never;

type Beside = {
  readonly commitments: readonly string[];
  readonly reviews: readonly string[];
  readonly sources: readonly string[];
};

function entryOf(
  any: AnyEntry,
  nth: number,
  { commitments, reviews, sources }: Beside,
): ExportedEntry | null {
  const { kind, on, later, zone } = any;
  const isShown = any.audience === "partner";
  const words = (FIELDS[kind] ?? ["note"]).flatMap((field, at) =>
    (any.texts[at] ?? []).map((one) => {
      const audience = isShown ? one.audience : "only_me";
      return { ...one, field, audience, shown: one.shown || audience === "partner" };
    }),
  );
  // Of the other's, by an id that nothing in the file has.
  const theirs = { to: idOf("theirs", any.to) };
  const either = any.over ? theirs : { to: idOf("entry", any.to) };
  const commitment = commitments[any.pick % commitments.length];
  const review = reviews[any.pick % reviews.length];
  const source = sources[any.pick];
  const moment = `${any.moment ?? on}T12:34:56.000Z`;
  const details: Readonly<Record<enums.EntryKind, Partial<ExportedEntry> | null>> = {
    check_in: {
      check_ins: any.numbers.map((one) => ({ ...one, shown: one.shown || (one.stands && isShown) })),
    },
    shared_feeling: {
      shared_feeling: {
        wish: any.wish,
        parts: Object.values(enums.Feeling).flatMap((feeling) =>
          any.parts.includes(feeling) ? [{ feeling, intensity: any.intensity }] : [],
        ),
      },
    },
    reply: {
      reply: { ...theirs, needs_until: any.moment === null ? null : moment },
      ...(source && { became: [source] }),
    },
    felt_heard: { felt_heard: { ...theirs, understood: any.heard, accepted: null, cared_for: any.heard } },
    question: {},
    question_answer: { question_answer: { ...theirs, standing: any.standing } },
    space: { space_request: { until: moment, over: any.over, back_later: any.back_later } },
    from_my_day: {},
    caring_act: {},
    mine_to_do: {},
    worry: {},
    decision_note: {},
    touched_safety: {},
    touched_certainty: {},
    touched_team: {},
    touched_worth: {},
    touched_loss: {},
    trigger_day: {},
    trigger_place: {},
    follow_through_note: commitment ? { remark: { commitment, day: on, perceived: null } } : null,
    noticing: commitment ? { remark: { commitment, day: on, perceived: any.perceived } } : null,
    correction: { correction: { way: any.way } },
    acknowledgement: {
      acknowledgement: {
        ...{ statement: idOf("statement", any.pick), version: nth + 1, agreement: null },
        way: any.over ? any.way : null,
      },
    },
    acknowledgement_answer: {
      acknowledgement_answer: { ...theirs, received: any.received },
    },
    therapy: {},
    anniversary: {},
    hard_day: {},
    marked_day: {},
    struggle: {},
    struggle_part: { struggle_part: either },
    review_part: review ? { review_part: { review, step: any.step, number: any.number } } : null,
    therapy_session: { therapy_session: { kind: any.session, local_time: any.at } },
    session_agenda: { therapy_part: { ...either, kind: any.session } },
    session_takeaway: { therapy_part: { ...either, kind: any.session } },
    session_homework: { therapy_part: { ...either, kind: any.session } },
  };
  return (
    details[kind] && {
      ...{ id: idOf("entry", nth), kind, happened_on: on, time_zone: zone, audience: any.audience },
      written_on: addDays(on, kind === "therapy_session" || kind === "trigger_day" ? -later : later),
      words: words.toSorted(
        (a, b) => WORDS.indexOf(a.field) - WORDS.indexOf(b.field) || a.version - b.version,
      ),
      ...details[kind],
    }
  );
}

const anySpace = (most: number): fc.Arbitrary<CopiedSpace> =>
  fc
    .record({
      role: orNull(fc.record({ role: oneOf(enums.Role), audience })),
      starts_with: fc.uniqueArray(choice, { selector: ({ kind }) => kind, maxLength: 4 }),
      way: orNull(fc.record({ way: oneOf(enums.ReachWay), local_time: aClock })),
      rests: fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
      sentences: inTurn(aText),
      agreements: fc.array(
        inTurn(aText).filter(({ length }) => length > 0),
        { maxLength: 3 },
      ),
      review_times: inTurn(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          at: aClock,
          timeZone: fc.constant("Europe/Berlin"),
        }),
      ),
      would_like_to_guess: fc.boolean(),
      reviews: fc.array(anyReview, { maxLength: 3 }),
      commitments: fc.array(anyCommitment, { maxLength: 3 }),
      offers: fc.array(anyOffer, { maxLength: 2 }),
      entries: fc.array(anyEntry, { maxLength: most }),
    })
    .map(({ way, rests, ...any }) => {
      const reviews = any.reviews.map((review, at) => ({
        ...review,
        id: idOf("review", at),
        open: review.open && any.reviews.findIndex(({ open }) => open) === at,
      }));
      const agreements = sorted(
        any.agreements.map((turns, at) => ({ id: idOf("agreement", at), turns })),
        ({ id }) => id,
      );
      const holding = agreements.filter(({ turns }) => turns.some(({ agreed }) => agreed));
      const commitments = any.commitments.map((one, at) => ({
        ...one,
        id: idOf("commitment", at),
        // Every other one is part of what was agreed on.
        agreement: (at % 2 === 0 && holding[at % Math.max(1, holding.length)]?.id) || null,
      }));
      const offers = any.offers.flatMap((turns, at) =>
        turns.map((one) => ({ ...one, commitment: idOf("offer", at) })),
      );
      const beside = {
        commitments: commitments.map(({ id }) => id),
        reviews: reviews.map(({ id }) => id),
        // What came of one's own promise one began oneself, and can read.
        sources: [
          ...commitments.map(({ id }) => id),
          ...new Set(offers.filter(isReadable).map(({ commitment }) => commitment)),
        ],
      };
      const space = {
        ...{ id: idOf("space", 0), present: false, invitations: [], role: any.role },
        ...{ starts_with: any.starts_with, sentences: any.sentences, review_times: any.review_times },
        agreements,
        would_like_to_guess: any.would_like_to_guess,
        corrections_reach_me: way && { ...way, local_time: way.way === "at_time" ? way.local_time : null },
        struggles_can_rest: rests.map((nth) => idOf(nth % 2 ? "entry" : "theirs", nth)).sort(),
        reviews: sorted(reviews, ({ opened_on, id }) => `${opened_on}/${id}`),
        commitments: sorted(commitments, ({ steps: [first], id }) => `${first?.happened_on}/${id}`),
        offers,
      };
      // An entry that would not go with those before it is left out.
      const entries: ExportedEntry[] = [];
      for (const [at, one] of any.entries.entries()) {
        const entry = entryOf(one, at, beside);
        const more = entry && [...entries, entry];
        if (more && holdsTogether({ ...space, ...NO_DAYS, entries: more })) entries.push(entry);
      }
      const inOrder = sorted(entries, ({ happened_on, id }) => `${happened_on}/${id}`);
      const [from, to] = [inOrder[0]?.happened_on ?? null, inOrder.at(-1)?.happened_on ?? null];
      return { ...space, from, to, entries: inOrder };
    });

const NO_DAYS = { from: null, to: null };

function sorted<T>(some: readonly T[], by: (one: T) => string): T[] {
  const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return some.toSorted((a, b) => order(by(a), by(b)));
}

const uniqueBy = <T>(some: readonly T[], by: (one: T) => string): T[] => [
  ...new Map(some.map((one) => [by(one), one])).values(),
];
