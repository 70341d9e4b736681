import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { agreeTo, propose } from "@/lib/agreements/commands";
import { agreementOf, agreementsHere } from "@/lib/agreements/queries";
import { markDay } from "@/lib/annotations/commands";
import type { AnnotationKind } from "@/lib/annotations/rules";
import { noteCare } from "@/lib/care/commands";
import type { Standing } from "@/lib/db/generated/enums";
import { draftOf } from "@/lib/drafts/schema";
import { answerQuestion, askQuestion } from "@/lib/questions/commands";
import { writeReflection } from "@/lib/reflections/commands";
import type { ReflectionKind } from "@/lib/reflections/rules";
import { agreeToWords, askForSpace, comeBack, proposeWords } from "@/lib/space/commands";
import { chosenWords } from "@/lib/space/queries";
import { showEntry } from "@/lib/visibility/commands";
import {
  as,
  halfTypes,
  type Saying,
  saying,
  type Talking,
  type Voice,
  withdraws,
} from "@/tests/support/matrix-talk";

/** What two people ask each other, note of everyday care, and agree on for when one needs space, in every audience. */
export async function askAndCare(one: Voice, other: Voice, about: Talking): Promise<void> {
  for (const [asking, answering] of [
    [one, other],
    [other, one],
  ] as const) {
    await asksAndIsAnswered(asking, answering, about);
    await notesCare(asking, answering, about);
    await marksDays(asking, answering, about);
    await reflects(asking, answering, about);
  }
  await chooseWords(one, other, about);
  await agree(one, other, about);
  await needsSpaceAndTakesItBack(one);
  await needsSpace(other);
}

async function asksAndIsAnswered(asking: Voice, answering: Voice, about: Talking): Promise<void> {
  const [shown, withdrawn, kept] = visibilities(asking, answering, about);
  const asked = await asks(asking, "numbers_and_words", shown);
  const takenBack = await asks(asking, "numbers_and_words", withdrawn);
  await asks(asking, "only_me", kept);

  const [told, untold, typed] = visibilities(answering, asking, about);
  await answers(answering, asked, "not_yet", told);
  await answers(answering, asked, "answered", told);
  // An answer stays where it is when what it answers goes.
  await answers(answering, takenBack, "with_therapist", told);
  await withdraws(answering, await answers(answering, asked, "answered", untold));
  await withdraws(asking, takenBack);

  await halfTypes(answering, draftOf.questionAnswer(asked), typed);
  // These forms have one draft each in every space.
  const { coupleId } = asking.person.viewer;
  await halfTypes(asking, draftOf.question(coupleId), kept);
  await halfTypes(asking, draftOf.feeling(coupleId), kept);
}

const visibilities = (voice: Voice, to: Voice, about: Talking) =>
  (["shown", "withdrawn", "to oneself"] as const).map((each) => saying(voice, to, about, each)) as [
    Saying,
    Saying,
    Saying,
  ];

async function asks(asking: Voice, shown: "only_me" | "numbers_and_words", word: Saying): Promise<string> {
  const entry = randomUUID();
  await as(asking, (db, here) => askQuestion(db, here, { entry, note: word("question note"), shown }));
  return entry;
}

async function answers(answering: Voice, to: string, standing: Standing, word: Saying): Promise<string> {
  const entry = randomUUID();
  const said = { entry, to, standing, note: word("answer note") };
  await as(answering, (db, here) => answerQuestion(db, here, said));
  return entry;
}

async function marksDays(marking: Voice, other: Voice, about: Talking): Promise<void> {
  const [shown, withdrawn, kept] = visibilities(marking, other, about);
  await marks(marking, "therapy", "numbers_and_words", shown);
  await withdraws(marking, await marks(marking, "anniversary", "numbers_and_words", withdrawn));
  await marks(marking, "hard_day", "only_me", kept);
}

async function marks(
  marking: Voice,
  kind: AnnotationKind,
  shown: "only_me" | "numbers_and_words",
  word: Saying,
): Promise<string> {
  const entry = randomUUID();
  const note = word(`${kind} note`);
  await as(marking, (db, here) => markDay(db, here, { entry, kind, day: here.today, note, shown }));
  return entry;
}

/** On pages of one's own: kept, and one by one shown, or shown and taken back. */
async function reflects(writing: Voice, other: Voice, about: Talking): Promise<void> {
  const [shown, withdrawn, kept] = visibilities(writing, other, about);
  const writes = async (kind: ReflectionKind, word: Saying) => {
    const entry = randomUUID();
    await as(writing, (db, here) =>
      writeReflection(db, here, { entry, kind, day: here.today, note: word(`${kind} note`) }),
    );
    return entry;
  };
  const shows = async (entry: string) =>
    as(writing, (db, { viewer, today }) => showEntry(db, viewer, entry, "numbers_and_words", today));
  await writes("worry", kept);
  await writes("trigger_day", kept);
  await shows(await writes("trigger_place", shown));
  await shows(await writes("touched_worth", shown));
  const taken = await writes("mine_to_do", withdrawn);
  await shows(taken);
  await withdraws(writing, taken);
}

async function notesCare(noting: Voice, other: Voice, about: Talking): Promise<void> {
  const [shown, withdrawn, kept] = visibilities(noting, other, about);
  const notes = async (
    kind: "from_my_day" | "caring_act",
    shown: "only_me" | "numbers_and_words",
    word: Saying,
  ) => {
    const entry = randomUUID();
    await as(noting, (db, here) => noteCare(db, here, { entry, kind, note: word(`${kind} note`), shown }));
    return entry;
  };
  await notes("from_my_day", "numbers_and_words", shown);
  await notes("caring_act", "numbers_and_words", shown);
  await notes("caring_act", "only_me", kept);
  await withdraws(noting, await notes("from_my_day", "numbers_and_words", withdrawn));
}

/** One sentence that both agreed on and both keep, and one that each proposes in its place. */
async function chooseWords(one: Voice, other: Voice, { canaries, where, together }: Talking): Promise<void> {
  const both = [one.name, other.name];
  const proposes = ({ name, person }: Voice, how: string, readers: readonly string[]) => {
    const sentence = canaries.hatch(`${name}'s sentence (${how}, ${where})`, readers);
    return as({ name, person }, (db, { viewer }) => proposeWords(db, viewer, sentence));
  };
  await proposes(one, "agreed", both);
  await as(other, async (db, { viewer }) => {
    const { proposal } = await chosenWords(db, viewer);
    await agreeToWords(db, viewer, proposal?.turn ?? "");
  });
  await proposes(other, "proposed", together ? both : [other.name]);
  await proposes(one, "proposed", together ? both : [one.name]);
}

/** An agreement of both, and one that each proposes. */
async function agree(one: Voice, other: Voice, { canaries, where, together }: Talking): Promise<void> {
  const both = [one.name, other.name];
  const id = randomUUID();
  const proposes = ({ name, person }: Voice, about: string, how: string, readers: readonly string[]) => {
    const text = canaries.hatch(`${name}'s agreement (${how}, ${where})`, readers);
    return as({ name, person }, (db, { viewer }) => propose(db, viewer, agreementOf(viewer, about), text));
  };
  await proposes(one, id, "agreed", both);
  await as(other, async (db, { viewer }) => {
    const [first] = await agreementsHere(db, viewer);
    await agreeTo(db, viewer, agreementOf(viewer, id), first?.proposal?.name ?? "");
  });
  await proposes(other, id, "proposed", together ? both : [other.name]);
  await proposes(one, randomUUID(), "proposed", together ? both : [one.name]);
}

/** Came back late once, came back early once, and takes back what was asked last. */
async function needsSpaceAndTakesItBack(voice: Voice): Promise<void> {
  await comesBackLate(voice);
  await comesBack(voice, await asksForSpace(voice));
  await withdraws(voice, await asksForSpace(voice));
}

/** Came back late once, and has space at this moment. */
async function needsSpace(voice: Voice): Promise<void> {
  await comesBackLate(voice);
  await asksForSpace(voice);
}

async function comesBackLate(voice: Voice): Promise<void> {
  const longAgo = Temporal.Now.instant().subtract({ hours: 40 });
  await comesBack(voice, await asksForSpace(voice, longAgo));
}

async function asksForSpace(voice: Voice, now?: Temporal.Instant): Promise<string> {
  const entry = randomUUID();
  await as(voice, (db, here) => askForSpace(db, here, { entry, wanted: { length: 180 } }, now));
  return entry;
}

const comesBack = (voice: Voice, entry: string) => as(voice, (db, { viewer }) => comeBack(db, viewer, entry));
