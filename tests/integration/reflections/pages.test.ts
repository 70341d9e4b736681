import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { wordsToBeginWith } from "@/lib/commitments/queries";
import { asViewer } from "@/lib/db/viewer";
import { writeReflection } from "@/lib/reflections/commands";
import { comingUp, reflectionsHere } from "@/lib/reflections/queries";
import { type ReflectionKind, reflectionKinds } from "@/lib/reflections/rules";
import * as schema from "@/lib/reflections/schema";
import type { Day } from "@/lib/time/day";
import { aCouple, type Person } from "@/tests/support/people";
import { deletes, shows, takesBack, timelineOf, today } from "../voices";

async function writes(person: Person, kind: ReflectionKind, note: string, day = ""): Promise<string> {
  const input = schema.writeReflection.parse({ entry: randomUUID(), kind, note, day });
  await asViewer(person.viewer, (db) => writeReflection(db, person.at(today), input));
  return input.entry;
}
const here = ({ viewer }: Person) => asViewer(viewer, (db) => reflectionsHere(db, viewer));
const own = async (person: Person) => (await here(person)).own.map(({ texts }) => texts.note);
const theirs = async (person: Person) => (await here(person)).theirs.map(({ texts }) => texts.note);

describe("pages of one's own", () => {
  it.each(reflectionKinds)(
    "are kept by whoever writes them, as if nothing had been written: %s",
    async (kind) => {
      const [ada, ben] = await aCouple();
      const before = [await here(ben), await timelineOf(ben)];
      await writes(ada, kind, "only mine", "2026-03-01");
      expect(await own(ada)).toEqual(["only mine"]);
      expect([await here(ben), await timelineOf(ben)]).toEqual(before);
    },
  );

  it("are shown one by one: what brings it back is then there to be known, and all else on the timeline alone", async () => {
    const [ada, ben] = await aCouple();
    const day = await writes(ada, "trigger_day", "the day I found it", "2026-06-01");
    const worth = await writes(ada, "touched_worth", "was I not enough");
    await writes(ada, "worry", "kept");
    await shows(ada, day, "numbers_and_words");
    await shows(ada, worth, "numbers_and_words");
    expect(await theirs(ben)).toEqual(["the day I found it"]);
    expect((await here(ben)).theirs[0]).toMatchObject({ day: "2026-06-01", filledInLater: false });
    expect((await timelineOf(ben)).map(({ kind }) => kind).sort()).toEqual(["touched_worth", "trigger_day"]);
    await takesBack(ada, day);
    expect(await theirs(ben)).toEqual([]);
    await deletes(ada, day);
    expect((await own(ada)).sort()).toEqual(["kept", "was I not enough"]);
  });

  it("name a day to come of what brings it back, and of nothing else", async () => {
    const [ada] = await aCouple();
    await writes(ada, "trigger_day", "next year", "2027-03-10");
    await writes(ada, "worry", "now", "2027-03-10");
    expect((await here(ada)).own.map(({ kind, day }) => [kind, day]).sort()).toEqual([
      ["trigger_day", "2027-03-10"],
      ["worry", today],
    ]);
    expect(
      schema.writeReflection.safeParse({ entry: randomUUID(), kind: "trigger_day", note: "x", day: "" })
        .success,
    ).toBe(false);
  });

  it("tell the other of a day for two weeks before it comes, where it was shown", async () => {
    const [ada, ben] = await aCouple();
    const coming = ({ viewer }: Person, on: string) =>
      asViewer(viewer, (db) => comingUp(db, viewer, on as Day));
    const day = await writes(ada, "trigger_day", "the day I found it", "2026-06-20");
    expect(await coming(ben, "2026-06-10")).toBeNull();
    await shows(ada, day, "numbers_and_words");
    expect(await coming(ben, "2026-06-05")).toBeNull();
    for (const on of ["2026-06-06", "2026-06-20"]) expect(await coming(ben, on)).toBe("2026-06-20");
    expect(await coming(ben, "2026-06-21")).toBeNull();
    expect(await coming(ben, "2027-06-10")).toBe("2027-06-20");
    expect(await coming(ada, "2026-06-20")).toBeNull();
    await takesBack(ada, day);
    expect(await coming(ben, "2026-06-20")).toBeNull();
  });

  it("let what is mine to do become a commitment of one's own, and not one that is asked", async () => {
    const [ada, ben] = await aCouple();
    const entry = await writes(ada, "mine_to_do", "I call the bank.");
    const words = ({ viewer }: Person, whose: "mine" | "theirs") =>
      asViewer(viewer, (db) => wordsToBeginWith(db, viewer, whose, entry));
    expect([await words(ada, "mine"), await words(ada, "theirs"), await words(ben, "mine")]).toEqual([
      "I call the bank.",
      null,
      null,
    ]);
  });

  it("do not keep what says nothing", async () => {
    const [ada] = await aCouple();
    await expect(writes(ada, "worry", "")).rejects.toMatchObject({ reason: "nothing_written" });
  });
});
