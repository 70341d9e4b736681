import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { after, type Move, moves, nextMeeting, type Place, steps, stepsOf } from "@/lib/reviews/rules";

const two = { me: "ada", other: "ben" };
const start = (withGap: boolean): Place => ({
  step: "arriving",
  speakerId: null,
  saysBack: 0,
  spoken: 0,
  withGap,
});
const onceMore = (place: Place, next: ReturnType<typeof after>): Place => ({ ...place, ...next });

/** Takes some moves, each by one of the two, as far as they are open. */
function walk(taken: readonly (readonly [Move, boolean])[], withGap: boolean) {
  let place = start(withGap);
  const path = [place];
  for (const [move, isAda] of taken) {
    const next = after(place, move, isAda ? two : { me: "ben", other: "ada" });
    if (!next) continue;
    place = onceMore(place, next);
    path.push(place);
    if (next.over) return { path, over: true };
  }
  return { path, over: false };
}

const somewhere = fc.array(fc.tuple(fc.constantFrom(...moves), fc.boolean()), { maxLength: 40 });

describe("a review", () => {
  it("takes half an hour, where every step is taken", () => {
    expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  });

  it("goes one way, and guesses only where both wanted to", () =>
    fc.assert(
      fc.property(somewhere, fc.boolean(), (taken, withGap) => {
        const order = stepsOf({ withGap }).map(({ step }) => step as string);
        const { path } = walk(taken, withGap);
        for (const [at, place] of path.entries()) {
          expect(order).toContain(place.step);
          const before = path[at - 1];
          if (!before) continue;
          expect(order.indexOf(place.step) - order.indexOf(before.step)).toBeOneOf([0, 1]);
          expect(place.spoken).toBeGreaterThanOrEqual(before.spoken);
        }
      }),
    ));

  it("can be gone through by skipping every step, and stopped at each", () => {
    for (const withGap of [true, false]) {
      const many = stepsOf({ withGap }).length;
      const skipping = Array.from({ length: many }, (): [Move, boolean] => ["on", true]);
      expect(walk(skipping, withGap).over).toBe(true);
      expect(walk(skipping.slice(1), withGap).over).toBe(false);
      for (let at = 0; at < many; at++)
        expect(walk([...skipping.slice(0, at), ["stop", false]], withGap).over).toBe(true);
    }
  });

  it("lets two people speak of the hard thing, one after the other, each until they were heard", () => {
    const there: [Move, boolean][] = [
      ["on", true],
      ["on", true],
      ["on", true],
    ];
    const last = (taken: [Move, boolean][]) => walk([...there, ...taken], false).path.at(-1);
    expect(last([["i_speak", true]])).toMatchObject({ speakerId: "ada", saysBack: 0, spoken: 0 });
    expect(last([["you_speak", true]])).toMatchObject({ speakerId: "ben" });
    const heard: [Move, boolean][] = [
      ["i_speak", true],
      ["said", false],
      ["not_yet", true],
      ["heard", true],
    ];
    expect(last(heard)).toMatchObject({ speakerId: "ben", saysBack: 0, spoken: 1 });
    expect(last([...heard, ["said", true], ["heard", false]])).toMatchObject({ speakerId: null, spoken: 2 });
    // Nobody speaks a third time, and nothing is heard before it was said.
    expect(last([...heard, ["said", true], ["heard", false], ["i_speak", true]])).toMatchObject({
      speakerId: null,
    });
    expect(after({ ...start(false), step: "hard_thing", speakerId: "ada" }, "heard", two)).toBeNull();
  });

  it("knows nobody who speaks outside of the hard thing", () =>
    fc.assert(
      fc.property(somewhere, (taken) => {
        for (const { step, speakerId, saysBack } of walk(taken, true).path)
          if (step !== "hard_thing") expect([speakerId, saysBack]).toEqual([null, 0]);
      }),
    ));
});

describe("when two people sit down", () => {
  it("is that day and time where whoever proposed it lives, as the other's clocks show it", () => {
    const time = { weekday: 7, at: "19:00", timeZone: "Europe/Berlin" };
    const now = Temporal.Instant.from("2026-03-27T12:00:00Z");
    // The clocks change in the night before that Sunday.
    expect(nextMeeting(time, "Europe/Berlin", now).toString({ timeZoneName: "never" })).toBe(
      "2026-03-29T19:00:00+02:00",
    );
    expect(nextMeeting(time, "Asia/Tokyo", now).toString({ timeZoneName: "never" })).toBe(
      "2026-03-30T02:00:00+09:00",
    );
  });

  it("is always within the coming week", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        fc.constantFrom("Europe/Berlin", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu"),
        (weekday, date, timeZone) => {
          const now = Temporal.Instant.fromEpochMilliseconds(date.getTime());
          const next = nextMeeting({ weekday, at: "19:00", timeZone }, timeZone, now);
          expect(next.dayOfWeek).toBe(weekday);
          const ahead = now.until(next.toInstant()).total("hours");
          expect(ahead).toBeGreaterThan(0);
          expect(ahead).toBeLessThanOrEqual(7 * 24 + 1);
        },
      ),
    ));
});
