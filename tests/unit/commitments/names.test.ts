import { describe, expect, it } from "vitest";
import { namesOf, type Taken } from "@/lib/commitments/rules";
import { steps, termsFor, type Written } from "./steps";

const spring = { terms: termsFor("2026-03-01", "2026-03-31") };
const summer = { terms: termsFor("2026-04-01", "2026-06-01") };
const weekly = { terms: termsFor("2026-04-01", "2026-06-01", { kind: "weekly", times: 3 }) };

/** The names of steps that say the same words, but for those that are told apart. */
const named = (of: readonly Taken[], words: Readonly<Record<number, string>> = {}) =>
  namesOf(
    of.map((taken) => ({ ...taken, what: taken.terms ? (words[taken.turn] ?? "I call") : "", why: "" })),
  );

describe("a step is called by what it was", () => {
  it("proposed by the doer, requested by the other, amended by either until it is agreed", () => {
    expect(named(steps(["2026-03-01", "doer", "offered", spring]))).toEqual(["proposed"]);
    const amended = steps(
      ["2026-03-01", "partner", "offered", spring],
      ["2026-03-01", "doer", "offered", weekly],
      ["2026-03-02", "partner", "offered", spring],
      ["2026-03-02", "doer", "accepted"],
    );
    expect(named(amended)).toEqual(["requested", "amended", "amended", "agreed"]);
  });

  it("declined where nothing was agreed, and left as it was where something was", () => {
    const declined = steps(
      ["2026-03-01", "partner", "offered", spring],
      ["2026-03-01", "doer", "declined"],
      ["2026-03-02", "partner", "offered", spring],
      ["2026-03-03", "doer", "accepted"],
      ["2026-03-04", "partner", "offered", weekly],
      ["2026-03-05", "doer", "declined"],
    );
    expect(named(declined)).toEqual([
      "requested",
      "declined",
      "requested",
      "agreed",
      "change_offered",
      "stayed",
    ]);
  });

  it("a renewal where what is promised and how often stay as they were, else a change", () => {
    const agreed = [
      ["2026-03-01", "doer", "offered", spring],
      ["2026-03-01", "partner", "accepted"],
    ] as const;
    const again = (terms: typeof spring) =>
      steps(...agreed, ["2026-03-30", "partner", "offered", terms], ["2026-03-30", "doer", "accepted"]);
    expect(named(again(summer)).slice(2)).toEqual(["renewal_offered", "renewed"]);
    expect(named(again(weekly)).slice(2)).toEqual(["change_offered", "changed"]);
    expect(named(again(summer), { 3: "I call at noon" }).slice(2)).toEqual(["change_offered", "changed"]);
  });

  it("of what was agreed last, also after another change", () => {
    const changedBack = steps(
      ["2026-03-01", "doer", "offered", spring],
      ["2026-03-01", "partner", "accepted"],
      ["2026-03-02", "doer", "offered", weekly],
      ["2026-03-02", "partner", "accepted"],
      ["2026-03-03", "doer", "offered", summer],
      ["2026-03-03", "partner", "withdrawn"],
      ["2026-03-04", "doer", "offered", weekly],
      ["2026-03-04", "partner", "accepted"],
    );
    expect(named(changedBack).slice(2)).toEqual([
      "change_offered",
      "changed",
      "change_offered",
      "withdrawn",
      "renewal_offered",
      "renewed",
    ]);
  });

  it("an ending by both, where one offered it and the other agreed; an ending by the doer alone", () => {
    const held = [
      ["2026-03-01", "doer", "offered", spring],
      ["2026-03-01", "partner", "accepted"],
      ["2026-03-02", "partner", "paused", { returnsOn: "2026-03-09" as never }],
      ["2026-03-03", "partner", "resumed"],
      ["2026-03-03", "partner", "ending_offered"],
    ] as const;
    const last = (...end: Written[]) => named(steps(...held, ...end)).slice(2);
    expect(last(["2026-03-04", "doer", "accepted"])).toEqual([
      "paused",
      "resumed",
      "ending_offered",
      "ended_together",
    ]);
    expect(last(["2026-03-04", "doer", "declined"]).at(-1)).toBe("stayed");
    expect(last(["2026-03-04", "doer", "ended"]).at(-1)).toBe("ended");
    expect(
      last(["2026-03-04", "doer", "offered", weekly], ["2026-03-04", "partner", "accepted"]).slice(-2),
    ).toEqual(["change_offered", "changed"]);
  });

  it("also where the other took back what they had offered, so that it cannot be read any more", () => {
    const takenBack = steps(
      ["2026-03-01", "partner", "offered", spring],
      ["2026-03-01", "doer", "offered"],
      ["2026-03-02", "doer", "withdrawn"],
    );
    expect(named(takenBack)).toEqual(["requested", "amended", "withdrawn"]);
  });
});
