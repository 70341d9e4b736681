import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CommitmentStep } from "@/lib/db/generated/enums";
import { agreedTurns, asJson, fileName } from "@/lib/export/rules";
import type { Part } from "@/lib/export/schema";

const taking = (...steps: CommitmentStep[]) => steps.map((step, at) => ({ turn: at + 1, step }));

describe("what both agreed on", () => {
  it.each<[string, CommitmentStep[], number[]]>([
    ["an offer that was accepted", ["offered", "accepted"], [1]],
    ["other words in its place", ["offered", "offered", "accepted"], [2]],
    ["no change that waits", ["offered", "accepted", "offered"], [1]],
    ["no change that was declined", ["offered", "accepted", "offered", "declined"], [1]],
    ["no change that was taken back", ["offered", "accepted", "offered", "withdrawn", "paused"], [1]],
    [
      "a change, whatever was paused meanwhile",
      ["offered", "accepted", "offered", "paused", "accepted"],
      [1, 3],
    ],
    ["an ending", ["offered", "accepted", "ending_offered", "accepted"], [1, 3]],
    ["nothing where one ended it alone", ["offered", "accepted", "ending_offered", "ended"], [1]],
  ])("is %s", (_, steps, agreed) => {
    expect([...agreedTurns(taking(...steps))]).toEqual(agreed);
  });

  it("is never more than what was offered before it was accepted", () => {
    const steps = fc.array(fc.constantFrom(...Object.values(CommitmentStep)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (all) => {
        for (const turn of agreedTurns(taking(...all))) {
          expect(["offered", "ending_offered"]).toContain(all[turn - 1]);
          const answered = all.slice(turn).find((step) => step !== "paused" && step !== "resumed");
          expect(answered).toBe("accepted");
        }
      }),
    );
  });
});

describe("the file", () => {
  it("is one JSON text, however many parts it is written in", async () => {
    async function* parts(): AsyncGenerator<Part> {
      yield { is: "person", madeOn: "2026-11-22", person: { name: 'A "name"\u2028' } as never };
      for (const id of ["one", "two"]) {
        yield { is: "space", space: { id } as never };
        for (const page of [["a", "b"], ["c"], []])
          yield { is: "entries", entries: page.map((entry) => ({ id: entry }) as never) };
        yield { is: "record", commitments: [], offers: [] };
      }
    }
    let text = "";
    for await (const piece of asJson(parts())) text += piece;
    const entries = [{ id: "a" }, { id: "b" }, { id: "c" }];
    expect(JSON.parse(text)).toEqual({
      $schema: "urn:keel:export:1",
      format: "keel-export",
      version: 1,
      made_on: "2026-11-22",
      me: { name: 'A "name"\u2028' },
      spaces: ["one", "two"].map((id) => ({ id, entries, commitments: [], offers: [] })),
    });
  });

  it("has a name that says nothing of what it is about", () => {
    expect(fileName("2026-11-22", "html")).toBe("export-2026-11-22.html");
    expect(fileName("2026-11-22", "csv")).toBe("export-2026-11-22.zip");
  });
});
