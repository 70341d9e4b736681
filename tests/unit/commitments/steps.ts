import fc from "fast-check";
import {
  type Party,
  refusalOf,
  type Standing,
  standingOf,
  type Taken,
  type Terms,
} from "@/lib/commitments/rules";
import { CommitmentStep } from "@/lib/db/generated/enums";
import { addDays, type Day } from "@/lib/time/day";
import { type Often, weekdays } from "@/lib/time/recurrence";

export const day = (text: string) => text as Day;
export const parties = ["doer", "partner"] as const satisfies Party[];
export const allSteps = Object.values(CommitmentStep);

export const termsFor = (from: string, review: string, often: Often = { kind: "daily" }): Terms => ({
  often,
  from: day(from),
  review: day(review),
});

type Told = Partial<Omit<Taken, "turn" | "by" | "step" | "on">>;
export type Written = readonly [on: string, by: Party, step: CommitmentStep, told?: Told];

/** Steps as one would tell them: when, who, what, and the terms or the day of return where there are any. */
export const steps = (...written: readonly Written[]): Taken[] =>
  written.map(([on, by, step, told], at) => ({
    turn: at + 1,
    on: day(on),
    by,
    step,
    terms: null,
    returnsOn: null,
    ...told,
  }));

const START = day("2026-03-01");

const anOften = (from: Day): fc.Arbitrary<Often> =>
  fc.oneof(
    fc.constant<Often>({ kind: "daily" }),
    fc.constant<Often>({ kind: "whenever" }),
    fc.subarray([...weekdays], { minLength: 1 }).map((days): Often => ({ kind: "weekdays", days })),
    fc.integer({ min: 1, max: 7 }).map((times): Often => ({ kind: "weekly", times })),
    fc.integer({ min: 0, max: 20 }).map((ahead): Often => ({ kind: "once", by: addDays(from, ahead) })),
  );

/** Terms that begin some days before or after a first day. */
export const someTerms = (around: Day): fc.Arbitrary<Terms> =>
  fc.tuple(fc.integer({ min: -5, max: 15 }), fc.integer({ min: 1, max: 40 })).chain(([later, length]) => {
    const from = addDays(around, later);
    return anOften(from).map((often) => ({ often, from, review: addDays(from, length) }));
  });

type Try = {
  readonly after: number;
  readonly by: Party;
  readonly step: CommitmentStep;
  readonly pick: number;
};
const aTry = fc.record({
  after: fc.constantFrom(0, 0, 1, 2, 3, 7, 15),
  by: fc.constantFrom(...parties),
  step: fc.constantFrom(...allSteps, "accepted", "offered", "accepted", "paused", "resumed"),
  pick: fc.nat(),
});

/**
 * What two people may do with a commitment: steps tried one after the other, of which only those stay that are open to whoever
 * tries. Days never run backwards.
 */
export const aHistory: fc.Arbitrary<Taken[]> = fc
  .tuple(fc.array(aTry, { maxLength: 25 }), fc.array(someTerms(START), { minLength: 8, maxLength: 8 }))
  .map(([tries, terms]) => {
    const taken: Taken[] = [];
    let on = START;
    const take = ({ by, step, pick }: Omit<Try, "after">) => {
      const pause = step === "paused" ? addDays(on, 1 + (pick % 12)) : null;
      const offered = step === "offered" ? (terms[pick % terms.length] ?? null) : null;
      taken.push({ turn: taken.length + 1, on, by, step, terms: offered, returnsOn: pause });
    };
    take({ by: "doer", step: "offered", pick: 0 });
    for (const one of tries) {
      on = addDays(on, one.after);
      const standing: Standing = standingOf(taken, on);
      if (refusalOf(standing, one.by, one.step) === null) take(one);
    }
    return taken;
  });
