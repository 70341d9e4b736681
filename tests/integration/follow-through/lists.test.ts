import { describe, expect, it } from "vitest";
import type { Terms } from "@/lib/commitments/rules";
import { aCouple, day } from "@/tests/support/people";
import { agreedBetween, begins, offers, takes } from "../commitments/voices";
import { today } from "../voices";
import { dayOf, listsOf, numbersListed, numbersRead, pageOf, says } from "./voices";

const none = { waiting: [], review: [], mine: [], theirs: [], ended: [] };
const terms = (review: string, from = today): Terms => ({
  often: { kind: "daily" },
  from: day(from),
  review: day(review),
});

describe("the commitments of two people", () => {
  it("are in one list each: what waits, what is up for review, one's own, the other's, what has ended", async () => {
    const [ada, ben] = await aCouple();
    const [asked, held] = [await begins(ada, "theirs"), await agreedBetween(ben, ada)];
    const [soon, over] = [
      await agreedBetween(ben, ada, { terms: terms("2026-03-17") }),
      await agreedBetween(ben, ada),
    ];
    await takes(ben, over, "ended");
    const both = { ...none, waiting: [asked], review: [soon], ended: [over] };
    expect(await listsOf(ben)).toEqual({ ...both, mine: [held] });
    expect(await listsOf(ada)).toEqual({ ...both, theirs: [held] });
    expect([(await dayOf(ben)).waits, (await dayOf(ada)).waits]).toEqual([true, false]);
  });

  it("are not up for review any more once going on from there is agreed", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada, { terms: terms("2026-03-17") });
    expect((await listsOf(ada)).review).toEqual([id]);
    await offers(ben, id, { terms: terms("2026-05-17", "2026-03-18") });
    expect((await listsOf(ada)).waiting).toEqual([id]);
    await takes(ada, id, "accepted");
    expect(await listsOf(ada)).toEqual({ ...none, theirs: [id] });
  });

  it("have the same numbers in a list and on their page, also of what was done long before it was due", async () => {
    const [ada, ben] = await aCouple();
    const once = { ...terms("2026-06-01"), often: { kind: "once", by: day("2026-05-10") } } as const;
    const id = await agreedBetween(ben, ada, { terms: once });
    await says(ben, { [id]: "kept" }, { of: "2026-03-12" });
    await offers(ben, id, {
      what: "And every day.",
      terms: terms("2026-07-01", "2026-05-11"),
      on: "2026-05-09",
    });
    await takes(ada, id, "accepted", { on: "2026-05-09" });
    expect(await numbersRead(ada, id, "2026-05-13")).toMatchObject({ kept: 0, notLogged: 2, due: 2 });
    expect(await numbersListed(ada, id, "2026-05-13")).toEqual(await numbersRead(ada, id, "2026-05-13"));
  });

  it("show a picture of the days for both alike, which only the doer can say something of", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await says(ben, { [id]: "missed" });
    const [adas, bens] = [await pageOf(ada, id, "2026-03-12"), await pageOf(ben, id, "2026-03-12")];
    expect(adas?.picture).toEqual(bens?.picture);
    const shown = adas?.picture.flat().filter(({ shows }) => shows !== "none");
    expect(shown?.map(({ day: on, shows }) => [on, shows])).toEqual([
      [today, "missed"],
      ["2026-03-11", "not_logged"],
      ["2026-03-12", "open"],
    ]);
  });
});
