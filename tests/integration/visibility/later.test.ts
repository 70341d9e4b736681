import { describe, expect, it, vi } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { showEntry } from "@/lib/visibility/commands";
import { askedAgain, isForLater } from "@/lib/visibility/queries";
import type { Choice } from "@/lib/visibility/rules";
import { aCouple, day, type Person } from "@/tests/support/people";
import { deletes, timelineOf, today } from "../voices";

const HOUR_MS = 60 * 60_000;
const asked = async ({ viewer }: Person) =>
  (await asViewer(viewer, (db) => askedAgain(db, viewer))).map(({ id }) => id);
const chooses = ({ viewer }: Person, entry: string, choice: Choice) =>
  asViewer(viewer, (db) => showEntry(db, viewer, entry, choice, day(today)));
const waits = ({ viewer }: Person, entry: string) => asViewer(viewer, (db) => isForLater(db, viewer, entry));

/** The server's own clock, so many hours on. */
async function hoursLater<T>(hours: number, look: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * HOUR_MS });
  try {
    return await look();
  } finally {
    vi.useRealTimers();
  }
}

describe("what is kept for now", () => {
  it("is asked about after a day and not before, of its author alone, and is shown by nothing but a choice", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 4, note: "not yet", shown: "later" });
    expect(await asked(ada)).toEqual([]);
    expect(await hoursLater(23, () => asked(ada))).toEqual([]);
    expect(await hoursLater(25, () => asked(ada))).toEqual([entry]);
    expect(await hoursLater(25, () => asked(ben))).toEqual([]);
    expect(await timelineOf(ben)).toEqual([]);
    await chooses(ada, entry, "numbers");
    expect(await hoursLater(25, () => asked(ada))).toEqual([]);
    expect(await timelineOf(ben)).toHaveLength(1);
  });

  it("is not asked about any more once it is kept, and again a day later where that is wanted", async () => {
    const [ada] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 4, shown: "later" });
    await hoursLater(25, () => chooses(ada, entry, "later"));
    expect(await hoursLater(26, () => asked(ada))).toEqual([]);
    expect(await hoursLater(50, () => asked(ada))).toEqual([entry]);
    await chooses(ada, entry, "only_me");
    expect(await hoursLater(50, () => asked(ada))).toEqual([]);
    expect(await waits(ada, entry)).toBe(false);
  });

  it("takes back what was shown, at once", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn(today, { trust: 4, shown: "numbers" });
    expect(await timelineOf(ben)).toHaveLength(1);
    await chooses(ada, entry, "later");
    expect(await timelineOf(ben)).toEqual([]);
    expect(await waits(ada, entry)).toBe(true);
  });

  it("is forgotten with its entry, and with the space it was written in", async () => {
    const [ada] = await aCouple();
    const [gone, left] = [
      await ada.checksIn("2026-03-01", { trust: 4, shown: "later" }),
      await ada.checksIn("2026-03-02", { trust: 4, shown: "later" }),
    ];
    await deletes(ada, gone);
    expect(await hoursLater(25, () => asked(ada))).toEqual([left]);
    await leave(ada.viewer);
    await ada.again();
    expect(await hoursLater(25, () => asked(ada))).toEqual([]);
  });
});
