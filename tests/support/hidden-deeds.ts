import fc from "fast-check";
import { asViewer } from "@/lib/db/viewer";
import { stay } from "@/lib/departures/commands";
import { saveDraft } from "@/lib/drafts/commands";
import { draftFor } from "@/lib/drafts/queries";
import { nameOf } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { keepFile } from "@/lib/imports/commands";
import { chooseToGuess } from "@/lib/reviews/commands";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { showEntry, startWith } from "@/lib/visibility/commands";
import { aCopyOf } from "@/tests/support/a-copy";
import { bytesOf, takesIn } from "@/tests/support/copies";
import {
  acknowledges,
  answers,
  answersQuestion,
  asks,
  asksForSpace,
  brings,
  changes,
  choosesWay,
  comesBack,
  corrects,
  deletes,
  guessesAnew,
  keepsWhetherHeard,
  letsRest,
  marksADay,
  meansToLeave,
  missesDay,
  namesAStruggle,
  notesCare,
  notesSession,
  notices,
  opens,
  promises,
  receives,
  saysForSession,
  saysInReview,
  shares,
  takes,
  takesUpAgain,
  withdraws,
  writesPart,
} from "@/tests/support/deeds";
import { day, type Person } from "@/tests/support/people";

export const onADay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
export const aText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });

const forms = ["check_in", "feeling", "question", "reply", "answer", "struggle", "part", "agenda"] as const;
const saying = <T extends string>(does: T) => fc.record({ does: fc.constant(does), note: aText });

/** Something a person may do that is nobody's business: what it is, and how it is done. */
export const hiddenDeed = fc.oneof(
  fc.record({
    does: fc.constant("writes" as const),
    on: onADay,
    note: aText,
    trust: fc.integer({ min: 0, max: 10 }),
  }),
  fc.record({ does: fc.constant("changes" as const), note: aText, which: fc.nat(20) }),
  fc.record({ does: fc.constant("deletes" as const), which: fc.nat(20) }),
  fc.record({
    does: fc.constant("drafts" as const),
    on: onADay,
    note: aText,
    form: fc.constantFrom(...forms),
  }),
  fc.record({
    does: fc.constant("answers" as const),
    answer: fc.constantFrom("yes" as const, "no" as const, "forget" as const),
  }),
  fc.record({
    does: fc.constant("prefers" as const),
    shown: fc.constantFrom("only_me" as const, "numbers_and_words" as const),
  }),
  saying("shares and withdraws"),
  saying("replies and withdraws"),
  saying("keeps whether they felt heard"),
  saying("keeps a question"),
  saying("asks and withdraws"),
  saying("answers a question and withdraws"),
  saying("keeps what they noticed"),
  saying("tells what they noticed and withdraws"),
  saying("marks a day for themselves"),
  saying("marks a day and withdraws"),
  saying("keeps a struggle"),
  saying("names a struggle and withdraws"),
  saying("keeps their part in a struggle"),
  saying("tells their part in a struggle and withdraws"),
  saying("tells their part in what they named, and takes that back"),
  fc.record({ does: fc.constant("lets a struggle rest and takes it up again" as const) }),
  saying("notes a session of their own, and what they bring to it"),
  saying("notes a session of both, and takes it back with what they bring to it"),
  saying("keeps what they bring to a session"),
  fc.record({ does: fc.constant("marks what they want to bring to a session" as const) }),
  saying("shows what they bring to a session and withdraws"),
  fc.record({ does: fc.constant("keeps for now" as const), which: fc.nat(20) }),
  saying("says something in a review and withdraws"),
  fc.record({ does: fc.constant("guesses" as const), number: fc.integer({ min: 0, max: 10 }) }),
  fc.record({
    does: fc.constant("chooses whether to guess" as const),
    wanted: fc.constantFrom("yes" as const, "no" as const),
  }),
  fc.record({ does: fc.constant("asks for space and withdraws" as const) }),
  fc.record({ does: fc.constant("comes back late" as const) }),
  saying("offers something and takes it back"),
  saying("asks something of the other and takes it back"),
  saying("keeps a note on a day of theirs"),
  saying("keeps what they noticed of a day"),
  saying("says what they noticed of a day and withdraws"),
  saying("corrects something, to be read later"),
  saying("takes responsibility, for therapy first"),
  saying("says what an acknowledgement is to them, for themselves"),
  saying("takes in a copy, and sends another"),
  fc.record({ does: fc.constant("opens what the other corrected" as const) }),
  fc.record({
    does: fc.constant("chooses when to leave" as const),
    hours: fc.integer({ min: 1, max: 2000 }),
  }),
  fc.record({ does: fc.constant("means to stay" as const) }),
  fc.record({
    does: fc.constant("chooses when corrections reach them" as const),
    hour: fc.integer({ min: 10, max: 23 }),
  }),
);
type Deed = typeof hiddenDeed extends fc.Arbitrary<infer T> ? T : never;

/**
 * What the partner said that can be answered, and space of one's own whose time has passed; of what was agreed, one's own and
 * the partner's, of which something was said today; and what the partner has corrected or taken responsibility for.
 */
export type Said = {
  readonly feeling: string;
  readonly reply: string;
  readonly question: string;
  readonly struggle: string;
  readonly passed: string;
  readonly promised: string;
  readonly theirs: string;
  readonly corrected: string;
  readonly acknowledged: string;
  readonly review: string;
  readonly session: string;
};

/** Does it. `hidden`: check-ins that are kept, by their day. */
export async function doing(
  ada: Person,
  deed: Deed,
  hidden: Map<string, string>,
  said: Said,
): Promise<unknown> {
  const { viewer } = ada;
  // A text of nothing but space is no text, as the form sends it.
  const note = "note" in deed ? `.${deed.note}` : "";
  const chosen = [...hidden.entries()].at("which" in deed ? deed.which % Math.max(1, hidden.size) : 0);
  switch (deed.does) {
    case "writes":
      if (hidden.has(deed.on)) return;
      return hidden.set(deed.on, await ada.checksIn(deed.on, { note, trust: deed.trust, shown: "only_me" }));
    case "changes":
      return chosen && changes(ada, chosen[1], note);
    case "deletes":
      if (!chosen) return;
      await deletes(ada, chosen[1]);
      return hidden.delete(chosen[0]);
    case "drafts": {
      const named = {
        feeling: draftOf.feeling(viewer.coupleId),
        question: draftOf.question(viewer.coupleId),
        check_in: draftOf.checkIn(deed.on),
        reply: draftOf.reply(said.feeling),
        answer: draftOf.questionAnswer(said.question),
        struggle: draftOf.struggle(viewer.coupleId),
        part: draftOf.strugglePart(said.struggle),
        agenda: draftOf.session_agenda(said.session),
      };
      const form = named[deed.form];
      return asViewer(viewer, async (db) => {
        const kept = nameOf(await draftFor(db, viewer, form));
        await saveDraft(db, viewer, form, { note: [note] }, kept);
      });
    }
    case "answers":
      return asViewer(viewer, (db) => answerSafetyCheck(db, viewer, deed.answer));
    case "prefers":
      return asViewer(viewer, (db) => startWith(db, viewer, "check_in", deed.shown));
    case "keeps for now":
      return chosen && asViewer(viewer, (db) => showEntry(db, viewer, chosen[1], "later", day("2026-03-12")));
    case "shares and withdraws":
      return withdraws(ada, await shares(ada, note));
    case "replies and withdraws":
      return withdraws(ada, await answers(ada, said.feeling, note));
    case "keeps whether they felt heard":
      return keepsWhetherHeard(ada, said.reply, note);
    case "keeps a question":
      return asks(ada, note, "only_me");
    case "asks and withdraws":
      return withdraws(ada, await asks(ada, note, "numbers_and_words"));
    case "answers a question and withdraws":
      return withdraws(ada, await answersQuestion(ada, said.question, note));
    case "keeps what they noticed":
      return notesCare(ada, note, "only_me");
    case "tells what they noticed and withdraws":
      return withdraws(ada, await notesCare(ada, note, "numbers_and_words"));
    case "marks a day for themselves":
      return marksADay(ada, note, "only_me");
    case "marks a day and withdraws":
      return withdraws(ada, await marksADay(ada, note, "numbers_and_words"));
    case "keeps a struggle":
      return writesPart(ada, await namesAStruggle(ada, note, "only_me"), note, "numbers_and_words");
    case "names a struggle and withdraws":
      return withdraws(ada, await namesAStruggle(ada, note, "numbers_and_words"));
    case "keeps their part in a struggle":
      return writesPart(ada, said.struggle, note, "only_me");
    case "tells their part in a struggle and withdraws":
      return withdraws(ada, await writesPart(ada, said.struggle, note, "numbers_and_words"));
    case "tells their part in what they named, and takes that back": {
      const struggle = await namesAStruggle(ada, note, "numbers_and_words");
      await writesPart(ada, struggle, note, "numbers_and_words");
      return withdraws(ada, struggle);
    }
    case "notes a session of their own, and what they bring to it":
      return saysForSession(ada, await notesSession(ada, note, "individual"), note, "numbers_and_words");
    case "notes a session of both, and takes it back with what they bring to it": {
      const session = await notesSession(ada, note);
      await saysForSession(ada, session, note, "numbers_and_words");
      return withdraws(ada, session);
    }
    case "marks what they want to bring to a session":
      await brings(ada, said.session, "theirs");
      return brings(ada, said.feeling, "theirs");
    case "keeps what they bring to a session":
      return saysForSession(ada, said.session, note, "only_me");
    case "shows what they bring to a session and withdraws":
      return withdraws(ada, await saysForSession(ada, said.session, note, "numbers_and_words"));
    case "lets a struggle rest and takes it up again":
      await letsRest(ada, said.struggle);
      return takesUpAgain(ada, said.struggle);
    case "says something in a review and withdraws":
      return withdraws(ada, await saysInReview(ada, said.review, note, "request"));
    case "guesses":
      return guessesAnew(ada, said.review, deed.number);
    case "chooses whether to guess":
      return asViewer(viewer, (db) => chooseToGuess(db, viewer, deed.wanted));
    case "asks for space and withdraws":
      return withdraws(ada, await asksForSpace(ada));
    case "comes back late":
      return comesBack(ada, said.passed);
    case "offers something and takes it back":
      return takes(ada, await promises(ada, note), "withdrawn");
    case "asks something of the other and takes it back":
      return takes(ada, await promises(ada, note, "theirs"), "withdrawn");
    case "keeps a note on a day of theirs":
      return missesDay(ada, said.promised, note, "only_me", 1);
    case "keeps what they noticed of a day":
      return notices(ada, said.theirs, note, "only_me");
    case "says what they noticed of a day and withdraws":
      return withdraws(ada, await notices(ada, said.theirs, note, "numbers_and_words"));
    case "corrects something, to be read later":
      return corrects(ada, note);
    case "takes in a copy, and sends another": {
      await takesIn(ada, JSON.stringify(aCopyOf("Gus", () => note)));
      return keepFile(viewer, bytesOf(JSON.stringify(aCopyOf("Gus", () => note))));
    }
    case "takes responsibility, for therapy first":
      return acknowledges(ada, note, "later");
    case "says what an acknowledgement is to them, for themselves":
      await opens(ada, said.acknowledged, "acknowledgement");
      return receives(ada, said.acknowledged, note, "only_me");
    case "opens what the other corrected":
      return opens(ada, said.corrected);
    case "chooses when to leave":
      return meansToLeave(ada, deed.hours);
    case "means to stay":
      return asViewer(viewer, (db) => stay(db, viewer));
    case "chooses when corrections reach them":
      return choosesWay(ada, { way: "at_time", localTime: `${deed.hour}:00` });
  }
}
