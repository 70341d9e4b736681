import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { bringToSession } from "@/lib/therapy/commands";
import { couldBeBrought, markedAmong, toBeBrought } from "@/lib/therapy/queries";
import type { BringInput } from "@/lib/therapy/schema";
import { brings, shares } from "@/tests/support/deeds";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { deletes, shows, takesBack, timelineOf, today } from "../voices";

const doesNotBring = ({ viewer }: Person, entry: string, whose: BringInput["whose"]) =>
  asViewer(viewer, (db) => bringToSession(db, viewer, { entry, whose, bring: "no" }));
const broughtBy = ({ viewer }: Person) =>
  asViewer(viewer, async (db) => (await toBeBrought(db, viewer)).map(({ id }) => id));
const found = ({ viewer }: Person, entry: string, whose: BringInput["whose"]) =>
  asViewer(viewer, (db) => couldBeBrought(db, viewer, entry, whose));

describe("a mark for a session", () => {
  it("is of whatever one can read, kept or shown, one's own or the other's, and is taken off again", async () => {
    const [ada, ben] = await aCouple();
    const kept = await ada.checksIn(today, { note: "heavy" });
    const theirs = await shares(ben, "the invoice");
    await brings(ada, kept, "mine");
    await brings(ada, theirs, "theirs");
    await brings(ada, theirs, "theirs");
    expect((await broughtBy(ada)).toSorted()).toEqual([kept, theirs].toSorted());
    const read = await timelineOf(ada);
    expect(await asViewer(ada.viewer, (db) => markedAmong(db, ada.viewer, read))).toEqual(
      new Set([`mine/${kept}`, `theirs/${theirs}`]),
    );
    await doesNotBring(ada, kept, "mine");
    expect(await broughtBy(ada)).toEqual([theirs]);
  });

  it("is nobody else's: the other's own marks and timeline know nothing of it", async () => {
    const [ada, ben] = await aCouple();
    const shown = await shares(ben, "the invoice");
    const before = await timelineOf(ben);
    await brings(ada, shown, "theirs");
    expect(await broughtBy(ben)).toEqual([]);
    expect(await timelineOf(ben)).toEqual(before);
    expect(await asViewer(ben.viewer, (db) => markedAmong(db, ben.viewer, before))).toEqual(new Set());
    await asViewer(ben.viewer, (db) => db.therapyMark.deleteMany());
    expect(await broughtBy(ada)).toEqual([shown]);
  });

  it("leads nowhere while its entry is hidden, is back with it, and is the same answer as one never written", async () => {
    const [ada, ben] = await aCouple();
    const shown = await shares(ben, "the invoice");
    await brings(ada, shown, "theirs");
    await takesBack(ben, shown);
    expect(await broughtBy(ada)).toEqual([]);
    for (const entry of [shown, randomUUID()]) {
      await expect(brings(ada, entry, "theirs")).rejects.toMatchObject({ reason: "taken_back" });
      await expect(brings(ada, entry, "mine")).rejects.toMatchObject({ reason: "taken_back" });
      expect(await found(ada, entry, "theirs")).toBeNull();
      expect(await found(ada, entry, "mine")).toBeNull();
    }
    await shows(ben, shown, "numbers_and_words");
    expect(await broughtBy(ada)).toEqual([shown]);
    await deletes(ben, shown);
    expect(await broughtBy(ada)).toEqual([]);
  });

  it("stays behind with the space it was made in", async () => {
    const [ada, ben] = await aCouple();
    const own = await shares(ada, "the invoice");
    await brings(ada, own, "mine");
    await leave(ben.viewer);
    await ada.again();
    expect(await broughtBy(ada)).toEqual([]);
    expect(await found(ada, own, "mine")).toBeNull();
    await expect(brings(ada, own, "mine")).rejects.toMatchObject({ reason: "taken_back" });
  });

  it("is made by somebody alone of what is theirs, and of nobody's there", async () => {
    const ada = await aPerson("Ada");
    const kept = await ada.checksIn(today, { note: "heavy" });
    await brings(ada, kept, "mine");
    expect(await broughtBy(ada)).toEqual([kept]);
    await expect(brings(ada, kept, "theirs")).rejects.toMatchObject({ reason: "taken_back" });
  });
});
