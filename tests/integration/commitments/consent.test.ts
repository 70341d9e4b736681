import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { aCouple } from "@/tests/support/people";
import { allAtOnce, today, tomorrow } from "../voices";
import {
  agreedBetween,
  begins,
  offers,
  offersEnding,
  pauses,
  putsAway,
  reads,
  renews,
  takes,
} from "./voices";

const named = async (...of: Parameters<typeof reads>) => (await reads(...of))?.steps.map(({ name }) => name);
const stateOf = async (...of: Parameters<typeof reads>) => (await reads(...of))?.standing.state;

describe("a commitment", () => {
  it("is proposed by the one who will do it and holds once the other has accepted", async () => {
    const [ada, ben] = await aCouple();
    const id = await begins(ben, "mine", { what: "I call when I am late.", why: "You waited." });
    expect(await stateOf(ada, id)).toBe("offered");
    expect((await reads(ada, id))?.holds.texts).toEqual({
      what: "I call when I am late.",
      why: "You waited.",
    });
    await takes(ada, id, "accepted");
    for (const person of [ada, ben]) {
      expect(await stateOf(person, id)).toBe("active");
      expect(await named(person, id)).toEqual(["proposed", "agreed"]);
    }
  });

  it("is only requested by the other: who will do it amends, and the request is agreed to as amended", async () => {
    const [ada, ben] = await aCouple();
    const id = await begins(ada, "theirs", { what: "Call me at noon." });
    expect((await reads(ben, id))?.mine).toBe(true);
    await expect(takes(ada, id, "accepted")).rejects.toMatchObject({ reason: "own_offer" });
    await offers(ben, id, { what: "I call you at five." });
    await expect(takes(ben, id, "accepted")).rejects.toMatchObject({ reason: "own_offer" });
    await takes(ada, id, "accepted");
    expect((await reads(ben, id))?.holds.texts.what).toBe("I call you at five.");
    expect(await named(ben, id)).toEqual(["requested", "amended", "agreed"]);
  });

  it("that is declined is gone for whoever declined it, and its writer's own to put away", async () => {
    const [ada, ben] = await aCouple();
    const id = await begins(ada, "theirs");
    await takes(ben, id, "declined");
    expect(await reads(ben, id)).toBeNull();
    expect(await stateOf(ada, id)).toBe("declined");
    await offers(ada, id, { what: "Call me when you can." });
    expect(await stateOf(ben, id)).toBe("offered");
    await takes(ben, id, "declined");
    await putsAway(ada, id);
    for (const person of [ada, ben]) expect(await reads(person, id)).toBeNull();
  });

  it("is taken back without a trace until it is answered; an answer that is taken back stands as a no", async () => {
    const [ada, ben] = await aCouple();
    const gone = await begins(ada, "theirs");
    await takes(ada, gone, "withdrawn");
    for (const person of [ada, ben]) expect(await reads(person, gone)).toBeNull();

    const id = await begins(ada, "theirs", { what: "Call me at noon." });
    await offers(ben, id, { what: "I call you at five." });
    await takes(ben, id, "withdrawn");
    expect(await reads(ben, id)).toBeNull();
    const left = await reads(ada, id);
    expect(left?.standing.state).toBe("declined");
    expect(JSON.stringify(left)).not.toContain("at five");
  });

  it("is paused by either, changed by both, renewed by both and ended by the doer at once", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await pauses(ada, id, "2026-03-14");
    expect(await stateOf(ben, id)).toBe("paused");
    await expect(takes(ben, id, "resumed")).rejects.toMatchObject({ reason: "pauser_only" });
    await takes(ada, id, "resumed", { on: tomorrow });
    await renews(ben, id, "2026-06-01", "2026-03-12");
    await takes(ada, id, "accepted", { on: "2026-03-13" });
    await expect(takes(ada, id, "ended")).rejects.toMatchObject({ reason: "doer_only" });
    await takes(ben, id, "ended", { on: "2026-03-14" });
    expect(await named(ada, id)).toEqual([
      "proposed",
      "agreed",
      "paused",
      "resumed",
      "renewal_offered",
      "renewed",
      "ended",
    ]);
    await expect(offers(ada, id)).rejects.toMatchObject({ reason: "commitment_ended" });
  });

  it("is ended together with a closing note, once the other has said so", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await offersEnding(ada, id, "It has become a habit.");
    expect(await stateOf(ben, id)).toBe("active");
    await takes(ben, id, "accepted");
    expect(await stateOf(ada, id)).toBe("ended");
    expect((await reads(ben, id))?.steps.find(({ name }) => name === "ending_offered")?.texts).toEqual({
      closing_note: "It has become a habit.",
    });
  });

  it("takes one of two steps at once, and tells the other what happened", async () => {
    const [ada, ben] = await aCouple();
    const id = await begins(ada, "theirs");
    await expect(
      allAtOnce([
        () => takes(ben, id, "accepted", { turn: 1 }),
        () => offers(ada, id, { what: "Something else." }, 1),
      ]),
    ).resolves.toEqual(["stepped_meanwhile"]);
    expect((await reads(ben, id))?.turn).toBe(2);
    await expect(takes(ada, id, "withdrawn", { turn: 1 })).rejects.toMatchObject({
      reason: "stepped_meanwhile",
      shown: { turn: "2" },
    });
  });

  it("stays both people's, as it stood, when they part", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    const asked = await begins(ada, "theirs", { what: "One more thing." });
    await leave(ben.viewer);
    await ada.again();
    await ben.again();
    for (const person of [ada, ben]) {
      expect((await reads(person, id))?.holds.texts.what).toBe("I tell you when I am late.");
      expect((await reads(person, id))?.here).toBe(false);
      await expect(takes(person, id, "ended")).rejects.toMatchObject({ reason: "taken_back" });
    }
    expect(await reads(ben, asked)).toBeNull();
    expect((await reads(ada, asked, today))?.here).toBe(false);
  });
});
