import { describe, expect, it } from "vitest";
import { type Party, refusalOf, type Standing, type State, table } from "@/lib/commitments/rules";
import type { CommitmentStep } from "@/lib/db/generated/enums";
import catalogue from "@/lib/i18n/en.json";
import { allSteps, parties } from "./steps";

type Step = CommitmentStep;
const states = ["offered", "declined", "active", "paused", "run_out", "ended"] as const satisfies State[];
const offers = ["nothing", "terms", "ending"] as const;

const agreement = { stretches: [], pauses: [], endedOn: null };
const inState = (
  state: State,
  { awaits = null, pause = null }: Partial<Pick<Standing, "awaits" | "pause">> = {},
): Standing => ({ state, awaits, pause, termsOf: 1, agreedOf: null, agreement });

const offered = (by: Party, what: "terms" | "ending" = "terms", late = false) => ({
  awaits: { what, by, turn: 1, late },
});
const pausedBy = (by: Party) => ({ pause: { by, until: "2026-03-14" as never } });

/** Every standing there is, as far as it decides about steps, by what it is in words. */
const standings = states.flatMap((state) =>
  offers.flatMap((what) =>
    parties.flatMap((offerer) =>
      parties.flatMap((pauser) =>
        [false, true].map((late) => {
          const awaits = what === "nothing" ? null : offered(offerer, what, late).awaits;
          const pause = state === "paused" ? pausedBy(pauser).pause : null;
          return { state, what, offerer, pauser, late, standing: inState(state, { awaits, pause }) };
        }),
      ),
    ),
  ),
);

describe("every step in every state", () => {
  it("is open, or refused with a sentence", () => {
    const asked = standings.flatMap(({ standing }) =>
      parties.flatMap((by) => allSteps.map((step) => refusalOf(standing, by, step))),
    );
    expect(asked).toHaveLength(6 * 3 * 2 * 2 * 2 * 2 * 8);
    for (const refused of asked)
      if (refused !== null) expect(Object.keys(catalogue.refusals)).toContain(refused);
    for (const state of states) expect(Object.keys(table[state]).sort()).toEqual([...allSteps].sort());
  });

  it("once it has ended is refused, whoever tries", () => {
    for (const { standing } of standings.filter(({ state }) => state === "ended"))
      for (const by of parties)
        for (const step of allSteps) expect(refusalOf(standing, by, step)).toBe("commitment_ended");
  });

  it("is nobody's own answer to themselves: an offer is accepted and declined by the other, taken back by who made it", () => {
    for (const { standing, state, what, offerer, late } of standings) {
      if (state === "ended" || state === "declined" || what === "nothing") continue;
      const [own, other] = offerer === "doer" ? parties : [parties[1], parties[0]];
      expect(refusalOf(standing, own, "accepted")).toBe("own_offer");
      expect(refusalOf(standing, own, "declined")).toBe("own_offer");
      expect(refusalOf(standing, own, "withdrawn")).toBeNull();
      expect(refusalOf(standing, other, "accepted")).toBe(late ? "offer_run_out" : null);
      expect(refusalOf(standing, other, "declined")).toBeNull();
      expect(refusalOf(standing, other, "withdrawn")).toBe("others_offer");
    }
  });

  it("that answers is refused where nothing waits for an answer", () => {
    for (const { standing, state, what } of standings)
      if (what === "nothing" && state !== "ended")
        for (const by of parties)
          for (const step of ["accepted", "declined", "withdrawn"] as const)
            expect(refusalOf(standing, by, step)).toBe("nothing_awaits");
  });

  it("is open to the doer alone where it ends a commitment at once, in every state in which one is agreed", () => {
    for (const { standing, state } of standings) {
      const agreed = state === "active" || state === "paused" || state === "run_out";
      if (state === "ended") continue;
      expect(refusalOf(standing, "doer", "ended")).toBe(agreed ? null : "not_agreed");
      expect(refusalOf(standing, "partner", "ended")).toBe(agreed ? "doer_only" : "not_agreed");
    }
  });
});

describe("what is open", () => {
  it.each<[string, Standing, Party, Step[]]>([
    ["to whoever offered", inState("offered", offered("doer")), "doer", ["offered", "withdrawn"]],
    [
      "to whoever it was offered to",
      inState("offered", offered("partner")),
      "doer",
      ["offered", "accepted", "declined"],
    ],
    [
      "to whoever it was offered to, once its days are over",
      inState("offered", offered("partner", "terms", true)),
      "doer",
      ["offered", "declined"],
    ],
    ["after a no", inState("declined"), "doer", ["offered"]],
    [
      "to the doer of one that holds",
      inState("active"),
      "doer",
      ["offered", "paused", "ending_offered", "ended"],
    ],
    [
      "to the partner of one that holds",
      inState("active"),
      "partner",
      ["offered", "paused", "ending_offered"],
    ],
    [
      "to the partner, of a change that the doer offers",
      inState("active", offered("doer")),
      "partner",
      ["offered", "accepted", "declined", "paused", "ending_offered"],
    ],
    [
      "to who paused",
      inState("paused", pausedBy("partner")),
      "partner",
      ["offered", "resumed", "ending_offered"],
    ],
    [
      "to the other while it is paused",
      inState("paused", pausedBy("partner")),
      "doer",
      ["offered", "ending_offered", "ended"],
    ],
    [
      "once its time is over, until both renew it",
      inState("run_out"),
      "doer",
      ["offered", "ending_offered", "ended"],
    ],
    ["once it has ended", inState("ended"), "doer", []],
  ])("%s", (_, standing, by, open) =>
    expect(allSteps.filter((step) => refusalOf(standing, by, step) === null)).toEqual(
      allSteps.filter((step) => open.includes(step)),
    ),
  );

  it.each<[string, Standing, Party, Step, string]>([
    ["pausing twice", inState("paused", pausedBy("doer")), "partner", "paused", "paused_already"],
    ["going on for the other", inState("paused", pausedBy("doer")), "partner", "resumed", "pauser_only"],
    ["going on with what is not paused", inState("active"), "doer", "resumed", "not_paused"],
    ["pausing what has run out", inState("run_out"), "doer", "paused", "run_out"],
    ["pausing what nobody agreed to", inState("offered", offered("doer")), "doer", "paused", "not_agreed"],
  ])("is not %s", (_, standing, by, step, reason) => expect(refusalOf(standing, by, step)).toBe(reason));
});
