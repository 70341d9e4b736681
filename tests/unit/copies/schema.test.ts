import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyIn } from "@/lib/copies/schema";
import type { ExportedEntry, ExportedFile } from "@/lib/export/schema";
import { aCopyOf } from "@/tests/support/a-copy";
import { anyCopy } from "@/tests/support/any-copy";

type Space = ExportedFile["spaces"][number];

const written = aCopyOf("Ada", (what) => what);
const aFile = () => structuredClone(written);
const read = (file: unknown) => copyIn(JSON.stringify(file));

/** The same file with something else in its one space. */
function changed(change: (space: Space) => void): unknown {
  const file = aFile();
  for (const space of file.spaces) change(space);
  return file;
}
const ofKind = (space: Space, kind: string): ExportedEntry => {
  const found = space.entries.find((entry) => entry.kind === kind);
  if (!found) throw new Error(`there is no ${kind}`);
  return found;
};
const THEIRS = "00000000-0000-4000-8000-000000000001";

describe("a copy that is read", () => {
  it("is read whole, whatever Keel wrote", () => {
    expect(read(aFile())).toEqual(aFile());
    fc.assert(
      fc.property(anyCopy(8), (copy) => {
        expect(read(copy)).toEqual(copy);
      }),
      { numRuns: 100 },
    );
  });

  it("is not read where it is no JSON, or not all of it", () => {
    const text = JSON.stringify(aFile());
    fc.assert(
      fc.property(fc.nat(text.length - 2), (length) => {
        expect(copyIn(text.slice(0, length + 1))).toBe("import_not_whole");
      }),
    );
    for (const other of ["", "keel-export", "PK\u0003\u0004", "[".repeat(100_000)])
      expect(copyIn(other)).toBe("import_not_whole");
  });

  it("is not read where another program wrote it, or another version of this one", () => {
    for (const other of [
      null,
      [],
      1,
      "keel-export",
      {},
      { format: "other", version: 1 },
      { format: "keel-export" },
    ])
      expect(read(other)).toBe("import_not_ours");
    for (const version of [0, 2, 99]) expect(read({ ...aFile(), version })).toBe("import_other_version");
    expect(read({ ...aFile(), version: "1" })).toBe("import_not_ours");
  });

  it("is not read where a key is there that nobody knows: what it means would be lost", () => {
    expect(read({ ...aFile(), more: 1 })).toBe("import_unclear");
    const author_id = THEIRS;
    expect(read(changed((space) => Object.assign(space, { author_id })))).toBe("import_unclear");
    expect(read(changed((space) => Object.assign(ofKind(space, "question"), { author_id })))).toBe(
      "import_unclear",
    );
    const text = JSON.stringify(aFile()).replace('"spaces":', '"__proto__":{"format":"x"},"spaces":');
    expect(copyIn(text)).toBe("import_unclear");
  });
});

const words = (space: Space) => ofKind(space, "question").words[0];
const commitment = (space: Space) => space.commitments[0];

const twice = (space: Space, kind: string, more: Partial<ExportedEntry> = {}) =>
  space.entries.push({ ...structuredClone(ofKind(space, kind)), id: THEIRS, ...more });
const takes = (space: Space, step: Partial<Space["commitments"][number]["steps"][number]>) =>
  commitment(space)?.steps.push({
    ...{ turn: 3, by: "me", step: "resumed", happened_on: "2025-05-06", returns_on: null, texts: {} },
    ...step,
  });
const terms = (space: Space) => commitment(space)?.steps[0]?.terms;

describe("what a file says is not read", () => {
  it.each<[string, (space: Space) => unknown]>([
    [
      "a day that is none",
      (space) => Object.assign(ofKind(space, "question"), { happened_on: "2025-02-30" }),
    ],
    [
      "a day of another age",
      (space) => Object.assign(ofKind(space, "question"), { happened_on: "1025-02-03" }),
    ],
    [
      "a moment that is none",
      (space) => Object.assign(ofKind(space, "space").space_request ?? {}, { until: "soon" }),
    ],
    [
      "a moment of another age",
      (space) => Object.assign(ofKind(space, "space").space_request ?? {}, { until: "0000-01-01T00:00:00Z" }),
    ],
    [
      "a zone that is none",
      (space) => Object.assign(ofKind(space, "question"), { time_zone: "Mars/Olympus" }),
    ],
    [
      "a time that no clock shows",
      (space) =>
        Object.assign(ofKind(space, "therapy_session").therapy_session ?? {}, { local_time: "25:00" }),
    ],
    ["words that are too long", (space) => Object.assign(words(space) ?? {}, { text: "x".repeat(10_001) })],
    ["words with what ends a text", (space) => Object.assign(words(space) ?? {}, { text: "a\u0000b" })],
    ["words with half a sign", (space) => Object.assign(words(space) ?? {}, { text: "\ud800" })],
    ["words that are a number", (space) => Object.assign(words(space) ?? {}, { text: 1 })],
    [
      "a number above ten",
      (space) => Object.assign(ofKind(space, "check_in").check_ins?.[0] ?? {}, { trust: 11 }),
    ],
    [
      "half a number",
      (space) => Object.assign(ofKind(space, "check_in").check_ins?.[0] ?? {}, { trust: 1.5 }),
    ],
    [
      "a feeling of no strength",
      (space) =>
        Object.assign(ofKind(space, "shared_feeling").shared_feeling?.parts[0] ?? {}, { intensity: 0 }),
    ],
    ["a kind that is not known", (space) => Object.assign(ofKind(space, "question"), { kind: "rumour" })],
    ["an id that is none", (space) => Object.assign(ofKind(space, "question"), { id: "1" })],
    ["the same entry twice", (space) => space.entries.push(ofKind(space, "question"))],
    ["two check-ins of one day", (space) => space.entries.push({ ...ofKind(space, "check_in"), id: THEIRS })],
    [
      "an entry with what belongs to another kind",
      (space) => Object.assign(ofKind(space, "question"), { check_ins: ofKind(space, "check_in").check_ins }),
    ],
    ["a check-in without numbers", (space) => Reflect.deleteProperty(ofKind(space, "check_in"), "check_ins")],
    [
      "a check-in of which nothing stands",
      (space) => Object.assign(ofKind(space, "check_in").check_ins?.[0] ?? {}, { stands: false }),
    ],
    [
      "an entry written before its day",
      (space) => Object.assign(ofKind(space, "question"), { written_on: "2025-05-04" }),
    ],
    [
      "words wider than their entry",
      (space) => Object.assign(ofKind(space, "question"), { audience: "only_me" }),
    ],
    [
      "words that stand twice",
      (space) =>
        ofKind(space, "question").words.push({
          ...(words(space) as never as ExportedEntry["words"][number]),
          version: 2,
        }),
    ],
    [
      "the same version twice",
      (space) =>
        ofKind(space, "question").words.push({
          ...(words(space) as never as ExportedEntry["words"][number]),
          stands: false,
        }),
    ],
    [
      "words that stand and were replaced",
      (space) => Object.assign(words(space) ?? {}, { superseded_on: "2025-06-01" }),
    ],
    [
      "two answers to one reply",
      (space) => space.entries.push({ ...ofKind(space, "felt_heard"), id: THEIRS }),
    ],
    [
      "an answer to oneself",
      (space) => Object.assign(ofKind(space, "reply").reply ?? {}, { to: ofKind(space, "question").id }),
    ],
    [
      "a remark on what is not there",
      (space) => Object.assign(ofKind(space, "noticing").remark ?? {}, { commitment: THEIRS }),
    ],
    [
      "what was said in a review that is not there",
      (space) => Object.assign(ofKind(space, "review_part").review_part ?? {}, { review: THEIRS }),
    ],
    [
      "what became of a promise and is not there",
      (space) => Object.assign(ofKind(space, "reply"), { became: [THEIRS] }),
    ],
    [
      "a sentence of the other's that nobody agreed to",
      (space) => Object.assign(space.sentences[1] ?? {}, { agreed: false }),
    ],
    ["two sentences in one turn", (space) => Object.assign(space.sentences[1] ?? {}, { turn: 1 })],
    [
      "two reviews that run",
      (space) => {
        space.reviews = [
          ...space.reviews,
          { ...(space.reviews[0] as never as Space["reviews"][number]), id: THEIRS },
        ].map((one) => ({ ...one, open: true }));
      },
    ],
    [
      "a review that was stopped and runs",
      (space) => Object.assign(space.reviews[0] ?? {}, { open: true, stopped: true }),
    ],
    [
      "guesses of nothing",
      (space) =>
        Object.assign(space.reviews[0] ?? {}, {
          guesses: { pain: null, closeness: null, guessed_pain: null, guessed_closeness: null },
        }),
    ],
    [
      "a commitment that begins with nothing",
      (space) => Object.assign(commitment(space) ?? {}, { steps: [] }),
    ],
    ["a commitment that nobody accepted", (space) => commitment(space)?.steps.pop()],
    [
      "words of the other's that were not agreed on",
      (space) =>
        commitment(space)?.steps.push({
          turn: 3,
          by: "other",
          step: "offered",
          happened_on: "2025-05-06",
          returns_on: null,
          texts: { what: "mine?" },
        }),
    ],
    ["steps out of their order", (space) => commitment(space)?.steps.reverse()],
    [
      "a pause without an end",
      (space) =>
        commitment(space)?.steps.push({
          turn: 3,
          by: "me",
          step: "paused",
          happened_on: "2025-05-06",
          returns_on: null,
          texts: {},
        }),
    ],
    [
      "a rule that is none",
      (space) => Object.assign(commitment(space)?.steps[0]?.terms ?? {}, { rule: "whenever" }),
    ],
    [
      "a rule that never comes",
      (space) => Object.assign(commitment(space)?.steps[0]?.terms ?? {}, { rule: "FREQ=SECONDLY;COUNT=0" }),
    ],
    [
      "terms that run for years",
      (space) => Object.assign(commitment(space)?.steps[0]?.terms ?? {}, { review_on: "2030-01-01" }),
    ],
    ["a day said twice", (space) => commitment(space)?.days.push(...(commitment(space)?.days ?? []))],
    ["an offer without its terms", (space) => Reflect.deleteProperty(space.offers[0] ?? {}, "terms")],
    [
      "an offer of what was agreed on",
      (space) => Object.assign(space.offers[0] ?? {}, { commitment: commitment(space)?.id }),
    ],
    ["an offer of which half can be read", (space) => Object.assign(space.offers[0] ?? {}, { area: null })],
    [
      "a time for corrections that is none",
      (space) => Object.assign(space, { corrections_reach_me: { way: "now", local_time: "20:00" } }),
    ],
    ["a struggle that can rest twice", (space) => space.struggles_can_rest.push(...space.struggles_can_rest)],
    ["a review twice", (space) => space.reviews.push(...space.reviews)],
    [
      "a commitment that the other began, and the person",
      (space) => Object.assign(commitment(space) ?? {}, { begun_by: "other" }),
    ],
    ["two steps in one turn", (space) => takes(space, { turn: 2 })],
    [
      "a pause that is over before it begins",
      (space) => takes(space, { step: "paused", returns_on: "2025-05-06" }),
    ],
    ["terms in a step that offers none", (space) => takes(space, { terms: terms(space) })],
    ["a commitment twice", (space) => space.commitments.push(...space.commitments)],
    ["an offer twice", (space) => space.offers.push(...space.offers)],
    [
      "offers of one commitment that are about two",
      (space) =>
        space.offers.push({
          ...(space.offers[0] as Space["offers"][number]),
          ...{ turn: 2, area: "money" },
        }),
    ],
    [
      "what became of something else than a reply",
      (space) => {
        const reply = ofKind(space, "reply");
        Object.assign(ofKind(space, "question"), { became: reply.became });
        Reflect.deleteProperty(reply, "became");
      },
    ],
    [
      "numbers of one version twice",
      (space) => {
        const checkIn = ofKind(space, "check_in");
        const [numbers] = checkIn.check_ins ?? [];
        if (numbers) checkIn.check_ins?.push({ ...numbers, stands: false });
      },
    ],
    [
      "numbers that are shown and never were",
      (space) => Object.assign(ofKind(space, "check_in").check_ins?.[0] ?? {}, { shown: false }),
    ],
    [
      "a feeling that is felt twice",
      (space) => {
        const parts = ofKind(space, "shared_feeling").shared_feeling?.parts ?? [];
        parts.push(...parts);
      },
    ],
    [
      "two times to answer by",
      (space) => {
        const reply = { to: THEIRS.replace("1", "2"), needs_until: "2025-05-05T10:00:00.000Z" };
        Object.assign(ofKind(space, "reply"), { reply });
        twice(space, "reply", { became: [] });
      },
    ],
    ["two parts in one struggle", (space) => twice(space, "struggle_part")],
    ["two things said in one step of a review", (space) => twice(space, "review_part")],
    ["one day noticed twice", (space) => twice(space, "noticing")],
    ["one kind that begins in two ways", (space) => space.starts_with.push(...space.starts_with)],
  ])("with %s", (_what, change) => {
    expect(read(changed((space) => void change(space)))).toBe("import_unclear");
  });

  it("with anything else in the place of a value", () => {
    const paths = pathsIn(aFile().spaces[0]);
    const strange = fc.oneof(
      fc.constantFrom<unknown>(undefined, "x".repeat(20_000), -1, 1.5, {}, [[]], "\u0000"),
      fc.object(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), strange, (path, value) => {
        const found = read(changed((space) => put(space, path, value)));
        expect(found === "import_unclear" || typeof found === "object").toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]));
}

function put(whole: object, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) Object.assign(whole, { [name]: value });
  else put((whole as Record<string, object>)[name] ?? {}, rest, value);
}
