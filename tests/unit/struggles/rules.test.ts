import { describe, expect, it } from "vitest";
import { byStanding, rests, type Struggle } from "@/lib/struggles/rules";
import type { Day } from "@/lib/time/day";
import type { Shown } from "@/lib/visibility/rules";

const answers = [true, false].flatMap((mine) => [true, false].map((theirs) => ({ mine, theirs })));

const named = (id: string, shown: Shown, rest: Struggle["rest"]): Struggle => {
  const seen = { mine: true, here: true, day: "2026-03-01" as Day, filledInLater: false };
  const struggle = { ...seen, id, shown, kind: "struggle", texts: { note: id } } as const;
  return { struggle, ownPart: null, theirPart: null, rest, draft: null };
};
const idsOf = (some: readonly Struggle[]) => some.map(({ struggle }) => struggle.id);

describe("a struggle", () => {
  it("rests when both have said so, and not before", () =>
    expect(answers.filter(rests)).toEqual([{ mine: true, theirs: true }]));

  it("stands in exactly one place, in the order it came", () => {
    const all = [0, 1].flatMap((turn) =>
      answers.flatMap((rest) =>
        (["only_me", "numbers_and_words"] as const).map((shown) =>
          named(`${turn}/${rest.mine}/${rest.theirs}/${shown}`, shown, rest),
        ),
      ),
    );
    const { open, resting, kept } = byStanding(all);
    expect(idsOf([...open, ...resting, ...kept]).sort()).toEqual(idsOf(all).sort());
    for (const some of [open, resting, kept]) {
      const order = some.map((one) => all.indexOf(one));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
    expect(open).toHaveLength(6);
    expect(idsOf(resting)).toEqual(["0/true/true/numbers_and_words", "1/true/true/numbers_and_words"]);
    expect(kept.every(({ struggle }) => struggle.shown === "only_me")).toBe(true);
  });
});
