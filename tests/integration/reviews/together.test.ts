import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { wordsToBeginWith } from "@/lib/commitments/queries";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/reviews/commands";
import { reviewToday } from "@/lib/reviews/queries";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { allAtOnce, ownOf, takesBack, timelineOf } from "@/tests/integration/voices";
import { agreedBetween, missesDay, notesCare, saysInReview, sitDownToGuess } from "@/tests/support/deeds";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";
import {
  agrees,
  begins,
  guesses,
  homeOf,
  moves,
  movesFrom,
  noteOf,
  pageOf,
  proposes,
  TODAY,
  whereIs,
} from "./voices";

describe("a review", () => {
  it("is one for both, whoever begins, and however often its form is sent", async () => {
    const [ada, ben] = await aCouple();
    const ids = await Promise.all([begins(ada), begins(ben), begins(ada), begins(ben)]);
    expect(new Set(ids).size).toBe(1);
    const [review = ""] = ids;
    expect((await homeOf(ben)).running?.id).toBe(review);
    expect(await whereIs(ada, review)).toMatchObject({ step: "arriving", open: true, turn: 0 });
  });

  it("needs somebody to sit down with", async () => {
    await expect(begins(await aPerson("Ada"))).rejects.toMatchObject({ reason: "not_in_a_couple" });
  });

  it("takes one step where two windows take one at once, and says so to the other", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    const refused = await allAtOnce(
      [ada, ben, ada, ben].map((person) => () => movesFrom(0, person, review, "on")),
    );
    expect(refused).toEqual(["review_moved", "review_moved", "review_moved"]);
    expect(await whereIs(ada, review)).toMatchObject({ step: "appreciation", turn: 1 });
  });

  it("waits where it was left, and goes on the next day", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await moves(ben, review, "on", "on");
    await ada.again();
    expect(await begins(ada)).toBe(review);
    expect(await whereIs(ada, review)).toMatchObject({ step: "promises" });
  });

  it("tells both whose turn it is to speak, and since when", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await moves(ada, review, "on", "on", "on", "you_speak");
    expect([(await whereIs(ada, review))?.speaker, (await whereIs(ben, review))?.speaker]).toEqual([
      "other",
      "me",
    ]);
    const since = new Date((await whereIs(ben, review))?.since ?? 0).getTime();
    expect(Math.abs(Date.now() - since)).toBeLessThan(60_000);
    await moves(ben, review, "said");
    expect(await whereIs(ada, review)).toMatchObject({ saysBack: 1, since: null });
    await moves(ben, review, "not_yet", "heard");
    expect(await whereIs(ada, review)).toMatchObject({ speaker: "me", saysBack: 0, spoken: 1 });
  });

  it("ends at the stop word, at any step and for both, and says no word of who said it", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await moves(ada, review, "on");
    await saysInReview(ada, review, "You made tea.");
    await moves(ben, review, "stop");
    const [seen, other] = [await pageOf(ada, review), await pageOf(ben, review)];
    expect(seen?.review).toMatchObject({ open: false, stopped: true });
    expect(seen?.review).toEqual(other?.review);
    expect(seen?.parts.map(({ texts }) => texts.note)).toEqual(["You made tea."]);
    await expect(moves(ada, review, "on")).rejects.toMatchObject({ reason: "review_over" });
    await expect(saysInReview(ada, review, "And then")).rejects.toMatchObject({ reason: "review_over" });
    // Another can begin.
    expect(await begins(ben)).not.toBe(review);
  });

  it("is nobody else's, and nobody's any more to go on with when the space has ended", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    const cleo = await aPerson("Cleo");
    expect(await pageOf(cleo, review)).toBeNull();
    await expect(movesFrom(0, cleo, review, "on")).rejects.toMatchObject({ reason: "not_found" });
    await leave(ben.viewer);
    await expect(movesFrom(0, ada, review, "on")).rejects.toMatchObject({ reason: "review_moved" });
    await ada.again();
    expect(await pageOf(ada, review)).toBeNull();
  });
});

describe("what is said in a review", () => {
  it("is read by both at once, once for each step, and stands on the timeline as its author's own", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await saysInReview(ada, review, "first");
    const entry = await saysInReview(ada, review, "second");
    await saysInReview(ben, review, "and mine");
    expect((await pageOf(ben, review))?.parts.map(({ mine, texts }) => [mine, texts.note])).toEqual([
      [true, "and mine"],
      [false, "second"],
    ]);
    const kinds = (await timelineOf(ben)).map(({ kind }) => kind);
    expect(kinds).toEqual(["review_part", "review_part"]);
    await takesBack(ada, entry);
    expect((await pageOf(ben, review))?.parts.map(({ mine }) => mine)).toEqual([true]);
    expect(await ownOf(ada)).toHaveLength(1);
  });

  it("is one however often its form is sent, and a form that says something else is told apart", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    const entry = randomUUID();
    const comesIn = (number: number, note = "") =>
      asViewer(ada.viewer, (db) =>
        command.sayInReview(db, ada.at(TODAY), { review, entry, step: "arriving", number, note }),
      );
    await comesIn(4);
    await comesIn(4);
    await expect(comesIn(5)).rejects.toMatchObject({ reason: "sent_already" });
    await expect(comesIn(4, "tired")).rejects.toMatchObject({ reason: "sent_already" });
    expect((await pageOf(ben, review))?.parts).toMatchObject([{ mine: false, number: 4 }]);
  });

  it("gives a request its author's words for a commitment to begin with, and nothing else of a review", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    const asked = await saysInReview(ada, review, "Call me on Wednesday.", "request");
    const closed = await saysInReview(ada, review, "Lighter.");
    const begunFrom = ({ viewer }: Person, whose: "mine" | "theirs", entry: string) =>
      asViewer(viewer, (db) => wordsToBeginWith(db, viewer, whose, entry));
    expect(await begunFrom(ada, "theirs", asked)).toBe("Call me on Wednesday.");
    expect(await begunFrom(ada, "mine", asked)).toBeNull();
    expect(await begunFrom(ada, "theirs", closed)).toBeNull();
    expect(await begunFrom(ben, "theirs", asked)).toBeNull();
  });

  it("has beside it what became of commitments in seven days, and what was noticed and shown", async () => {
    const [ada, ben] = await aCouple();
    const commitment = await agreedBetween(ben, ada, "I call at noon");
    await missesDay(ben, commitment, "", "only_me");
    await notesCare(ben, "soup", "numbers_and_words");
    await notesCare(ada, "kept to herself", "only_me");
    const review = await begins(ada);
    await moves(ada, review, "on");
    expect((await pageOf(ada, review))?.kindnesses.map(({ texts }) => texts.note)).toEqual(["soup"]);
    await moves(ada, review, "on");
    const [promise] = (await pageOf(ada, review))?.promises ?? [];
    expect(promise).toMatchObject({ mine: false, what: "I call at noon", noticed: 0 });
    expect(promise?.numbers).toMatchObject({ missed: 1, kept: 0 });
  });
});

describe("guessing each other", () => {
  it("is asked only where both chose to before, which neither learns of the other", async () => {
    const [ada, ben] = await aCouple();
    await asViewer(ada.viewer, (db) => command.chooseToGuess(db, ada.viewer, "yes"));
    expect((await homeOf(ben)).wantsToGuess).toBe(false);
    const review = await begins(ada);
    expect((await whereIs(ada, review))?.withGap).toBe(false);
    await moves(ada, review, "on", "on", "on", "on");
    expect((await whereIs(ada, review))?.step).toBe("request");
    await expect(guesses(ada, review, 5)).rejects.toMatchObject({ reason: "review_moved" });
  });

  it("shows both both, together, and nothing before", async () => {
    const [ada, ben] = await aCouple();
    const review = await sitDownToGuess(ada, ben);
    await guesses(ada, review, 7);
    expect((await pageOf(ben, review))?.guesses).toEqual({ mine: null, theirs: null });
    expect((await pageOf(ada, review))?.guesses.theirs).toBeNull();
    await guesses(ben, review, 1);
    expect((await pageOf(ben, review))?.guesses).toMatchObject({ mine: { pain: 1 }, theirs: { pain: 7 } });
    expect((await pageOf(ada, review))?.guesses).toMatchObject({ mine: { pain: 7 }, theirs: { pain: 1 } });
  });

  it("is done once, however often its form is sent, and never changed after the other's was read", async () => {
    const [ada, ben] = await aCouple();
    const review = await sitDownToGuess(ada, ben);
    await guesses(ada, review, 7);
    await guesses(ada, review, 7);
    await expect(guesses(ada, review, 2)).rejects.toMatchObject({ reason: "sent_already" });
    await moves(ben, review, "on");
    await expect(guesses(ben, review, 2)).rejects.toMatchObject({ reason: "review_moved" });
  });

  it("goes dark for both when one takes theirs away", async () => {
    const [ada, ben] = await aCouple();
    const review = await sitDownToGuess(ada, ben);
    await guesses(ada, review, 7);
    await guesses(ben, review, 1);
    await asViewer(ada.viewer, (db) => command.takeGuessesAway(db, ada.viewer, review));
    expect((await pageOf(ada, review))?.guesses).toEqual({ mine: null, theirs: null });
    expect((await pageOf(ben, review))?.guesses).toMatchObject({ mine: { pain: 1 }, theirs: null });
  });
});

describe("the note of both", () => {
  it("is kept once both agreed to the same words, which nobody changes after that", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await proposes(ada, review, "We talked about the invoice.");
    const read = (await noteOf(ben, review))?.proposal?.turn ?? "";
    await expect(agrees(ada, review, read)).rejects.toMatchObject({ reason: "proposal_gone" });
    await proposes(ada, review, "We talked about the letter.");
    await expect(agrees(ben, review, read)).rejects.toMatchObject({ reason: "proposal_gone" });
    await agrees(ben, review, (await noteOf(ben, review))?.proposal?.turn ?? "");
    for (const person of [ada, ben])
      expect(await noteOf(person, review)).toEqual({ agreed: "We talked about the letter.", proposal: null });
    const past = asViewer(
      ada.viewer,
      (db) => db.$executeRaw`update agreed_words set agreed = false where about_id = ${review}::uuid`,
    );
    expect(await past).toBe(0);
  });

  it("can be agreed on after the review is over, and is of that review alone", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await moves(ada, review, "stop");
    await proposes(ben, review, "Enough for today.");
    await agrees(ada, review, (await noteOf(ada, review))?.proposal?.turn ?? "");
    expect((await homeOf(ben)).past.map(({ note }) => note)).toEqual(["Enough for today."]);
    const next = await begins(ben);
    expect(await noteOf(ben, next)).toEqual({ agreed: null, proposal: null });
    await expect(proposes(ada, randomUUID(), "of nothing")).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("the time to sit down", () => {
  it("is told on its day to both, and not to whoever is not to be asked into anything together", async () => {
    const [ada, ben] = await aCouple();
    const now = Temporal.Now.zonedDateTimeISO("Europe/Berlin");
    const today = day(now.toPlainDate().toString());
    const soon = now.add({ minutes: 30 });
    const told = ({ viewer }: Person) => asViewer(viewer, (db) => reviewToday(db, viewer, today));
    const time = { weekday: soon.dayOfWeek, at: soon.toPlainTime().toString({ smallestUnit: "minute" }) };
    await asViewer(ada.viewer, (db) => command.proposeTime(db, ada.viewer, time));
    expect(await told(ben)).toBeNull();
    const { proposal } = (await homeOf(ben)).time;
    await asViewer(ben.viewer, (db) => command.agreeToTime(db, ben.viewer, proposal?.turn ?? ""));
    const isToday = soon.toPlainDate().equals(now.toPlainDate());
    for (const person of [ada, ben])
      expect(await told(person)).toEqual(isToday ? { meetsAt: expect.any(String) } : null);
    const review = await begins(ada);
    expect(await told(ben)).toEqual({ running: review });
    await asViewer(ben.viewer, (db) => answerSafetyCheck(db, ben.viewer, "yes"));
    expect([await told(ben), await told(ada)]).toEqual([null, { running: review }]);
  });

  it("is proposed by one and agreed on by the other, and told in the zone of whoever proposed it", async () => {
    const [ada, ben] = await aCouple();
    await asViewer(ada.viewer, (db) => command.proposeTime(db, ada.viewer, { weekday: 7, at: "19:00" }));
    const { proposal } = (await homeOf(ben)).time;
    expect(proposal).toMatchObject({
      mine: false,
      time: { weekday: 7, at: "19:00", timeZone: "Europe/Berlin" },
    });
    await asViewer(ben.viewer, (db) => command.agreeToTime(db, ben.viewer, proposal?.turn ?? ""));
    for (const person of [ada, ben])
      expect((await homeOf(person)).time).toMatchObject({ agreed: { weekday: 7 }, proposal: null });
  });
});
