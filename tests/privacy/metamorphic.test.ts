import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreeTo, propose } from "@/lib/agreements/commands";
import { agreementOf, agreementsHere } from "@/lib/agreements/queries";
import { leave } from "@/lib/couples/commands";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { looked, setReminder } from "@/lib/reminders/commands";
import { agreeToWords, proposeWords } from "@/lib/space/commands";
import { chosenWords } from "@/lib/space/queries";
import { aCoupleWithAPast, wantsToBeTold } from "@/tests/support/couple-with-a-past";
import {
  acknowledges,
  agreedBetween,
  answers,
  answersQuestion,
  asks,
  asksForSpace,
  comesBack,
  corrects,
  deletes,
  missesDay,
  notesCare,
  notices,
  opens,
  promises,
  shares,
  takes,
  withdraws,
} from "@/tests/support/deeds";
import { everythingSeenBy } from "@/tests/support/everything-seen";
import { aText, doing, hiddenDeed, onADay } from "@/tests/support/hidden-deeds";
import { aCouple, aPerson, link, type Person } from "@/tests/support/people";

describe("what someone keeps to themselves", () => {
  it("changes nothing their partner sees: written, changed or deleted, it is as if it had never been", async () => {
    const { ada, ben, said } = await aCoupleWithAPast();
    const before = await everythingSeenBy(ben);

    const hidden = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(hiddenDeed, { minLength: 1, maxLength: 6 }), async (deeds) => {
        for (const deed of deeds) await doing(ada, deed, hidden, said);
        expect(await everythingSeenBy(ben)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  type Bens = { readonly question: string; readonly promised: string; readonly theirs: string };
  const shown: Record<string, (ada: Person, bens: Bens) => Promise<string>> = {
    "a check-in": (ada) =>
      ada.checksIn("2026-03-04", { trust: 4, note: "for a moment", shown: "numbers_and_words" }),
    "a feeling": (ada) => shares(ada, "for a moment"),
    "a question": (ada) => asks(ada, "for a moment", "numbers_and_words"),
    "an answer": (ada, { question }) => answersQuestion(ada, question, "for a moment"),
    "something noticed": (ada) => notesCare(ada, "for a moment", "numbers_and_words"),
    "asking for space": (ada) => asksForSpace(ada),
    "a note on a day": (ada, { promised }) =>
      missesDay(ada, promised, "for a moment", "numbers_and_words", 1),
    "what was noticed of a day": (ada, { theirs }) =>
      notices(ada, theirs, "for a moment", "numbers_and_words"),
    "a correction": (ada) => corrects(ada, "for a moment"),
    "an acknowledgement": (ada) => acknowledges(ada, "for a moment"),
  };
  it.each(Object.keys(shown))(
    "is the same to a partner whether %s was never shown or was shown and taken back",
    async (what) => {
      const [ada, ben] = await aCouple();
      await wantsToBeTold(ben);
      await ada.checksIn("2026-03-01", { trust: 4, note: "for you", shown: "numbers_and_words" });
      const question = await asks(ben, "Where were you?", "numbers_and_words");
      const promised = await agreedBetween(ada, ben, "I call");
      const theirs = await agreedBetween(ben, ada, "I call too");
      await missesDay(ada, promised, "", "only_me");
      await missesDay(ben, theirs, "", "only_me");
      const before = await everythingSeenBy(ben);
      const entry = await shown[what]?.(ada, { question, promised, theirs });
      expect(await everythingSeenBy(ben)).not.toEqual(before);
      await withdraws(ada, entry ?? "");
      expect(await everythingSeenBy(ben)).toEqual(before);
    },
  );

  it("tells of space that was asked for anew and taken back no more than that its author is back", async () => {
    const [ada, ben] = await aCouple();
    const first = await asksForSpace(ada);
    const running = await everythingSeenBy(ben);
    await withdraws(ada, await asksForSpace(ada));
    const taken = await everythingSeenBy(ben);
    expect(taken).not.toEqual(running);
    await comesBack(ada, first);
    expect(await everythingSeenBy(ben)).toEqual(taken);
  });

  it("leaves whoever answered it their own answer and nothing else, once it is withdrawn", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, "for a moment");
    const question = await asks(ada, "for a moment too", "numbers_and_words");
    await answers(ben, feeling, "I read it");
    await answersQuestion(ben, question, "I answered it");
    for (const entry of [feeling, question]) await withdraws(ada, entry);
    const seen = JSON.stringify(await everythingSeenBy(ben));
    expect(seen).toContain("I read it");
    expect(seen).toContain("I answered it");
    expect(seen).not.toContain("for a moment");
  });
});

describe("what is new to someone", () => {
  it("is theirs to know: whoever wrote it sees the same whether it was looked at, or asked to be told", async () => {
    const [ada, ben] = await aCouple();
    const news = () => asViewer(ben.viewer, (db) => db.news.count());
    await asks(ada, "Where were you?", "numbers_and_words");
    const before = await everythingSeenBy(ada);

    await wantsToBeTold(ben);
    expect(await everythingSeenBy(ada)).toEqual(before);
    const told = await shares(ada, "for you");
    const written = await everythingSeenBy(ada);
    expect(await news()).toBe(1);
    const steps: Record<string, () => Promise<unknown>> = {
      "a mail was sent": () =>
        asSystem([ben.viewer.id], (db) =>
          db.reminder.updateMany({ where: { accountId: ben.viewer.id }, data: { told: true } }),
        ),
      "the other looked": () => asViewer(ben.viewer, (db) => looked(db, ben.viewer)),
      "the other wants no mail any more": () =>
        asViewer(ben.viewer, (db) => setReminder(db, ben.viewer, "when_new", null)),
    };
    for (const [what, step] of Object.entries(steps)) {
      await step();
      expect(await everythingSeenBy(ada), what).toEqual(written);
    }
    expect(await news()).toBe(0);
    await deletes(ada, told);
    expect(await everythingSeenBy(ada)).toEqual(before);
  });
});

describe("a couple that ended", () => {
  it("leaves each to the other as a stranger is, whatever is written before or after", async () => {
    const [ada, ben] = await aCouple();
    await wantsToBeTold(ben);
    await ada.checksIn("2026-03-01", { trust: 4, note: "for you", shown: "numbers_and_words" });
    const told = [await shares(ada, "for you"), await asks(ada, "for you", "numbers_and_words")];
    await asksForSpace(ada);
    const corrected = await corrects(ada, "It was Tuesday.");
    await opens(ben, corrected);
    await promises(ada, "I call");
    await takes(ben, await promises(ada, "Call me", "theirs"), "declined");
    await asViewer(ada.viewer, (db) => proposeWords(db, ada.viewer, "I am coming back."));
    await asViewer(ben.viewer, async (db) => {
      const { proposal } = await chosenWords(db, ben.viewer);
      await agreeToWords(db, ben.viewer, proposal?.turn ?? "");
    });
    const agreement = agreementOf(ada.viewer, randomUUID());
    await asViewer(ada.viewer, (db) => propose(db, ada.viewer, agreement, "No secrets about money."));
    await asViewer(ben.viewer, async (db) => {
      const [first] = await agreementsHere(db, ben.viewer);
      await agreeTo(db, ben.viewer, agreement, first?.proposal?.name ?? "");
    });
    await leave(ada.viewer);
    await ada.again();
    await ben.again();
    const stranger = await aPerson("Stranger");

    const [exSees, strangerSees] = [await everythingSeenBy(ben), await everythingSeenBy(stranger)];
    expect(exSees).toEqual(strangerSees);

    for (const entry of [told[0] ?? "", corrected]) await deletes(ada, entry);
    expect(await everythingSeenBy(ben)).toEqual(exSees);
    const left = () => asSystem([ben.viewer.id], (db) => db.news.groupBy({ by: "coupleId" }));
    expect(await left()).not.toEqual([]);
    await asViewer(ben.viewer, (db) => looked(db, ben.viewer));
    expect(await left()).toEqual([]);
    await fc.assert(
      fc.asyncProperty(onADay, aText, async (on, note) => {
        await ada.checksIn(on, { note, shown: "numbers_and_words" }).catch(() => {});
        expect(await everythingSeenBy(ben)).toEqual(exSees);
      }),
      { numRuns: 8 },
    );
  });

  it("opens nothing of the old space when the same two come back to each other", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "back then", shown: "numbers_and_words" });
    await shares(ada, "back then");
    await asks(ada, "back then", "numbers_and_words");
    await leave(ben.viewer);
    await ada.again();
    await ben.again();
    await link(ben, ada);
    expect(JSON.stringify(await everythingSeenBy(ben))).not.toContain("back then");
    expect(await asViewer(ben.viewer, (db) => db.entry.count())).toBe(0);
  });
});
