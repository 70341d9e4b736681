import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementsFrom, asItRead, type Turn, withStanding } from "@/lib/agreements/rules";
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

  it("read on a day as both had said last by then, and never as nobody agreed", () => {
    const said = (text: string, on: string | null, agreed = true): Turn => ({
      ...{ about: "a", name: text, mine: true, text },
      ...{ agreed, on: on ? day(on) : null },
    });
    const read = (on: string, ...turns: Turn[]) => {
      const [agreement] = agreementsFrom(turns);
      return agreement && (asItRead(agreement, day(on))?.text ?? null);
    };
    const [old, first, second] = [
      said("old", null),
      said("first", "2026-02-01"),
      said("second", "2026-03-01"),
    ];
    const open = said("open", null, false);
    expect(read("2026-02-28", first, second, open)).toBe("first");
    expect(read("2026-03-01", first, second, open)).toBe("second");
    expect(read("2026-01-31", first, second)).toBe("first");
    expect(read("2026-01-31", first)).toBe("first");
    expect(read("2026-01-31", old, first)).toBe("old");
    expect(read("2026-12-31", open)).toBeNull();
  });

  it("stand as both say now, as both said before, or as one proposes", () => {
    const said = (agreed: boolean) => ({ agreed });
    const standings = (...turns: { agreed: boolean }[]) =>
      withStanding(turns).map(({ standing }) => standing);
    expect(standings(said(true), said(true), said(false))).toEqual(["held", "holds", "proposed"]);
    expect(standings(said(false))).toEqual(["proposed"]);
    expect(standings()).toEqual([]);
  });
});
