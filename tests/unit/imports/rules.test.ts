import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CopiedSpace } from "@/lib/copies/rules";
import { type Part, type Rows, rowsOf } from "@/lib/imports/rules";
import { aCopyOf } from "@/tests/support/a-copy";
import { anyCopy } from "@/tests/support/any-copy";

const ME = "00000000-0000-4000-8000-00000000000a";
const HERE = "00000000-0000-4000-8000-00000000000b";
const seal = (text: string) => new TextEncoder().encode(text);
const taken = (space: CopiedSpace) => rowsOf(space, { me: ME, coupleId: HERE, seal });
const rows = <R>(parts: readonly Part<R>[]): R[] => parts.flatMap(({ rows }) => rows);
const aSpace = () => aCopyOf("Ada", (what) => what).spaces[0] as CopiedSpace;

describe("what a copy becomes", () => {
  it("is something in every table that it can become", () => {
    const empty = Object.entries(taken(aSpace())).filter(([, parts]) => rows<object>(parts).length === 0);
    expect(empty).toEqual([]);
  });

  it("has new ids, each for one, in the order of those before", () => {
    fc.assert(
      fc.property(anyCopy(12), ({ spaces }) => {
        for (const space of spaces) {
          const before = space.entries.map(({ id }) => id);
          const after = rows(taken(space).entries).map(({ id }) => id);
          expect(after.filter((id) => before.includes(id))).toEqual([]);
          const places = (ids: readonly string[]) => ids.map((id) => ids.toSorted().indexOf(id));
          expect(places(after)).toEqual(places(before));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("names what it named before, and what somebody wrote is left as it is", () => {
    const space = aSpace();
    const question = space.entries.find(({ kind }) => kind === "struggle");
    const [first] = space.commitments;
    if (!question || !first) throw new Error("there is no struggle and no commitment");
    for (const entry of space.entries)
      entry.words = entry.words.map((words) => ({ ...words, text: first.id }));
    space.struggles_can_rest = [question.id];
    const { commitments, commitment_sources, entries, struggle_rests, entry_words } = taken(space);
    expect(rows(commitment_sources)[0]?.commitmentId).toBe(rows(commitments)[0]?.id);
    const struggle = rows(entries).find(({ kind }) => kind === "struggle");
    expect(rows(struggle_rests)).toEqual([{ toEntryId: struggle?.id }]);
    const said = rows(entry_words).map(({ ciphertext }) => new TextDecoder().decode(ciphertext));
    expect(new Set(said)).toEqual(new Set([first.id]));
  });

  it("names its owner where they were it, and nobody where it was the other", () => {
    const space = aSpace();
    const own = space.entries.find(({ kind }) => kind === "struggle")?.id ?? "";
    const mine = (of: (space: CopiedSpace) => void, table: keyof Rows) => {
      const copy = structuredClone(space);
      of(copy);
      return taken(copy)[table].map((part) => [...part.mine].sort().join());
    };
    expect(mine(() => {}, "commitments")).toEqual(["authorId,writerId", "authorId,doerId,writerId"]);
    expect(mine(() => {}, "commitment_events").sort()).toEqual(["", "authorId"]);
    expect(mine(() => {}, "follow_throughs")).toEqual([""]);
    expect(mine(() => {}, "agreed_words").sort()).toEqual(["", "authorId"]);
    expect(mine(() => {}, "replies")).toEqual(["authorId"]);
    expect(mine(() => {}, "struggle_rests")).toEqual(["authorId"]);
    expect(
      mine((copy) => {
        copy.struggles_can_rest = [own];
      }, "struggle_rests"),
    ).toEqual(["authorId,toAuthorId"]);
  });
});
