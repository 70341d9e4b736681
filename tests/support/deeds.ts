import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { acknowledge, receive } from "@/lib/acknowledgements/commands";
import { markDay } from "@/lib/annotations/commands";
import { chooseWay, openAnnounced } from "@/lib/announcements/commands";
import { wayToTheOther } from "@/lib/announcements/queries";
import type { AnnouncedKind } from "@/lib/announcements/rules";
import type { WayInput } from "@/lib/announcements/schema";
import { noteCare } from "@/lib/care/commands";
import { amendCheckIn } from "@/lib/check-ins/commands";
import { ownEntry } from "@/lib/check-ins/queries";
import { beginCommitment, offerTerms, putAway, takeStep } from "@/lib/commitments/commands";
import { commitmentNamed } from "@/lib/commitments/queries";
import type { Terms } from "@/lib/commitments/rules";
import { correct } from "@/lib/corrections/commands";
import type { CommitmentStep } from "@/lib/db/generated/enums";
import { asViewer, type Viewer, type ViewerDb } from "@/lib/db/viewer";
import { leaveAt } from "@/lib/departures/commands";
import { deleteEntry, type Here } from "@/lib/entries/commands";
import type { PartKind } from "@/lib/entries/rules";
import { replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { noticeDay, sayHowItWent } from "@/lib/follow-through/commands";
import { makeLink, openNotes } from "@/lib/guests/commands";
import { beginPacket, beginPart, consentTo, putGroup } from "@/lib/packets/commands";
import { packetPage } from "@/lib/packets/queries";
import type { Group } from "@/lib/packets/rules";
import { answerQuestion, askQuestion } from "@/lib/questions/commands";
import { beginReview, chooseToGuess, guess, moveReview, sayInReview } from "@/lib/reviews/commands";
import type { SaidStep } from "@/lib/reviews/rules";
import { askForSpace, comeBack } from "@/lib/space/commands";
import { addStruggle, letRest, takeUpAgain, writeOwnPart } from "@/lib/struggles/commands";
import { addPart, bringToSession, planSession } from "@/lib/therapy/commands";
import { showEntry } from "@/lib/visibility/commands";
import { day, type Person } from "@/tests/support/people";

const here = (person: Person): Here => person.at("2026-03-12");
type Shown = "only_me" | "numbers_and_words";

/** Writes something with an id of its own, and answers that id. */
async function writes(
  person: Person,
  work: (db: ViewerDb, here: Here, entry: string) => Promise<void>,
): Promise<string> {
  const entry = randomUUID();
  await asViewer(person.viewer, (db) => work(db, here(person), entry));
  return entry;
}

export const shares = (person: Person, note: string) =>
  writes(person, (db, here, entry) =>
    shareFeeling(db, here, { entry, wish: "comfort", parts: [], texts: { note, own_feeling: "" } }),
  );
export const answers = (person: Person, to: string, note: string) =>
  writes(person, (db, here, entry) => replyToFeeling(db, here, { entry, to, note, promise: "" }));
export const asks = (person: Person, note: string, shown: Shown) =>
  writes(person, (db, here, entry) => askQuestion(db, here, { entry, note, shown }));
export const answersQuestion = (person: Person, to: string, note: string) =>
  writes(person, (db, here, entry) => answerQuestion(db, here, { entry, to, standing: "answered", note }));
export const notesCare = (person: Person, note: string, shown: Shown) =>
  writes(person, (db, here, entry) => noteCare(db, here, { entry, kind: "caring_act", note, shown }));
export const marksADay = (person: Person, note: string, shown: Shown) =>
  writes(person, (db, here, entry) =>
    markDay(db, here, { entry, kind: "hard_day", day: day("2026-03-05"), note, shown }),
  );
export const namesAStruggle = (person: Person, note: string, shown: Shown) =>
  writes(person, (db, here, entry) => addStruggle(db, here, { entry, note, shown }));
/** Whose a struggle is, as the form that answers it says. */
export const whoseIs = async (db: ViewerDb, { id: authorId }: Viewer, id: string) =>
  (await db.entry.count({ where: { authorId, id } })) > 0 ? ("mine" as const) : ("theirs" as const);
/** One's own part, in place of what one said before. */
export const writesPart = (person: Person, to: string, note: string, shown: Shown) =>
  writes(person, async (db, here, entry) => {
    const before = await db.strugglePart.findFirst({ where: { authorId: person.viewer.id, toEntryId: to } });
    const whose = await whoseIs(db, person.viewer, to);
    await writeOwnPart(db, here, { entry, to, whose, before: before?.entryId ?? null, note, shown });
  });
export const letsRest = ({ viewer }: Person, struggle: string) =>
  asViewer(viewer, async (db) =>
    letRest(db, viewer, { to: struggle, whose: await whoseIs(db, viewer, struggle) }),
  );
export const takesUpAgain = ({ viewer }: Person, struggle: string) =>
  asViewer(viewer, async (db) =>
    takeUpAgain(db, viewer, { to: struggle, whose: await whoseIs(db, viewer, struggle) }),
  );
/** A session next week. */
export const notesSession = (person: Person, note: string, kind: "couple" | "individual" = "couple") =>
  writes(person, (db, here, entry) =>
    planSession(db, here, { entry, session_kind: kind, day: day("2026-03-19"), at: "17:30", note }),
  );
export const saysForSession = (
  person: Person,
  to: string,
  note: string,
  shown: Shown,
  kind: PartKind = "session_agenda",
) =>
  writes(person, async (db, here, entry) =>
    addPart(db, here, { entry, kind, to, whose: await whoseIs(db, person.viewer, to), note, shown }),
  );
/** Says other words in a check-in; who sees it stays as it was. */
export const changes = ({ viewer }: Person, entry: string, note: string) =>
  asViewer(viewer, async (db) => {
    const standing = await ownEntry(db, viewer, entry);
    if (!standing) return;
    const input = { ...standing.content, note, entry, basis: standing.basis };
    await amendCheckIn(db, { viewer, today: day("2026-12-31") }, input, standing.shown);
  });
export const brings = ({ viewer }: Person, entry: string, whose: "mine" | "theirs") =>
  asViewer(viewer, (db) => bringToSession(db, viewer, { entry, whose, bring: "yes" }));
type Whose = "mine" | "theirs";
/** A packet of all that was written so far, by its id. */
export async function beginsPacket(person: Person, kind: "joint" | "own"): Promise<string> {
  const days = { from: day("2026-01-01"), to: here(person).today };
  return writes(person, (db, here, packet) => beginPacket(db, here, { packet, packet_kind: kind, ...days }));
}
export const joinsPacket = ({ viewer }: Person, packet: string) =>
  asViewer(viewer, (db) => beginPart(db, viewer, { packet, whose: "theirs" }));
/** All of a group, kept or shown. */
export const putsIn = ({ viewer }: Person, packet: string, group: Group, whose: Whose = "mine") =>
  asViewer(viewer, (db) => putGroup(db, viewer, { packet, whose, group, put: "all" }));
export const agreesTo = (person: Person, packet: string, whose: Whose = "mine") =>
  asViewer(person.viewer, async (db) => {
    const seen = (await packetPage(db, person.viewer, packet))?.seen ?? "";
    await consentTo(db, here(person), { packet, whose, seen });
  });
/** A link to one's own part, with its words, for whom it is said to be for. */
export const sharesPart = (
  { viewer }: Person,
  packet: string,
  { whose = "mine", forWhom = "" }: { whose?: Whose; forWhom?: string } = {},
) =>
  asViewer(viewer, (db) =>
    makeLink(db, viewer, { packet, whose, for_whom: forWhom, days: 3, passphrase: "" }),
  );
/** What a link and its words open, as somebody without an account. */
export const opensLink = ({ token, words }: { readonly token: string; readonly words: string }) =>
  openNotes({ token, code: words });
export const asksForSpace = (person: Person, now?: Temporal.Instant) =>
  writes(person, (db, here, entry) => askForSpace(db, here, { entry, wanted: { length: 180 } }, now));
/** Space whose time has passed, from which nobody said to be back. */
export const askedForSpace = (person: Person) =>
  asksForSpace(person, Temporal.Now.instant().subtract({ hours: 10 }));
export const comesBack = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => comeBack(db, viewer, entry));
const daily: Terms = { often: { kind: "daily" }, from: day("2026-03-01"), review: day("2026-04-10") };

/** Offers to do something oneself, or asks it of the other. */
export const promises = (person: Person, what: string, whose: "mine" | "theirs" = "mine") =>
  asViewer(person.viewer, (db) => {
    const how = { area: "honesty", cost: "low", of: null, why: "", terms: daily } as const;
    return beginCommitment(db, here(person), { entry: randomUUID(), whose, what, ...how });
  });
/** The next step of a commitment, of whatever was the last. */
export const takes = (person: Person, commitment: string, step: CommitmentStep) =>
  asViewer(person.viewer, async (db) => {
    const seen = await commitmentNamed(db, person.viewer, commitment, here(person).today);
    await takeStep(db, here(person), { commitment, turn: seen?.turn ?? 0 }, { step });
  });
export const amends = (person: Person, commitment: string, what: string) =>
  asViewer(person.viewer, async (db) => {
    const seen = await commitmentNamed(db, person.viewer, commitment, here(person).today);
    const offer = { commitment, turn: seen?.turn ?? 0, what, why: "", terms: daily };
    await offerTerms(db, here(person), offer);
  });
export const putsAway = (person: Person, commitment: string) =>
  asViewer(person.viewer, (db) => putAway(db, here(person), commitment));
/** Something of the first's that the second has accepted. */
export async function agreedBetween(doer: Person, partner: Person, what: string): Promise<string> {
  const commitment = await promises(doer, what);
  await takes(partner, commitment, "accepted");
  return commitment;
}
/** That the day was missed, with words beside it. */
export const missesDay = (person: Person, commitment: string, note: string, shown: Shown, said = 0) =>
  writes(person, (db, here, entry) => {
    const answer = { commitment, status: "missed", volunteered: false, said, entry, note, shown } as const;
    return sayHowItWent(db, here, { day: here.today, answers: [answer] });
  });
/** What was noticed of a day, in place of what was said of it before. */
export const notices = (person: Person, commitment: string, note: string, shown: Shown) =>
  writes(person, async (db, here, entry) => {
    const mine = { authorId: person.viewer.id, commitmentId: commitment, perceived: { not: null } };
    const before = await db.commitmentRemark.findFirst({ where: mine });
    const said = { perceived: "noticed", before: before?.entryId ?? null, note, shown } as const;
    await noticeDay(db, here, { entry, commitment, day: here.today, ...said });
  });
/** In whatever way the other has chosen. */
export const corrects = (person: Person, is_true: string) =>
  writes(person, async (db, here, entry) =>
    correct(db, here, { entry, said: "", is_true, will_do: "", way: await wayToTheOther(db) }),
  );
export const opens = (person: Person, id: string, kind: AnnouncedKind = "correction") =>
  asViewer(person.viewer, (db) => openAnnounced(db, here(person), { kind, id }));
/** In whatever way the other has chosen, or kept. */
export const acknowledges = (person: Person, did: string, given: "now" | "later" = "now") =>
  writes(person, async (db, here, entry) => {
    const way = await wayToTheOther(db);
    const rest = { broke: "", agreement: null, cost_you: "", regret: "", will_do: "I tell you." };
    await acknowledge(db, here, { entry, after: null, way, given, did, ...rest });
  });
/** What an acknowledgement of the other's is to them, once they have opened it. */
export const receives = (
  person: Person,
  to: string,
  missing: string,
  shown: "only_me" | "numbers_and_words",
) =>
  writes(person, async (db, here, entry) => {
    const before = await db.acknowledgementAnswer.findFirst({
      where: { authorId: person.viewer.id, toEntryId: to },
    });
    const said = { received: "something_missing", before: before?.entryId ?? null } as const;
    await receive(db, here, { entry, to, missing, shown, ...said });
  });
export const choosesWay = ({ viewer }: Person, chosen: WayInput) =>
  asViewer(viewer, (db) => chooseWay(db, viewer, chosen));
/** A review that runs, of two who would both like to guess, in the step that asks. */
export async function sitDownToGuess(one: Person, other: Person): Promise<string> {
  const review = randomUUID();
  for (const { viewer } of [one, other]) await asViewer(viewer, (db) => chooseToGuess(db, viewer, "yes"));
  await asViewer(one.viewer, (db) => beginReview(db, here(one), { review }));
  for (const turn of [0, 1, 2, 3])
    await asViewer(other.viewer, (db) => moveReview(db, other.viewer, { review, turn, move: "on" }));
  return review;
}
export const saysInReview = (person: Person, review: string, note: string, step: SaidStep = "closing") =>
  writes(person, (db, here, entry) => sayInReview(db, here, { review, entry, step, number: null, note }));
/** In place of what was guessed before. */
export const guessesAnew = ({ viewer }: Person, review: string, number: number) =>
  asViewer(viewer, async (db) => {
    await db.gapAnswer.deleteMany({ where: { authorId: viewer.id, reviewId: review } });
    const numbers = { pain: number, closeness: null, guessed_pain: 10 - number, guessed_closeness: number };
    await guess(db, viewer, { review, ...numbers });
  });
/** So many hours from now. */
export const meansToLeave = (person: Person, hours: number) =>
  asViewer(person.viewer, (db) => leaveAt(db, person.viewer, Temporal.Now.instant().add({ hours })));
export const withdraws = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => showEntry(db, viewer, entry, "only_me", day("2026-03-12")));
export const deletes = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => deleteEntry(db, viewer, entry));

/** Whether one felt heard, in place of what was said before. */
export const keepsWhetherHeard = (person: Person, to: string, would_help: string) =>
  writes(person, async (db, here, entry) => {
    const before = await db.feltHeard.findFirst({ where: { authorId: person.viewer.id, toEntryId: to } });
    const said = { understood: "not_yet", accepted: null, cared_for: null, would_help } as const;
    await sayHeard(db, here, { entry, to, before: before?.entryId ?? null, ...said, shown: "only_me" });
  });
