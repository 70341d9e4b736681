import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyIn } from "@/lib/copies/schema";
import { EntryKind } from "@/lib/db/generated/enums";
import { anyCopy } from "@/tests/support/any-copy";
import { contentOf, copyOf, fileOf, takesIn } from "@/tests/support/copies";
import { aCoupleWithAPast } from "@/tests/support/couple-with-a-past";
import { aPerson } from "@/tests/support/people";

describe("a copy that is taken in somewhere else, and taken along again from there", () => {
  it("says the same, of a couple with a past", async () => {
    const { ada, ben } = await aCoupleWithAPast();
    for (const person of [ada, ben]) {
      const other = await aPerson("Gus");
      await takesIn(other, await fileOf(person));
      const [before, after] = [await copyOf(person), await copyOf(other)];
      expect(contentOf(after)).toEqual(contentOf(before));
      expect(contentOf(before)).toHaveLength(1);
    }
  });

  it("says the same, whatever is in it", { timeout: 120_000 }, async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyCopy(), async (copy) => {
        const text = JSON.stringify(copy);
        expect(copyIn(text)).not.toBeTypeOf("string");
        fc.pre(contentOf(copy).length > 0);
        const other = await aPerson("Gus");
        await takesIn(other, text);
        expect(contentOf(await copyOf(other))).toEqual(contentOf(copy));
        const kinds = copy.spaces.flatMap(({ entries }) => entries.map(({ kind }) => kind));
        for (const kind of kinds) met.set(kind, (met.get(kind) ?? 0) + 1);
      }),
      { numRuns: 40 },
    );
    expect([...met.keys()].sort()).toEqual(Object.values(EntryKind).sort());
  });
});
