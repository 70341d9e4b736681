import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementsFrom, type Turn } from "@/lib/agreements/rules";
import { addDays, type Day } from "@/lib/time/day";

const day = (text: string) => text as Day;

const turn = fc.record({
  about: fc.constantFrom("a", "b", "c"),
  name: fc.string(),
  mine: fc.boolean(),
  text: fc.string(),
  agreed: fc.boolean(),
  on: fc.nat(300).map((n) => addDays(day("2026-01-01"), n)),
});

describe("agreements from their turns", () => {
  it("hold as both said last, keep what was said before, and lose nothing that was agreed on", () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns: Turn[]) => {
        const all = agreementsFrom(turns);
        expect(all.map(({ id }) => id).sort()).toEqual([...new Set(turns.map(({ about }) => about))].sort());
        for (const { id, holds, earlier, proposal } of all) {
          const own = turns.filter(({ about }) => about === id);
          expect([...(holds ? [holds] : []), ...earlier]).toEqual(
            own.filter(({ agreed }) => agreed).toReversed(),
          );
          expect(proposal).toBe(own.at(-1)?.agreed === false ? own.at(-1) : null);
        }
      }),
    );
  });

  it("put first what waits for an answer, and then the latest", () => {
    const one = (about: string, on: string | null): Turn => ({
      ...{ about, name: about, mine: true, text: about },
      ...{ agreed: on !== null, on: on ? day(on) : null },
    });
    const order = agreementsFrom([one("early", "2026-01-01"), one("late", "2026-02-01"), one("open", null)]);
    expect(order.map(({ id }) => id)).toEqual(["open", "late", "early"]);
  });
});
