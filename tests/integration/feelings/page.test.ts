import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { deleteEntry } from "@/lib/entries/commands";
import { aCouple, type Person } from "@/tests/support/people";
import { conversationsOf, replies, shares, shows, tomorrow } from "./voices";

describe("the page of conversations", () => {
  const notes = async (of: Person) => (await conversationsOf(of)).map(({ feeling }) => feeling.texts.note);

  it("begins with the newest, within a day too", async () => {
    const [ada, ben] = await aCouple();
    for (const note of ["1", "2", "3"]) await shares(ada, { note });
    await shares(ada, { note: "the day before" }, "2026-03-09");
    await shares(ada, { note: "the day after" }, tomorrow);
    const newestFirst = ["the day after", "3", "2", "1", "the day before"];
    expect([await notes(ada), await notes(ben)]).toEqual([newestFirst, newestFirst]);
  });

  it("begins with the newest where earlier ones of the day were deleted", async () => {
    const [ada, ben] = await aCouple();
    const gone = [await shares(ada, { note: "1" }), await shares(ada, { note: "2" })];
    await shares(ada, { note: "3" });
    for (const entry of gone) await asViewer(ada.viewer, (db) => deleteEntry(db, ada.viewer, entry));
    await shares(ada, { note: "4" });
    expect(await notes(ben)).toEqual(["4", "3"]);
  });

  it("has the newest on it after more of them in one day than it has room for", async () => {
    const [ada, ben] = await aCouple();
    for (let nth = 1; nth <= 24; nth++) await shares(ada, { note: String(nth) });
    expect(await notes(ben)).toEqual(Array.from({ length: 12 }, (_, at) => String(24 - at)));
  });

  it("stands in the same order however many of the other's are taken back or gone", async () => {
    const [ada, ben] = await aCouple();
    const hidden = [await shares(ada, { note: "1" }), await shares(ada, { note: "2" })];
    for (const entry of hidden) await shows(ada, entry, "only_me");
    await shares(ben, { note: "Ben's first" });
    await shares(ada, { note: "shown" });
    await shares(ben, { note: "Ben's second" });
    const before = await notes(ben);
    for (const entry of hidden) await asViewer(ada.viewer, (db) => deleteEntry(db, ada.viewer, entry));
    expect([before, await notes(ben)]).toEqual([
      ["Ben's second", "Ben's first", "shown"],
      ["Ben's second", "Ben's first", "shown"],
    ]);
  });

  it("holds what both share, each with its own answers", async () => {
    const [ada, ben] = await aCouple();
    const adas = await shares(ada, { note: "Ada's" }, "2026-03-08");
    const bens = await shares(ben, { note: "Ben's" }, "2026-03-09");
    await replies(ben, adas, { note: "to Ada" });
    await replies(ada, bens, { note: "to Ben" });
    for (const reader of [ada, ben])
      expect(
        (await conversationsOf(reader)).map(({ feeling, exchanges }) => [
          feeling.texts.note,
          exchanges.map(({ reply }) => reply.texts.note),
        ]),
      ).toEqual([
        ["Ben's", ["to Ben"]],
        ["Ada's", ["to Ada"]],
      ]);
  });
});
