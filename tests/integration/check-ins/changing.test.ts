import { describe, expect, it } from "vitest";
import { amendCheckIn } from "@/lib/check-ins/commands";
import { basisOf } from "@/lib/check-ins/queries";
import { blank } from "@/lib/check-ins/rules";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, aPerson } from "@/tests/support/people";
import { deletes, today } from "../voices";
import { amends, ownCheckIn, reads } from "./voices";

describe("changing a check-in", () => {
  it("keeps what was shown in the trail, newest first, for as long as it is shown", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 3, note: "first", shown: "numbers_and_words" });
    await amends(ada, entry, { note: "second" }, "numbers_and_words");
    await amends(ada, entry, { trust: 4, note: "third" }, "numbers_and_words");

    const seen = await reads(ben, ada, today);
    expect(seen?.content).toMatchObject({ trust: 4, note: "third" });
    expect(seen?.earlier.map(({ content }) => content.note).filter(Boolean)).toEqual(["second", "first"]);
    expect(seen?.earlier.map(({ content }) => content.trust).filter((trust) => trust !== null)).toEqual([3]);
  });

  it("leaves no trace of what only its author saw", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 3, note: "never shown", shown: "only_me" });
    await amends(ada, entry, { trust: 5, note: "also never" }, "only_me");
    await amends(ada, entry, { trust: 6, note: "shown" }, "numbers_and_words");
    const seen = await reads(ben, ada, today);
    expect(seen?.content).toMatchObject({ trust: 6, note: "shown" });
    expect(seen?.earlier).toEqual([]);
    expect((await reads(ada, ada, today))?.earlier).toEqual([]);
  });

  it("made while hidden does not appear when it is shown again, and what was shown before does", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "shown once", shown: "numbers_and_words" });
    await amends(ada, entry, { note: "in between" }, "only_me");
    await amends(ada, entry, { note: "at last" }, "numbers_and_words");
    const seen = await reads(ben, ada, today);
    expect(seen?.content.note).toBe("at last");
    expect(seen?.earlier.map(({ content }) => content.note)).toEqual(["shown once"]);
  });

  it("to and fro while hidden is nobody's to know: not that it happened, not on which day", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", { trust: 3, note: "told", shown: "numbers_and_words" });
    const before = await reads(ben, ada, "2026-03-01");
    await amends(ada, entry, { trust: 9, note: "other" }, "only_me", undefined, "2026-03-05");
    await amends(ada, entry, { trust: 3, note: "told" }, "only_me", undefined, "2026-03-06");
    await amends(ada, entry, {}, "numbers_and_words", undefined, "2026-03-20");
    expect(await reads(ben, ada, "2026-03-01")).toEqual(before);

    await amends(ada, entry, { trust: 9 }, "only_me", undefined, "2026-03-21");
    await amends(ada, entry, {}, "numbers", undefined, "2026-03-30");
    expect((await reads(ben, ada, "2026-03-01"))?.earlier.map(({ until }) => until)).toEqual(["2026-03-30"]);
  });

  it("shows no earlier words while the words are kept to oneself", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 1, note: "told", shown: "numbers_and_words" });
    await amends(ada, entry, { trust: 2, note: "told otherwise" }, "numbers");
    const seen = await reads(ben, ada, today);
    expect(JSON.stringify(seen)).not.toContain("told");
    expect(seen?.earlier.map(({ content }) => content.trust)).toEqual([1]);
  });

  it("in two windows loses neither text, and once seen may be overwritten knowingly", async () => {
    const ada = await aPerson("Ada");
    const entry = await ada.checksIn(today, { note: "start" });
    const basis = basisOf({ ...blank, note: "start" });
    await amends(ada, entry, { note: "first window" }, "only_me", basis);
    const second = amends(ada, entry, { note: "second window" }, "only_me", basis);
    await expect(second).rejects.toMatchObject({
      reason: "changed_meanwhile",
      shown: { note: "first window" },
    });
    await amends(
      ada,
      entry,
      { note: "second window" },
      "only_me",
      basisOf({ ...blank, note: "first window" }),
    );
    expect((await ownCheckIn(ada, entry))?.content.note).toBe("second window");
  });

  it("sent twice at once is done once", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "start", shown: "numbers_and_words" });
    const basis = basisOf({ ...blank, note: "start" });
    await Promise.all(
      [1, 2, 3].map(() => amends(ada, entry, { note: "changed" }, "numbers_and_words", basis)),
    );
    expect((await reads(ben, ada, today))?.earlier).toHaveLength(1);
  });

  it("is not for a partner, a stranger, or someone who guesses", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { note: "mine", shown: "numbers_and_words" });
    const input = { ...blank, note: "forged", entry, basis: basisOf({ ...blank, note: "mine" }) };
    for (const other of [ben, await aPerson("Cleo")]) {
      const forged = asViewer(other.viewer, (db) => amendCheckIn(db, other.at(today), input, "only_me"));
      await expect(forged).rejects.toMatchObject({ reason: "not_found" });
      await expect(deletes(other, entry)).rejects.toMatchObject({ reason: "not_found" });
    }
    expect((await reads(ben, ada, today))?.content.note).toBe("mine");
  });
});
