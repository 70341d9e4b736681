import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreeTo, propose } from "@/lib/agreements/commands";
import { agreementOf, agreementsHere } from "@/lib/agreements/queries";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { sayHeard } from "@/lib/feelings/commands";
import { looked } from "@/lib/reminders/commands";
import {
  beginReview,
  chooseToGuess,
  guess,
  moveReview,
  proposeNote,
  sayInReview,
  takeGuessesAway,
} from "@/lib/reviews/commands";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { agreeToWords, proposeWords } from "@/lib/space/commands";
import { chosenWords } from "@/lib/space/queries";
import { showEntry } from "@/lib/visibility/commands";
import {
  amends,
  answers,
  answersQuestion,
  askedForSpace,
  asks,
  asksForSpace,
  choosesWay,
  comesBack,
  corrects,
  deletes,
  letsRest,
  missesDay,
  namesAStruggle,
  notesCare,
  notices,
  opens,
  promises,
  shares,
  takes,
  takesUpAgain,
  writesPart,
} from "@/tests/support/deeds";
import { Notices } from "@/tests/support/notices";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, day, type Person } from "@/tests/support/people";

let heard: Notices;

beforeAll(async () => {
  const servingUrl = process.env.SERVING_DATABASE_URL ?? "";
  heard = await Notices.begin({ ownerUrl: thisDatabase(), servingUrl });
});
afterAll(() => heard.end());

const today = day("2026-03-12");
const here = ({ viewer }: Person) => ({ viewer, today });
const doing = <T>(person: Person, work: (db: ViewerDb) => Promise<T>) => asViewer(person.viewer, work);
const shows = (person: Person, entry: string, shown: "only_me" | "numbers_and_words") =>
  doing(person, (db) => showEntry(db, person.viewer, entry, shown, today));

describe("a notice", () => {
  it("names the couple when something between the two appears or goes, and nothing else", async () => {
    const [ada, ben] = await aCouple();
    const told = async (work: () => Promise<unknown>) =>
      expect(await heard.of(work)).toEqual([ada.viewer.coupleId]);
    let entry = "";
    await told(async () => (entry = await shares(ada, "a word")));
    await told(() => answers(ben, entry, "an answer"));
    await told(() => shows(ada, entry, "only_me"));
    await told(() => shows(ada, entry, "numbers_and_words"));
    await told(() => deletes(ada, entry));
  });

  it("names the couple when one asks for space, takes it back, or is back before the time has passed", async () => {
    const [ada] = await aCouple();
    const told = async (work: () => Promise<unknown>) =>
      expect(await heard.of(work)).toEqual([ada.viewer.coupleId]);
    let entry = "";
    await told(async () => (entry = await asksForSpace(ada)));
    await told(() => shows(ada, entry, "only_me"));
    await told(() => shows(ada, entry, "numbers_and_words"));
    await told(() => comesBack(ada, entry));
    await told(async () => (entry = await asksForSpace(ada)));
    // What runs ends, and the next begins: there is one thing to look at.
    await told(async () => (entry = await asksForSpace(ada)));
    await told(() => deletes(ada, entry));
  });

  it("is never made of space that is taken back, or whose time has passed", async () => {
    const [ada] = await aCouple();
    const [late, taken] = [await askedForSpace(ada), await asksForSpace(ada)];
    await shows(ada, taken, "only_me");
    const past = "update space_requests set over = true where until < now()";
    const quiet: Record<string, () => Promise<unknown>> = {
      "coming back late": () => comesBack(ada, late),
      "coming back late once more": () => comesBack(ada, late),
      "marking what has passed": () => doing(ada, (db) => db.$executeRawUnsafe(past)),
      "coming back from what was taken back": () => comesBack(ada, taken),
      "deleting what was taken back": () => deletes(ada, taken),
    };
    for (const [what, work] of Object.entries(quiet)) expect(await heard.of(work), what).toEqual([]);
  });

  it("is never made of a question, an answer, a struggle, or what somebody noticed, shown or kept", async () => {
    const [ada, ben] = await aCouple();
    const asked = await asks(ben, "Where were you?", "numbers_and_words");
    let entry = "";
    const quiet: Record<string, () => Promise<unknown>> = {
      "a question that is kept": async () => (entry = await asks(ada, "Why?", "only_me")),
      "and asked after all": () => shows(ada, entry, "numbers_and_words"),
      "and deleted": () => deletes(ada, entry),
      "a question that is asked": async () => (entry = await asks(ada, "When?", "numbers_and_words")),
      "and taken back": () => shows(ada, entry, "only_me"),
      "an answer": async () => (entry = await answersQuestion(ada, asked, "At home.")),
      "and taken back, too": () => shows(ada, entry, "only_me"),
      "something noticed and kept": () => notesCare(ada, "soup", "only_me"),
      "something noticed and told": () => notesCare(ada, "soup", "numbers_and_words"),
      "a struggle": async () => (entry = await namesAStruggle(ada, "money", "numbers_and_words")),
      "one's part in it": () => writesPart(ben, entry, "I wait", "numbers_and_words"),
      "that it can rest": () => letsRest(ben, entry),
      "and cannot": () => takesUpAgain(ben, entry),
      "and the struggle taken back": () => shows(ada, entry, "only_me"),
      "half an answer": () =>
        doing(ada, (db) => saveDraft(db, ada.viewer, draftOf.questionAnswer(asked), { note: ["half"] })),
      "a sentence for asking for space": () =>
        doing(ada, (db) => proposeWords(db, ada.viewer, "I am coming back.")),
      "and agreeing to it": () =>
        doing(ben, async (db) => {
          const { proposal } = await chosenWords(db, ben.viewer);
          await agreeToWords(db, ben.viewer, proposal?.turn ?? "");
        }),
      "an agreement": () =>
        doing(ada, (db) =>
          propose(db, ada.viewer, agreementOf(ada.viewer, entry), "No secrets about money."),
        ),
      "and agreeing to that": () =>
        doing(ben, async (db) => {
          const [first] = await agreementsHere(db, ben.viewer);
          await agreeTo(db, ben.viewer, agreementOf(ben.viewer, entry), first?.proposal?.name ?? "");
        }),
      "having looked": () => doing(ben, (db) => looked(db, ben.viewer)),
    };
    for (const [what, work] of Object.entries(quiet)) expect(await heard.of(work), what).toEqual([]);
  });

  it("names the couple at every step of a review, and of what both guessed only once both have", async () => {
    const [ada, ben] = await aCouple();
    for (const { viewer } of [ada, ben]) await asViewer(viewer, (db) => chooseToGuess(db, viewer, "yes"));
    const review = randomUUID();
    const numbers = { pain: 6, closeness: 4, guessed_pain: 3, guessed_closeness: 5 };
    const guesses =
      ({ viewer }: Person) =>
      () =>
        asViewer(viewer, (db) => guess(db, viewer, { review, ...numbers }));
    const takesAway =
      ({ viewer }: Person) =>
      () =>
        asViewer(viewer, (db) => takeGuessesAway(db, viewer, review));
    const moves = (turn: number) => () =>
      asViewer(ben.viewer, (db) => moveReview(db, ben.viewer, { review, turn, move: "on" }));
    const note = () =>
      asViewer(ada.viewer, (db) => proposeNote(db, ada.viewer, { review, note: "We talked." }));
    const told: Record<string, () => Promise<unknown>> = {
      "its beginning": () => asViewer(ada.viewer, (db) => beginReview(db, here(ada), { review })),
      "what is said in it": () =>
        asViewer(ada.viewer, (db) =>
          sayInReview(db, here(ada), { review, entry: randomUUID(), step: "arriving", number: 4, note: "" }),
        ),
      "a step": moves(0),
      "and the next": moves(1),
      "and so on": moves(2),
      "to where both guess": moves(3),
      "a note that is proposed": note,
    };
    for (const [what, work] of Object.entries(told))
      expect(await heard.of(work), what).toContain(ada.viewer.coupleId);
    expect(await heard.of(guesses(ada))).toEqual([]);
    expect(await heard.of(takesAway(ada))).toEqual([]);
    expect(await heard.of(guesses(ada))).toEqual([]);
    expect(await heard.of(guesses(ben))).toEqual([ada.viewer.coupleId]);
    expect(await heard.of(takesAway(ben))).toEqual([ada.viewer.coupleId]);
    expect(await heard.of(takesAway(ada))).toEqual([]);
  });

  it("is never made of what the two promise each other, of how a day went, or of a correction", async () => {
    const [ada, ben] = await aCouple();
    let [commitment, entry] = ["", ""];
    const quiet: Record<string, () => Promise<unknown>> = {
      "an offer": async () => (commitment = await promises(ada, "I call")),
      "an answer to it": () => amends(ben, commitment, "Call at five"),
      "agreeing to it": () => takes(ada, commitment, "accepted"),
      "a missed day, with words": () => missesDay(ada, commitment, "I forgot", "numbers_and_words"),
      "what was noticed of it": async () => (entry = await notices(ben, commitment, "I saw", "only_me")),
      "and shown after all": () => shows(ben, entry, "numbers_and_words"),
      "and taken back": () => shows(ben, entry, "only_me"),
      "an offer that is declined": async () => takes(ben, await promises(ada, "I cook"), "declined"),
      "a correction": async () => (entry = await corrects(ada, "It was Tuesday.")),
      "reading it": () => opens(ben, entry),
      "taking it back": () => shows(ada, entry, "only_me"),
      "deleting it": () => deletes(ada, entry),
      "choosing how corrections arrive": () => choosesWay(ben, { way: "at_time", localTime: "20:00" }),
      "a correction that waits": () => corrects(ada, "It was Wednesday."),
      "the end of what was agreed": () => takes(ada, commitment, "ended"),
    };
    for (const [what, work] of Object.entries(quiet)) expect(await heard.of(work), what).toEqual([]);
  });

  it("is never made of what nobody was shown, nor of a check-in", async () => {
    const [ada, ben] = await aCouple();
    const entry = await shares(ada, "a word");
    const to = await answers(ben, entry, "an answer");
    await shows(ada, entry, "only_me");
    const said = randomUUID();
    const unheard = { understood: "not_yet", accepted: null, cared_for: null, would_help: "time" } as const;
    const quiet: Record<string, () => Promise<unknown>> = {
      "a check-in that is kept": () => ada.checksIn("2026-03-01", { trust: 3 }),
      "a check-in that is shown": () => ada.checksIn("2026-03-02", { trust: 3, shown: "numbers_and_words" }),
      "a draft": () =>
        doing(ada, (db) => saveDraft(db, ada.viewer, draftOf.checkIn(today), { note: ["half"] })),
      "the private question": () => doing(ada, (db) => answerSafetyCheck(db, ada.viewer, "yes")),
      "not having felt heard, kept": () =>
        doing(ada, (db) =>
          sayHeard(db, here(ada), { entry: said, to, before: null, ...unheard, shown: "only_me" }),
        ),
      "and said anew, kept": () =>
        doing(ada, (db) =>
          sayHeard(db, here(ada), { entry: randomUUID(), to, before: said, ...unheard, shown: "only_me" }),
        ),
      "deleting what was taken back": () => deletes(ada, entry),
    };
    for (const [what, work] of Object.entries(quiet)) expect(await heard.of(work), what).toEqual([]);
  });
});
