import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReview, LONGEST, type Standing, standingOf, type Taken } from "@/lib/commitments/rules";
import { addDays, type Day, daysFrom } from "@/lib/time/day";
import { aHistory, day, steps, termsFor, type Written } from "./steps";

const march = { terms: termsFor("2026-03-01", "2026-03-31") };
const agreed = [
  ["2026-03-01", "doer", "offered", march],
  ["2026-03-01", "partner", "accepted"],
] as const;

/** What was agreed, in short: the first and the last day of each stretch, and the step it is of. */
const stretchesOf = (taken: readonly Taken[], today = "2026-03-10") =>
  standingOf(taken, day(today)).agreement.stretches.map(
    ({ from, to, turn }) => `${from} to ${to} of ${turn}`,
  );
const stateOf = (taken: readonly Taken[], today: string) => standingOf(taken, day(today)).state;

describe("a day of review", () => {
  it("is after the first day, and at most ninety days away", () => {
    const from = day("2026-03-01");
    const lasts = (days: number) => isReview(from, addDays(from, days));
    expect([-1, 0, 1, LONGEST, LONGEST + 1].map(lasts)).toEqual([false, false, true, true, false]);
  });
});

describe("what is only offered", () => {
  it("holds on no day, and waits for the other", () => {
    const offer = steps(["2026-03-01", "doer", "offered", march]);
    expect(standingOf(offer, day("2026-03-10"))).toEqual({
      state: "offered",
      awaits: { what: "terms", by: "doer", turn: 1, late: false },
      pause: null,
      termsOf: 1,
      agreedOf: null,
      agreement: { stretches: [], pauses: [], endedOn: null },
    });
  });

  it("is read as it was offered last, by whom", () => {
    const amended = steps(
      ["2026-03-01", "doer", "offered", march],
      ["2026-03-02", "partner", "offered", { terms: termsFor("2026-03-02", "2026-04-01") }],
    );
    expect(standingOf(amended, day("2026-03-10"))).toMatchObject({
      awaits: { by: "partner", turn: 2 },
      termsOf: 2,
    });
  });

  it("leaves one's own where the other has taken theirs back: it cannot be read any more", () => {
    const takenBack = steps(
      ["2026-03-01", "partner", "offered", march],
      ["2026-03-01", "doer", "offered"],
      ["2026-03-02", "doer", "withdrawn"],
    );
    expect(standingOf(takenBack, day("2026-03-10"))).toMatchObject({
      state: "declined",
      awaits: null,
      termsOf: 1,
    });
  });

  it.each<[string, string, boolean]>([
    ["2026-03-31", "until its day of review", false],
    ["2026-04-01", "and not after it", true],
  ])("can be accepted on %s: %s", (today, _, late) =>
    expect(standingOf(steps(["2026-03-01", "doer", "offered", march]), day(today)).awaits?.late).toBe(late),
  );

  it("once by a day can be accepted up to that day", () => {
    const once = { terms: termsFor("2026-03-01", "2026-03-31", { kind: "once", by: day("2026-03-05") }) };
    const lateOn = (today: string) =>
      standingOf(steps(["2026-03-01", "doer", "offered", once]), day(today)).awaits?.late;
    expect([lateOn("2026-03-05"), lateOn("2026-03-06")]).toEqual([false, true]);
  });
});

describe("what was accepted", () => {
  it("holds from its first day, or from the day it was accepted where that is later", () => {
    const from = (accepted: string) =>
      stretchesOf(steps(["2026-03-01", "doer", "offered", march], [accepted, "partner", "accepted"]));
    expect(from("2026-02-27")).toEqual(["2026-03-01 to 2026-03-31 of 1"]);
    expect(from("2026-03-01")).toEqual(["2026-03-01 to 2026-03-31 of 1"]);
    expect(from("2026-03-04")).toEqual(["2026-03-04 to 2026-03-31 of 1"]);
  });

  it("holds up to its day of review, and has then run out until both renew it", () => {
    const held = steps(...agreed);
    expect(["2026-03-31", "2026-04-01"].map((today) => stateOf(held, today))).toEqual(["active", "run_out"]);
    const renewed = steps(
      ...agreed,
      ["2026-04-05", "partner", "offered", { terms: termsFor("2026-04-05", "2026-05-05") }],
      ["2026-04-06", "doer", "accepted"],
    );
    expect(stretchesOf(renewed)).toEqual(["2026-03-01 to 2026-03-31 of 1", "2026-04-06 to 2026-05-05 of 3"]);
    expect(stateOf(renewed, "2026-04-06")).toBe("active");
  });

  it("changed in the middle of a week holds as it was before that day, and as it is from then on", () => {
    const quota = { terms: termsFor("2026-03-12", "2026-05-01", { kind: "weekly", times: 3 }) };
    const changed = steps(
      ...agreed,
      ["2026-03-10", "doer", "offered", quota],
      ["2026-03-11", "partner", "accepted"],
    );
    expect(stretchesOf(changed)).toEqual(["2026-03-01 to 2026-03-11 of 1", "2026-03-12 to 2026-05-01 of 3"]);
  });

  it("changed from a day to come reads as it is until then, and is agreed on as it will be", () => {
    const april = { terms: termsFor("2026-03-20", "2026-04-20", { kind: "whenever" }) };
    const changed = steps(
      ...agreed,
      ["2026-03-10", "doer", "offered", april],
      ["2026-03-10", "partner", "accepted"],
    );
    const read = (today: string) => {
      const { termsOf, agreedOf } = standingOf(changed, day(today));
      return [termsOf, agreedOf];
    };
    expect([read("2026-03-19"), read("2026-03-20"), read("2026-05-01")]).toEqual([
      [1, 3],
      [3, 3],
      [3, 3],
    ]);
  });

  it("changed again before that day holds as it was said last, and on no day twice", () => {
    const offer = (on: string, from: string, review: string) =>
      [
        [on, "doer", "offered", { terms: termsFor(from, review) }],
        [on, "partner", "accepted"],
      ] as const;
    expect(
      stretchesOf(
        steps(
          ...agreed,
          ...offer("2026-03-10", "2026-03-20", "2026-04-20"),
          ...offer("2026-03-11", "2026-03-15", "2026-04-30"),
        ),
      ),
    ).toEqual(["2026-03-01 to 2026-03-14 of 1", "2026-03-15 to 2026-04-30 of 5"]);
  });

  it("is not touched by an answer that comes after the days it was offered for", () => {
    const late = steps(
      ...agreed,
      ["2026-03-02", "doer", "offered", { terms: termsFor("2026-03-02", "2026-03-05") }],
      ["2026-03-10", "partner", "accepted"],
    );
    expect(stretchesOf(late)).toEqual(["2026-03-01 to 2026-03-31 of 1"]);
    const never = steps(
      ["2026-03-02", "doer", "offered", { terms: termsFor("2026-03-02", "2026-03-05") }],
      ["2026-03-10", "partner", "accepted"],
    );
    expect([stretchesOf(never), stateOf(never, "2026-03-10")]).toEqual([[], "run_out"]);
  });

  it("stays as it was where a change is declined or taken back", () => {
    for (const answer of ["declined", "withdrawn"] as const) {
      const left = steps(
        ...agreed,
        ["2026-03-10", "doer", "offered", march],
        ["2026-03-11", "partner", answer],
      );
      expect(stretchesOf(left)).toEqual(["2026-03-01 to 2026-03-31 of 1"]);
      expect(standingOf(left, day("2026-03-12"))).toMatchObject({ state: "active", awaits: null });
    }
  });
});

describe("a pause", () => {
  const paused = (...more: Written[]) =>
    steps(...agreed, ["2026-03-05", "partner", "paused", { returnsOn: day("2026-03-09") }], ...more);
  const pausesOf = (taken: readonly Taken[]) =>
    standingOf(taken, day("2026-03-20")).agreement.pauses.map(({ from, to }) => `${from} to ${to}`);

  it("is asked for at once and rests from the next day, until the day that was named", () => {
    expect(standingOf(paused(), day("2026-03-08"))).toMatchObject({
      state: "paused",
      pause: { by: "partner", until: "2026-03-09" },
    });
    expect(standingOf(paused(), day("2026-03-09"))).toMatchObject({ state: "active", pause: null });
    expect(stateOf(paused(), "2026-03-05")).toBe("paused");
    expect(pausesOf(paused())).toEqual(["2026-03-06 to 2026-03-08"]);
  });

  it("is over at once when whoever made it goes on earlier, and was none where that is the same day", () => {
    expect(pausesOf(paused(["2026-03-07", "partner", "resumed"]))).toEqual(["2026-03-06 to 2026-03-06"]);
    expect(stateOf(paused(["2026-03-07", "partner", "resumed"]), "2026-03-07")).toBe("active");
    expect(pausesOf(paused(["2026-03-05", "partner", "resumed"]))).toEqual([]);
  });

  it("goes on through a change, and is none any more once what was changed has run out", () => {
    const changed = paused(
      ["2026-03-06", "doer", "offered", { terms: termsFor("2026-03-06", "2026-03-07") }],
      ["2026-03-06", "partner", "accepted"],
    );
    expect([stateOf(changed, "2026-03-07"), stateOf(changed, "2026-03-08")]).toEqual(["paused", "run_out"]);
    expect(standingOf(changed, day("2026-03-08")).pause).toBeNull();
  });
});

describe("an ending", () => {
  const together = [
    ["2026-03-10", "partner", "ending_offered"],
    ["2026-03-12", "doer", "accepted"],
  ] as const;

  it.each([
    ["by the doer", steps(...agreed, ["2026-03-12", "doer", "ended"])],
    ["by both", steps(...agreed, ...together)],
  ])("is on its day: what was agreed before it stands, nothing is to come, %s", (_, ended) => {
    expect(standingOf(ended, day("2026-03-12"))).toMatchObject({
      state: "ended",
      awaits: null,
      pause: null,
      agreement: { endedOn: "2026-03-12", pauses: [] },
    });
    expect(stretchesOf(ended)).toEqual(["2026-03-01 to 2026-03-12 of 1"]);
  });

  it("takes along what was to begin later, and what waits for an answer", () => {
    const ended = steps(
      ...agreed,
      ["2026-03-09", "doer", "offered", { terms: termsFor("2026-03-20", "2026-04-20") }],
      ["2026-03-09", "partner", "accepted"],
      ["2026-03-10", "partner", "offered", march],
      ["2026-03-12", "doer", "ended"],
    );
    expect(standingOf(ended, day("2026-03-12")).awaits).toBeNull();
    expect(stretchesOf(ended)).toEqual(["2026-03-01 to 2026-03-12 of 1"]);
  });

  it("that is only offered, or declined, ends nothing", () => {
    const [offer] = together;
    expect(standingOf(steps(...agreed, offer), day("2026-03-12"))).toMatchObject({
      state: "active",
      awaits: { what: "ending", by: "partner", late: false },
    });
    expect(stateOf(steps(...agreed, offer, ["2026-03-12", "doer", "declined"]), "2026-03-12")).toBe("active");
  });
});

describe("whatever two people do with a commitment", () => {
  const always = (holds: (history: Taken[], today: Day) => void) =>
    fc.assert(
      fc.property(aHistory, fc.integer({ min: 0, max: 90 }), (history, ahead) => {
        holds(history, addDays(history.at(-1)?.on ?? day("2026-03-01"), ahead));
      }),
      { numRuns: 1_000 },
    );

  it("its stretches are in order, none is empty, none is over another, and none begins before it was accepted", () =>
    always((history, today) => {
      const { stretches } = standingOf(history, today).agreement;
      for (const [at, { from, to, turn, terms }] of stretches.entries()) {
        expect(from <= to).toBe(true);
        expect(from >= terms.from && to <= terms.review).toBe(true);
        const next = stretches[at + 1];
        if (next) expect(to < next.from).toBe(true);
        const accepted = history.find((one) => one.turn > turn && one.step === "accepted");
        expect(accepted && accepted.on <= from).toBe(true);
      }
    }));

  it("a day that has passed is never asked anew: later steps leave every earlier day as it was", () =>
    always((history) => {
      for (let length = 1; length < history.length; length++) {
        const next = history[length]?.on;
        if (!next) continue;
        const before = held(standingOf(history.slice(0, length), next), next);
        expect(held(standingOf(history, next), next)).toEqual(before);
      }
    }));

  it("it stands in one way, which its days bear out", () =>
    always((history, today) => {
      const { state, awaits, pause, termsOf, agreedOf, agreement } = standingOf(history, today);
      const { stretches, endedOn } = agreement;
      const accepted = history.some(({ step }) => step === "accepted");
      expect(state === "offered" || state === "declined").toBe(!accepted);
      expect(state === "offered").toBe(!accepted && awaits !== null);
      expect(state === "ended").toBe(endedOn !== null);
      expect(state === "paused").toBe(pause !== null);
      if (pause) expect(pause.until > today).toBe(true);
      if (state === "active" || state === "paused")
        expect(stretches.some(({ to }) => today <= to)).toBe(true);
      if (state === "run_out") expect(stretches.every(({ to }) => to < today)).toBe(true);
      expect(history.find(({ turn }) => turn === termsOf)?.terms).toBeTruthy();
      expect(agreedOf).toBe(stretches.at(-1)?.turn ?? null);
    }));
});

/** What each day before a day was: the terms that held on it, and whether it was paused. */
function held({ agreement: { stretches, pauses } }: Standing, until: Day): string[] {
  return daysFrom(day("2026-02-20"), addDays(until, -1)).map((one) => {
    const of = stretches.find(({ from, to }) => from <= one && one <= to)?.turn ?? "none";
    return `${one} ${of}${pauses.some(({ from, to }) => from <= one && one <= to) ? " paused" : ""}`;
  });
}
