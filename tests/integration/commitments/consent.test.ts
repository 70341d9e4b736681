import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { aCouple, day } from "@/tests/support/people";
import { allAtOnce, today, tomorrow } from "../voices";
import {
  agreedBetween,
  begins,
  daily,
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

const until = (review: string, from = today) =>
  ({ often: { kind: "daily" }, from: day(from), review: day(review) }) as const;
const once = (by: string, review = "2026-04-10") =>
  ({ ...until(review), often: { kind: "once", by: day(by) } }) as const;

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
      await expect(takes(person, id, "ended")).rejects.toMatchObject({ reason: "not_found" });
    }
    expect(await reads(ben, asked)).toBeNull();
    expect((await reads(ada, asked, today))?.here).toBe(false);
  });
});

describe("days that have passed", () => {
  it("cannot be agreed to any more: the offer can be declined, amended and taken back", async () => {
    const [ada, ben] = await aCouple();
    const [short, letter] = [
      await begins(ben, "mine", { terms: until("2026-03-12") }),
      await begins(ben, "mine", { terms: once("2026-03-12") }),
    ];
    for (const id of [short, letter]) {
      const late = takes(ada, id, "accepted", { on: "2026-03-13" });
      await expect(late).rejects.toMatchObject({ reason: "offer_run_out" });
      expect(await stateOf(ben, id, "2026-03-13")).toBe("offered");
      await offers(ada, id, { terms: until("2026-04-13"), on: "2026-03-13" });
      await takes(ben, id, "accepted", { on: "2026-03-13" });
      expect(await stateOf(ada, id, "2026-03-13")).toBe("active");
    }
  });

  it("are not offered: what is to be done by a day can still be done by then", async () => {
    const [ada, ben] = await aCouple();
    const refused = { reason: "by_passed" };
    for (const terms of [once("2026-03-09"), once("2026-04-11")])
      await expect(begins(ben, "mine", { terms })).rejects.toMatchObject(refused);
    for (const terms of [
      until("2026-03-10"),
      until("2026-09-10", "2026-06-20"),
      until("2026-03-09", "2026-03-01"),
    ])
      await expect(begins(ben, "mine", { terms })).rejects.toMatchObject({ reason: "review_range" });
    const id = await agreedBetween(ben, ada, { terms: once("2026-03-20") });
    await expect(renews(ada, id, "2026-05-01", "2026-03-21")).rejects.toMatchObject(refused);
    await expect(renews(ada, id, "2026-03-15", "2026-03-11")).rejects.toMatchObject(refused);
    await renews(ada, id, "2026-05-01", "2026-03-19");
    expect(await named(ben, id)).toEqual(["proposed", "agreed", "renewal_offered"]);
  });
});

describe("a change that is agreed on for later", () => {
  it("is read as it is until that day, and as it will be from then on", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada, { what: "I call at five." });
    await offers(ben, id, { what: "I call at noon.", terms: until("2026-05-20", "2026-03-20") });
    await takes(ada, id, "accepted");
    const whatOn = async (on: string) => {
      const read = await reads(ada, id, on);
      return [read?.holds.texts.what, read?.agreed?.texts.what];
    };
    expect(await whatOn("2026-03-19")).toEqual(["I call at five.", "I call at noon."]);
    expect(await whatOn("2026-03-20")).toEqual(["I call at noon.", "I call at noon."]);
  });

  it("can be paused up to its own day of review, and is what a renewal goes on from", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada, { what: "I call at five." });
    await offers(ben, id, { what: "I call at noon.", terms: until("2026-05-20", "2026-03-20") });
    await takes(ada, id, "accepted");
    await expect(pauses(ada, id, "2026-05-21")).rejects.toMatchObject({ reason: "return_day" });
    await expect(pauses(ada, id, today)).rejects.toMatchObject({ reason: "return_day" });
    await pauses(ada, id, "2026-05-20");
    await renews(ben, id, "2026-06-10", tomorrow);
    await takes(ada, id, "accepted", { on: tomorrow });
    expect(await named(ben, id)).toEqual([
      "proposed",
      "agreed",
      "change_offered",
      "changed",
      "paused",
      "renewal_offered",
      "renewed",
    ]);
    const { agreement } = (await reads(ben, id, tomorrow))?.standing ?? {};
    expect(agreement?.stretches.map(({ from, to }) => [from, to])).toEqual([
      [today, "2026-03-19"],
      ["2026-03-20", "2026-06-10"],
    ]);
  });
});

describe("what somebody begins or offers", () => {
  it("has an id of its writer's making: beginning with another's tells nothing of that one", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const adas = await begins(ada, "theirs", {}, { entry });
    await takes(ben, adas, "declined");
    for (const of of [entry, adas])
      expect(await reads(ben, await begins(ben, "mine", {}, { entry: of }))).not.toBeNull();
    await putsAway(ada, adas);
    const again = await begins(ben, "mine", { what: "Something else." }, { entry: randomUUID() });
    expect(await reads(ben, again)).not.toBeNull();
    expect(await begins(ada, "mine", {}, { entry })).toBe(adas);
  });

  it("is renewed only where nothing else changes, and shows what is offered where something does", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    await offers(ben, id, { why: "And another reason.", terms: { ...daily, review: day("2026-05-01") } });
    expect((await named(ada, id))?.at(-1)).toBe("change_offered");
  });
});
