import { asViewer } from "@/lib/db/viewer";
import {
  acknowledges,
  agreedBetween,
  answers,
  answersQuestion,
  askedForSpace,
  asks,
  brings,
  choosesWay,
  corrects,
  letsRest,
  marksADay,
  missesDay,
  namesAStruggle,
  notesCare,
  notesSession,
  saysForSession,
  saysInReview,
  shares,
  sitDownToGuess,
  writesPart,
} from "@/tests/support/deeds";
import type { Said } from "@/tests/support/hidden-deeds";
import { inTwelveHours } from "@/tests/support/matrix-correcting";
import { aCouple, type Person } from "@/tests/support/people";

/** Two people who have shown each other something of everything, so that hidden deeds have something to be about. */
export async function aCoupleWithAPast(): Promise<{ ada: Person; ben: Person; said: Said }> {
  const [ada, ben] = await aCouple();
  await wantsToBeTold(ben);
  for (const on of ["2026-03-01", "2026-03-04"])
    await ada.checksIn(on, { trust: 4, note: "for you", shown: "numbers_and_words" });
  await ben.checksIn("2026-03-02", { trust: 6, shown: "numbers" });
  const feeling = await shares(ben, "for you");
  const reply = await answers(ben, await shares(ada, "for you"), "I read it");
  await answers(ada, feeling, "I read it too");
  const question = await asks(ben, "Where were you?", "numbers_and_words");
  await answersQuestion(ada, question, "At home");
  await asks(ada, "And you?", "numbers_and_words");
  await notesCare(ada, "soup", "numbers_and_words");
  await marksADay(ada, "the invoice", "numbers_and_words");
  const struggle = await namesAStruggle(ben, "Sundays", "numbers_and_words");
  await letsRest(ben, struggle);
  const money = await namesAStruggle(ada, "money", "numbers_and_words");
  await writesPart(ada, money, "I look away", "numbers_and_words");
  await writesPart(ben, money, "I wait", "numbers_and_words");
  const session = await notesSession(ben, "on the third floor");
  await saysForSession(ada, session, "the invoice", "numbers_and_words");
  await brings(ben, session, "mine");
  const passed = await askedForSpace(ada);
  const [promised, theirs] = [
    await agreedBetween(ada, ben, "I call"),
    await agreedBetween(ben, ada, "I call too"),
  ];
  await missesDay(ada, promised, "", "only_me");
  await missesDay(ben, theirs, "", "only_me");
  const corrected = await corrects(ben, "It was Tuesday.");
  const acknowledged = await acknowledges(ben, "I did not say so.");
  const review = await sitDownToGuess(ada, ben);
  await saysInReview(ada, review, "for you");
  await choosesWay(ada, { way: "at_time", localTime: "20:00" });
  await choosesWay(ben, { way: "at_time", localTime: inTwelveHours() });
  return {
    ada,
    ben,
    said: {
      feeling,
      reply,
      question,
      struggle,
      passed,
      promised,
      theirs,
      corrected,
      acknowledged,
      review,
      session,
    },
  };
}

/** Asks for a mail when there is something new: from then on it is kept what is. */
export const wantsToBeTold = ({ viewer }: Person) =>
  asViewer(viewer, (db) =>
    db.reminder.createMany({
      data: { accountId: viewer.id, kind: "when_new", localTime: "20:00", nextAt: new Date() },
    }),
  );
