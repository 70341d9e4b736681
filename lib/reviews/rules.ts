import { Temporal } from "temporal-polyfill";
import type { ReviewStep } from "@/lib/db/generated/enums";
import { nextAt } from "@/lib/time/zone";

/** The steps in their order, with the minutes each is meant to take: half an hour, where all are taken. */
export const steps = [
  { step: "arriving", minutes: 2 },
  { step: "appreciation", minutes: 4 },
  { step: "promises", minutes: 6 },
  { step: "hard_thing", minutes: 10 },
  { step: "gap", minutes: 3 },
  { step: "request", minutes: 3 },
  { step: "closing", minutes: 2 },
] as const satisfies readonly { step: ReviewStep; minutes: number }[];

/** How long one speaks before the other says back what they heard, in seconds. */
export const SPEAKS_FOR = 120;

/** Where two people are in a review. `speakerId`: who speaks of the hard thing, or is being told back what the other heard. */
export type Place = {
  readonly step: ReviewStep;
  readonly speakerId: string | null;
  /** For the how manieth time; 0 while it is spoken. */
  readonly saysBack: number;
  /** How many have spoken and been heard. */
  readonly spoken: number;
  readonly withGap: boolean;
};

/** The steps of a review: without the gap where not both had chosen to guess. */
export const stepsOf = ({ withGap }: Pick<Place, "withGap">) =>
  steps.filter(({ step }) => step !== "gap" || withGap);

/**
 * What can be done. `on`: to the next step, whatever was said in this one; `i_speak` and `you_speak`: who begins with the hard
 * thing; `said`: the other says back what they heard; `heard`: it was that, so that the other speaks, or both have; `not_yet`: it is
 * said back once more; `stop`: it ends here, without a word why.
 */
export const moves = ["on", "i_speak", "you_speak", "said", "heard", "not_yet", "stop"] as const;
export type Move = (typeof moves)[number];

/** Where a move leads, or null where it is not open. `over`: the review has ended with it. */
export function after(
  place: Place,
  move: Move,
  { me, other }: { readonly me: string; readonly other: string },
): (Omit<Place, "withGap"> & { readonly over: boolean }) | null {
  const { step, speakerId, saysBack, spoken } = place;
  const silent = { speakerId: null, saysBack: 0, spoken };
  if (move === "stop") return { step, ...silent, over: true };
  if (move === "on") {
    const all = stepsOf(place);
    const next = all[all.findIndex((one) => one.step === step) + 1];
    return next ? { step: next.step, ...silent, over: false } : { step, ...silent, over: true };
  }
  if (step !== "hard_thing") return null;
  const speaks = (who: string, so: number) => ({
    step,
    speakerId: who,
    saysBack: 0,
    spoken: so,
    over: false,
  });
  if (move === "i_speak" || move === "you_speak")
    return speakerId === null && spoken === 0 ? speaks(move === "i_speak" ? me : other, 0) : null;
  if (speakerId === null) return null;
  if (move === "said") return saysBack > 0 ? null : { ...place, saysBack: 1, over: false };
  if (saysBack === 0) return null;
  if (move === "not_yet") return { ...place, saysBack: saysBack + 1, over: false };
  return spoken === 0
    ? speaks(speakerId === me ? other : me, 1)
    : { step, speakerId: null, saysBack: 0, spoken: 2, over: false };
}

/** The steps in which something is said in writing, where somebody wants to. */
export const saidSteps = ["arriving", "appreciation", "request", "closing"] as const satisfies ReviewStep[];
export type SaidStep = (typeof saidSteps)[number];

/** When two people sit down: a day of the week (1 Monday to 7 Sunday) and a time, as it is where whoever proposed it lives. */
export type WeeklyTime = { readonly weekday: number; readonly at: string; readonly timeZone: string };

/** The next time they sit down, as the clocks of another zone show it. */
export function nextMeeting(
  { weekday, at, timeZone }: WeeklyTime,
  shownIn: string,
  now: Temporal.Instant = Temporal.Now.instant(),
): Temporal.ZonedDateTime {
  for (let from = now; ; ) {
    const moment = nextAt(at, timeZone, from);
    if (moment.toZonedDateTimeISO(timeZone).dayOfWeek === weekday) return moment.toZonedDateTimeISO(shownIn);
    from = moment;
  }
}
