import fc from "fast-check";
import { type Agreement, standingOf } from "@/lib/commitments/rules";
import { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { Answers } from "@/lib/follow-through/rules";
import { addDays, type Day, daysFrom } from "@/lib/time/day";
import type { Often } from "@/lib/time/recurrence";
import { aHistory, day, termsFor } from "../commitments/steps";

type Held = readonly [from: string, to: string, often: Often];

/** What was agreed, as one would tell it: how often, from when to when; pauses with their first and last day. */
export const agreed = (
  held: readonly Held[],
  {
    pauses = [],
    endedOn = null,
  }: { pauses?: readonly (readonly [string, string])[]; endedOn?: string | null } = {},
): Agreement => ({
  stretches: held.map(([from, to, often], at) => ({
    terms: termsFor(from, to, often),
    turn: 2 * at + 1,
    from: day(from),
    to: day(to),
  })),
  pauses: pauses.map(([from, to]) => ({ from: day(from), to: day(to) })),
  endedOn: endedOn === null ? null : day(endedOn),
});

export const daily: Often = { kind: "daily" };
export const weekly = (times: number): Often => ({ kind: "weekly", times });
export const once = (by: string): Often => ({ kind: "once", by: day(by) });

/** What was said, by the day of the month or the whole day. */
export const said = (of: Readonly<Record<string, FollowThroughStatus>>): Answers =>
  new Map(Object.entries(of).map(([on, status]) => [day(on), status]));

export type Situation = {
  readonly agreement: Agreement;
  readonly answers: Answers;
  readonly today: Day;
  readonly open: Day;
};

/** Anything two people can have agreed on, and what the doer has said of it by some day. */
export const aSituation: fc.Arbitrary<Situation> = fc
  .tuple(
    aHistory,
    fc.integer({ min: 0, max: 70 }),
    fc.integer({ min: 0, max: 2 }),
    fc.array(fc.option(fc.constantFrom(...Object.values(FollowThroughStatus)), { freq: 2 }), {
      minLength: 130,
      maxLength: 130,
    }),
    fc.boolean(),
  )
  .filter(([history]) => history.some(({ step }) => step === "accepted"))
  .map(([history, ahead, behind, statuses, silent]) => {
    const today = addDays(history[0]?.on ?? day("2026-03-01"), ahead);
    const { agreement } = standingOf(history, today);
    // The doer may be where it is tomorrow already.
    const sayable = agreement.stretches.flatMap(({ from, to }) =>
      daysFrom(from, to).filter((one) => one <= addDays(today, 1)),
    );
    const answers = new Map<Day, FollowThroughStatus>();
    for (const [at, one] of sayable.entries()) {
      const status = silent ? null : statuses[at];
      if (status) answers.set(one, status);
    }
    return { agreement, answers, today, open: addDays(today, -behind) };
  });

/** The same situation with one more thing said, or said otherwise. */
export const withSaid = (situation: Situation, on: Day, status: FollowThroughStatus): Situation => ({
  ...situation,
  answers: new Map([...situation.answers, [on, status]]),
});

/** Days up to today on which something was in force. */
export const daysHeld = ({ agreement, today }: Situation): Day[] =>
  agreement.stretches.flatMap(({ from, to }) => daysFrom(from, to)).filter((one) => one <= today);
