import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { moveReview } from "@/lib/reviews/schema";
import { sitDownToGuess } from "@/tests/support/deeds";
import { aCouple } from "@/tests/support/people";
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
  takesGuessesAway,
  whereIs,
} from "./voices";

describe("the stop word", () => {
  it("ends a review from wherever its page stands, however fast the other goes on", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ben);
    await moves(ben, review, "on", "on", "on", "i_speak", "said", "not_yet", "not_yet");
    await movesFrom(0, ada, review, "stop");
    expect(await whereIs(ben, review)).toMatchObject({ open: false, stopped: true });
  });

  it("is pressed on whatever page it stands, however often the other went on before", () => {
    for (const turn of ["0", "40000", "2147483647"])
      expect(moveReview.safeParse({ review: randomUUID(), turn, move: "stop" }).success).toBe(true);
  });

  it("wins, or comes after an end, where both press something at once", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await Promise.allSettled([
      ...Array.from({ length: 6 }, () => moves(ben, review, "on")),
      movesFrom(0, ada, review, "stop"),
    ]);
    expect(await whereIs(ben, review)).toMatchObject({ open: false, stopped: true });
  });
});

describe("what each guesses", () => {
  it("is not guessed anew by whoever has read the other's and took their own away", async () => {
    const [ada, ben] = await aCouple();
    const review = await sitDownToGuess(ada, ben);
    await guesses(ben, review, 0);
    await guesses(ada, review, 7);
    expect((await pageOf(ben, review))?.guesses.theirs).toMatchObject({ pain: 7 });
    await takesGuessesAway(ben, review);
    await expect(guesses(ben, review, 7)).rejects.toMatchObject({ reason: "sent_already" });
    for (const person of [ada, ben])
      expect(await pageOf(person, review)).toMatchObject({
        guesses: { theirs: null },
        review: { guessed: true },
      });
  });

  it("is guessed anew as long as nobody has read it", async () => {
    const [ada, ben] = await aCouple();
    const review = await sitDownToGuess(ada, ben);
    await guesses(ada, review, 7);
    await takesGuessesAway(ada, review);
    await guesses(ada, review, 3);
    expect((await whereIs(ben, review))?.guessed).toBe(false);
    await guesses(ben, review, 1);
    expect((await pageOf(ben, review))?.guesses.theirs).toMatchObject({ pain: 3 });
  });

  it("is shown to both where both answer at the same moment", async () => {
    for (let times = 0; times < 5; times += 1) {
      const [ada, ben] = await aCouple();
      const review = await sitDownToGuess(ada, ben);
      await Promise.all([guesses(ada, review, 7), guesses(ben, review, 1)]);
      expect(await whereIs(ben, review)).toMatchObject({ guessed: true });
      expect((await pageOf(ada, review))?.guesses).toMatchObject({ mine: { pain: 7 }, theirs: { pain: 1 } });
    }
  });
});

describe("the earlier reviews", () => {
  it("keep what both agreed on in sight, however many are begun and left", async () => {
    const [ada, ben] = await aCouple();
    const review = await begins(ada);
    await proposes(ada, review, "You said that you would call.");
    await moves(ada, review, "stop");
    await agrees(ben, review, (await noteOf(ben, review))?.proposal?.turn ?? "");
    for (let many = 0; many < 40; many += 1)
      await moves(ben, await begins(ben, randomUUID(), "2026-03-13"), "stop");
    const { past } = await homeOf(ada);
    expect(past.find((one) => one.review.id === review)?.note).toBe("You said that you would call.");
  });
});
