import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import {
  agreedBetween,
  amends,
  choosesWay,
  corrects,
  deletes,
  missesDay,
  notices,
  opens,
  promises,
  putsAway,
  takes,
  withdraws,
} from "@/tests/support/deeds";
import { everythingSeenBy } from "@/tests/support/everything-seen";
import { inTwelveHours } from "@/tests/support/matrix-correcting";
import { aCouple, type Person } from "@/tests/support/people";

describe("what came to nothing", () => {
  it("is the same to the other whether it was never offered, or was offered and taken back", async () => {
    const [ada, ben] = await aCouple();
    const before = await everythingSeenBy(ben);
    for (const whose of ["mine", "theirs"] as const) {
      const commitment = await promises(ada, "for a moment", whose);
      expect(await everythingSeenBy(ben)).not.toEqual(before);
      await takes(ada, commitment, "withdrawn");
      expect(await everythingSeenBy(ben)).toEqual(before);
    }
  });

  it("is the same to whoever declined it, whether it is kept or put away", async () => {
    const [ada, ben] = await aCouple();
    const before = await everythingSeenBy(ben);
    const [one, other] = [await promises(ada, "I call"), await promises(ada, "Call me", "theirs")];
    for (const commitment of [one, other]) await takes(ben, commitment, "declined");
    expect(await everythingSeenBy(ben)).toEqual(before);
    await putsAway(ada, one);
    expect(await everythingSeenBy(ben)).toEqual(before);
  });

  it("does not come back with what is agreed later: an answer that was taken back stays its author's", async () => {
    const [ada, ben] = await aCouple();
    const commitment = await promises(ada, "Call me at noon", "theirs");
    await amends(ben, commitment, "for a moment");
    expect(JSON.stringify(await everythingSeenBy(ada))).toContain("for a moment");
    await takes(ben, commitment, "withdrawn");
    await amends(ada, commitment, "Call me at five");
    for (const step of [null, "accepted"] as const) {
      if (step) await takes(ben, commitment, step);
      const seen = JSON.stringify(await everythingSeenBy(ada));
      expect(seen).toContain("Call me at five");
      expect(seen).not.toContain("for a moment");
    }
  });
});

/** Past the app, which refuses it where it is meant for the therapist's room. */
const widens = ({ viewer }: Person, id: string) =>
  asViewer(viewer, (db) => db.entry.updateMany({ where: { id }, data: { audience: "partner" } }));

describe("a correction", () => {
  it("is the same to its author whether it was opened, and whenever its reader wants the next one", async () => {
    const [ada, ben] = await aCouple();
    const entry = await corrects(ada, "It was Tuesday.");
    await choosesWay(ben, { way: "at_time", localTime: "20:00" });
    const before = await everythingSeenBy(ada);
    await opens(ben, entry);
    expect(await everythingSeenBy(ada)).toEqual(before);
    await choosesWay(ben, { way: "at_time", localTime: "07:30" });
    expect(await everythingSeenBy(ada)).toEqual(before);
  });

  it("is the same to its reader whether it was withdrawn or deleted after they had opened it", async () => {
    const [ada, ben] = await aCouple();
    const before = await everythingSeenBy(ben);
    const entry = await corrects(ada, "It was Tuesday.");
    await opens(ben, entry);
    await withdraws(ada, entry);
    expect(await everythingSeenBy(ben)).toEqual(before);
    await deletes(ada, entry);
    expect(await everythingSeenBy(ben)).toEqual(before);
  });

  it("that waits is the same to its reader whether it is there, is withdrawn, or is deleted", async () => {
    const [ada, ben] = await aCouple();
    for (const way of [
      { way: "at_time", localTime: inTwelveHours() },
      { way: "with_therapist", localTime: null },
    ] as const) {
      await choosesWay(ben, way);
      const before = await everythingSeenBy(ben);
      const entry = await corrects(ada, "It was Tuesday.");
      expect(await everythingSeenBy(ben)).toEqual(before);
      await widens(ada, entry);
      expect(await everythingSeenBy(ben)).toEqual(before);
      await withdraws(ada, entry);
      await deletes(ada, entry);
      expect(await everythingSeenBy(ben)).toEqual(before);
    }
  });
});

describe("what was agreed, when a couple ends", () => {
  it("stays both people's, as it stood, and nothing that either keeps beside it does", async () => {
    const [ada, ben] = await aCouple();
    const [agreed, asked] = [
      await agreedBetween(ada, ben, "I call"),
      await promises(ada, "Call me", "theirs"),
    ];
    await amends(ben, asked, "I call at five");
    const notes = [
      await missesDay(ada, agreed, "a note for you", "numbers_and_words"),
      await notices(ben, agreed, "what I noticed", "numbers_and_words"),
    ];
    await leave(ben.viewer);
    await ada.again();
    await ben.again();
    const seen = JSON.stringify(await everythingSeenBy(ben));
    for (const kept of ["I call", "missed", "I call at five"]) expect(seen).toContain(kept);
    for (const gone of ["a note for you", "Call me"]) expect(seen).not.toContain(gone);
    expect(JSON.stringify(await everythingSeenBy(ada))).not.toContain("what I noticed");
    await deletes(ada, notes[0] ?? "");
    expect(JSON.stringify(await everythingSeenBy(ben))).toBe(seen);
  });
});
