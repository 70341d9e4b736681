import { describe, expect, it } from "vitest";
import { aCouple, type Person } from "@/tests/support/people";
import { deletes, takesBack, tomorrow } from "../voices";
import { feelingsOf, replies, shares } from "./voices";

const notes = async (of: Person) => (await feelingsOf(of)).map(({ texts }) => texts.note);

describe("the page of feelings", () => {
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
    for (const entry of gone) await deletes(ada, entry);
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
    for (const entry of hidden) await takesBack(ada, entry);
    await shares(ben, { note: "Ben's first" });
    await shares(ada, { note: "shown" });
    await shares(ben, { note: "Ben's second" });
    const before = await notes(ben);
    for (const entry of hidden) await deletes(ada, entry);
    expect(before).toEqual(["Ben's second", "Ben's first", "shown"]);
    expect(await notes(ben)).toEqual(before);
  });

  it("holds what both share and no answers: those are read where they were said", async () => {
    const [ada, ben] = await aCouple();
    const adas = await shares(ada, { note: "Ada's" }, "2026-03-08");
    const bens = await shares(ben, { note: "Ben's" }, "2026-03-09");
    await replies(ben, adas, { note: "to Ada" });
    await replies(ada, bens, { note: "to Ben" });
    for (const reader of [ada, ben]) {
      expect(await notes(reader)).toEqual(["Ben's", "Ada's"]);
      expect(JSON.stringify(await feelingsOf(reader))).not.toMatch(/to Ada|to Ben/);
    }
  });
});
