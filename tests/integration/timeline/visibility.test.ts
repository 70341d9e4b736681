import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry } from "@/lib/visibility/commands";
import { aCouple, aPerson, checkInsAmong, day, type Person } from "@/tests/support/people";

const read = async (person: Person) => {
  const page = await asViewer(person.viewer, (db) =>
    timelineFor(db, person.viewer, timelineSearch.parse({})),
  );
  return checkInsAmong(page.days.flatMap(({ entries }) => entries));
};

describe("the timeline a partner opens", () => {
  it("shows what was shared and nothing kept to oneself", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "kept", shown: "only_me" });
    await ada.checksIn("2026-03-02", { trust: 5, note: "half kept", shown: "numbers" });
    await ada.checksIn("2026-03-03", { trust: 6, note: "told", shown: "numbers_and_words" });

    const seen = await read(ben);

    expect(seen.map((entry) => [entry.day, entry.content.trust, entry.content.note])).toEqual([
      ["2026-03-03", 6, "told"],
      ["2026-03-02", 5, ""],
    ]);
    expect(await read(ada)).toHaveLength(3);
  });

  it("goes dark the moment an entry is taken back, words and numbers apart", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", { trust: 6, note: "told", shown: "numbers_and_words" });

    await asViewer(ada.viewer, (db) => showEntry(db, ada.viewer, entry, "numbers", day("2026-03-05")));
    expect((await read(ben))[0]?.content).toMatchObject({ trust: 6, note: "" });

    await asViewer(ada.viewer, (db) => showEntry(db, ada.viewer, entry, "only_me", day("2026-03-05")));
    expect(await read(ben)).toEqual([]);
  });

  it("does not give the words back when only the numbers are shown again", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", { trust: 6, note: "told", shown: "numbers_and_words" });
    await asViewer(ada.viewer, (db) => showEntry(db, ada.viewer, entry, "only_me", day("2026-03-05")));
    await asViewer(ada.viewer, (db) => showEntry(db, ada.viewer, entry, "numbers", day("2026-03-05")));
    expect((await read(ben))[0]?.content.note).toBe("");
  });

  it("goes dark the moment the couple unlinks, even for a viewer who was signed in before", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 6, note: "told", shown: "numbers_and_words" });
    expect(await read(ben)).toHaveLength(1);

    await leave(ada.viewer);

    expect(await read(ben)).toEqual([]);
    await ben.again();
    expect(await read(ben)).toEqual([]);
  });

  it("is not opened by claiming another couple's id", async () => {
    const [ada] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 6, note: "told", shown: "numbers_and_words" });
    const stranger = await aPerson("Cleo");
    const claimed = { ...stranger.viewer, coupleId: ada.viewer.coupleId, partnerId: ada.viewer.id };
    const page = await asViewer(claimed, (db) => timelineFor(db, claimed, timelineSearch.parse({})));
    expect(page.days).toEqual([]);
  });

  it("holds nothing that was written alone before linking", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    await ada.checksIn("2026-03-01", { trust: 6, note: "alone", shown: "numbers_and_words" });
    const { link } = await import("@/tests/support/people");
    await link(ada, ben);
    expect(await read(ben)).toEqual([]);
    expect(await read(ada)).toEqual([]);
  });
});
