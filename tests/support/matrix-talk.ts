import { randomUUID } from "node:crypto";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { askForTime, replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { showEntry } from "@/lib/visibility/commands";
import type { Canaries } from "@/tests/support/canaries";
import type { day, Person } from "@/tests/support/people";

export type Voice = { readonly name: string; readonly person: Person };
/** `together`: what one shows here the other still reads, when the world is made. */
export type Talking = { readonly canaries: Canaries; readonly where: string; readonly together: boolean };
type Visibility = "shown" | "withdrawn" | "to oneself";

const TODAY = "2026-03-12";

/** What two people share with each other and answer: shown, withdrawn and kept to oneself, with a canary in all of it. */
export async function talk(one: Voice, other: Voice, about: Talking): Promise<void> {
  await shareAndAnswer(one, other, about);
  await shareAndAnswer(other, one, about);
}

async function shareAndAnswer(sharing: Voice, answering: Voice, about: Talking): Promise<void> {
  const shown = await shares(sharing, saying(sharing, answering, about, "shown"));
  const withdrawn = await shares(sharing, saying(sharing, answering, about, "withdrawn"));

  const told = saying(answering, sharing, about, "shown");
  const heardAloud = await answers(answering, shown, told);
  const heardInSilence = await answers(answering, shown, told);
  await answers(answering, shown, told);
  // An answer stays where it is when what it answers goes.
  await answers(answering, withdrawn, told);
  const takenBack = await answers(answering, shown, saying(answering, sharing, about, "withdrawn"));
  await as(answering, (db, here) => askForTime(db, here, { entry: randomUUID(), to: shown, until: "20:00" }));

  await says(sharing, heardAloud, "numbers_and_words", saying(sharing, answering, about, "shown"));
  await says(sharing, heardInSilence, "only_me", saying(sharing, answering, about, "to oneself"));
  await withdraws(sharing, withdrawn);
  await withdraws(answering, takenBack);
  await halfTypes(answering, draftOf.reply(shown), saying(answering, sharing, about, "to oneself"));
}

/** Canaries for the words of somebody to somebody. */
export function saying(
  { name }: Voice,
  to: Voice,
  { canaries, where, together }: Talking,
  visibility: Visibility,
) {
  const readers = together && visibility === "shown" ? [name, to.name] : [name];
  return (field: string) => canaries.hatch(`${name}'s ${field} (${visibility}, ${where})`, readers);
}
export type Saying = ReturnType<typeof saying>;

async function shares(sharing: Voice, word: Saying): Promise<string> {
  const entry = randomUUID();
  await as(sharing, (db, here) =>
    shareFeeling(db, here, {
      entry,
      wish: "comfort",
      parts: [
        { feeling: "hurt", intensity: 8 },
        { feeling: "lonely", intensity: null },
      ],
      texts: { note: word("shared note"), own_feeling: word("shared own feeling") },
    }),
  );
  return entry;
}

async function answers(answering: Voice, to: string, word: Saying): Promise<string> {
  const entry = randomUUID();
  await as(answering, (db, here) =>
    replyToFeeling(db, here, { entry, to, note: word("answering note"), promise: word("promise") }),
  );
  return entry;
}

const says = (sharing: Voice, to: string, shown: "only_me" | "numbers_and_words", word: Saying) =>
  as(sharing, (db, here) =>
    sayHeard(db, here, {
      entry: randomUUID(),
      to,
      before: null,
      understood: "yes",
      accepted: "partly",
      cared_for: null,
      would_help: word("words on what would help"),
      shown,
    }),
  );

export const withdraws = (voice: Voice, entry: string) =>
  as(voice, (db, { viewer, today }) => showEntry(db, viewer, entry, "only_me", today));

export function as<T>(
  { person }: Voice,
  work: (db: ViewerDb, here: { viewer: Person["viewer"]; today: ReturnType<typeof day> }) => Promise<T>,
  on = TODAY,
): Promise<T> {
  return asViewer(person.viewer, (db) => work(db, person.at(on)));
}

export const halfTypes = (voice: Voice, form: string, word: Saying) =>
  as(voice, async (db, { viewer }) => {
    await saveDraft(db, viewer, form, { note: [word("draft")] });
  });
